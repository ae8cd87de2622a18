/** An Opus packet and its place in time, in milliseconds from the start. */
export interface Packet {
  readonly at: number;
  readonly data: Uint8Array;
}

/** What the reader hears. */
export interface WebmListener {
  /** The codec's private data, an `OpusHead` structure (RFC 7845, 5.1). */
  head(data: Uint8Array): void;
  packet(packet: Packet): void;
}

const segment = 0x18538067;
const tracks = 0x1654ae6b;
const trackEntry = 0xae;
const codecPrivate = 0x63a2;
const cluster = 0x1f43b675;
const timecode = 0xe7;
const simpleBlock = 0xa3;

/** Elements whose children are of interest; all other unknown ones are skipped. */
const parents = new Set([segment, tracks, trackEntry, cluster]);

/**
 * Reads the audio packets of a live WebM stream with one track, as Chromium's MediaRecorder writes it, piece by piece
 * (Matroska, RFC 9559; EBML, RFC 8794).
 */
export class WebmReader {
  readonly #listener: WebmListener;
  #rest: Uint8Array = new Uint8Array(0);
  #cluster = 0;

  constructor(listener: WebmListener) {
    this.#listener = listener;
  }

  add(piece: Uint8Array): void {
    const bytes = new Uint8Array(this.#rest.length + piece.length);
    bytes.set(this.#rest);
    bytes.set(piece, this.#rest.length);
    let position = 0;
    for (let read = this.#element(bytes, position); read > 0; read = this.#element(bytes, position)) position += read;
    this.#rest = bytes.slice(position);
  }

  /** How many bytes the element (or the header of a parent) took; 0 when it is not complete yet. */
  #element(bytes: Uint8Array, start: number): number {
    const id = vint(bytes, start, false);
    const size = id && vint(bytes, start + id.length, true);
    if (!id || !size) return 0;
    const header = id.length + size.length;
    if (parents.has(id.value)) return header;
    const end = start + header + size.value;
    if (end > bytes.length) return 0;
    this.#leaf(id.value, bytes.subarray(start + header, end));
    return header + size.value;
  }

  #leaf(id: number, body: Uint8Array): void {
    if (id === codecPrivate) this.#listener.head(body.slice());
    if (id === timecode) this.#cluster = body.reduce((value, byte) => value * 256 + byte, 0);
    if (id === simpleBlock) this.#block(body);
  }

  #block(body: Uint8Array): void {
    const track = vint(body, 0, true);
    if (!track) return;
    const offset = new DataView(body.buffer, body.byteOffset).getInt16(track.length);
    this.#listener.packet({ at: this.#cluster + offset, data: body.slice(track.length + 3) });
  }
}

/** A variable-length number of EBML; identifiers keep their length marker. */
function vint(bytes: Uint8Array, at: number, mask: boolean): { value: number; length: number } | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  let value = mask ? first & (0xff >> length) : first;
  for (let index = 1; index < length; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return { value, length };
}

import type { Packet } from './webm';

/** A page holds at most 255 lacing values, each for up to 255 bytes. */
const segments = 255;

/** 20 ms of silence in stereo (CELT, full band). */
const silence = new Uint8Array([0xfc, 0xff, 0xfe]);
const silenceSamples = 960;

/** Audio that is missing for longer than this is filled with silence, so that the file stays as long as the meeting. */
const tolerated = 120;

const firstPage = 2;
const lastPage = 4;

/** Writes Opus packets as Ogg pages (RFC 3533, RFC 7845); every piece it gives away ends with a whole page. */
export class OggOpus {
  readonly #serial: number;
  #page = 0;
  #samples = 0;
  #packets: Uint8Array[] = [];
  #out: Uint8Array[] = [];

  constructor(serial = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) {
    this.#serial = serial;
  }

  /** Begins the stream; `opusHead` is the codec's identification header. */
  head(opusHead: Uint8Array): void {
    this.#write([opusHead], 0, firstPage);
    this.#write([tags('Causerie')], 0, 0);
  }

  add(packet: Packet): void {
    while (packet.at - this.#samples / 48 > tolerated) this.#append(silence, silenceSamples);
    this.#append(packet.data, samples(packet.data));
  }

  /** The pages of all packets but the newest one, which is kept so that the last page of the stream can be marked. */
  take(last = false): Uint8Array<ArrayBuffer> {
    this.#flush(last);
    const pages = concat(this.#out);
    this.#out = [];
    return pages;
  }

  #append(packet: Uint8Array, count: number): void {
    const room = segments - this.#packets.reduce((sum, each) => sum + lacing(each), 0);
    if (lacing(packet) > room) this.#flush(false);
    this.#packets.push(packet);
    this.#samples += count;
  }

  #flush(last: boolean): void {
    const kept = last ? [] : this.#packets.slice(-1);
    const written = last ? this.#packets : this.#packets.slice(0, -1);
    const later = kept.reduce((sum, each) => sum + samples(each), 0);
    if (written.length > 0) this.#write(written, this.#samples - later, last ? lastPage : 0);
    this.#packets = kept;
  }

  #write(packets: Uint8Array[], granule: number, flags: number): void {
    const table = packets.flatMap((packet) => [
      ...Array.from({ length: lacing(packet) - 1 }, () => 255),
      packet.length % 255,
    ]);
    const page = concat([new Uint8Array(27), Uint8Array.from(table), ...packets]);
    page.set([0x4f, 0x67, 0x67, 0x53, 0, flags]);
    const view = new DataView(page.buffer);
    view.setBigUint64(6, BigInt(granule), true);
    view.setUint32(14, this.#serial, true);
    view.setUint32(18, this.#page++, true);
    view.setUint8(26, table.length);
    view.setUint32(22, checksum(page), true);
    this.#out.push(page);
  }
}

/** How many samples at 48 kHz an Opus packet holds (RFC 6716, 3.1 and 3.2). */
export function samples(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const config = toc >> 3;
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 63 : 2;
  return frames * frameSamples(config);
}

function frameSamples(config: number): number {
  if (config < 12) return [480, 960, 1920, 2880][config & 3] ?? 960;
  if (config < 16) return [480, 960][config & 1] ?? 960;
  return [120, 240, 480, 960][config & 3] ?? 960;
}

function lacing(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1;
}

function tags(vendor: string): Uint8Array {
  const name = new TextEncoder().encode(vendor);
  const body = new Uint8Array(8 + 4 + name.length + 4);
  body.set(new TextEncoder().encode('OpusTags'));
  new DataView(body.buffer).setUint32(8, name.length, true);
  body.set(name, 12);
  return body;
}

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

function checksum(page: Uint8Array): number {
  let crc = 0;
  for (const byte of page) crc = (crc << 8) ^ (table[((crc >>> 24) ^ byte) & 255] ?? 0);
  return crc >>> 0;
}

/**
 * Cuts a live fragmented MP4 (ISO/IEC 14496-12) so that every piece ends with a whole fragment, and the first begins
 * with the header: however many pieces are kept, they play.
 */
export class Fragments {
  #rest: Uint8Array = new Uint8Array(0);

  /** Takes what the recorder gives, and gives back what is whole. */
  add(piece: Uint8Array): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#rest.length + piece.length);
    bytes.set(this.#rest);
    bytes.set(piece, this.#rest.length);
    const whole = endOfLastMedia(bytes);
    this.#rest = bytes.slice(whole);
    return bytes.slice(0, whole);
  }
}

function endOfLastMedia(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer);
  let end = 0;
  for (let at = 0; at + 16 <= bytes.length;) {
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < 8 || at + size > bytes.length) break;
    at += size;
    if (view.getUint32(at - size + 4) === mdat) end = at;
  }
  return end;
}

const mdat = 0x6d646174;

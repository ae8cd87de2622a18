import { expect, test } from 'vitest';
import { OggOpus, samples } from './ogg';
import { WebmReader, type Packet } from './webm';

const opusHead = new TextEncoder().encode('OpusHead-----------');

test('counts the samples of a packet by its first byte', () => {
  expect(samples(new Uint8Array([0xfc]))).toBe(960);
  expect(samples(new Uint8Array([0xff, 0x83]))).toBe(2880);
  expect(samples(new Uint8Array([0x08]))).toBe(960);
  expect(samples(new Uint8Array([0x60]))).toBe(480);
});

test('writes a first page, a page of tags, and marks the last page', () => {
  const ogg = new OggOpus(1);
  ogg.head(opusHead);
  ogg.add({ at: 0, data: new Uint8Array([0xfc, 1, 2]) });
  ogg.add({ at: 20, data: new Uint8Array([0xfc, 3, 4]) });
  const pages = [...pagesOf(ogg.take()), ...pagesOf(ogg.take(true))];
  expect(pages.map((page) => page.flags)).toEqual([2, 0, 0, 4]);
  expect(pages.map((page) => page.granule)).toEqual([0, 0, 960, 1920]);
  expect(pages.map((page) => page.number)).toEqual([0, 1, 2, 3]);
});

test('fills missing time with silence', () => {
  const ogg = new OggOpus(1);
  ogg.head(opusHead);
  ogg.add({ at: 0, data: new Uint8Array([0xfc, 1]) });
  ogg.add({ at: 2000, data: new Uint8Array([0xfc, 1]) });
  const granule = pagesOf(ogg.take(true)).at(-1)?.granule ?? 0;
  expect(granule / 48).toBeGreaterThan(1880);
  expect(granule / 48).toBeLessThanOrEqual(2020);
});

test('reads packets with their times from a live stream cut anywhere', () => {
  const heads: Uint8Array[] = [];
  const packets: Packet[] = [];
  const reader = new WebmReader({ head: (head) => heads.push(head), packet: (packet) => packets.push(packet) });
  for (const byte of liveWebm) reader.add(new Uint8Array([byte]));
  expect(heads).toEqual([new Uint8Array([0x4f, 0x70])]);
  expect(packets).toEqual([
    { at: 500, data: new Uint8Array([9, 8]) },
    { at: 560, data: new Uint8Array([7]) },
  ]);
});

/** EBML header, a segment and a cluster of unknown size, one track, two blocks. */
const liveWebm = [
  ...[0x1a, 0x45, 0xdf, 0xa3, 0x81, 0x00],
  ...[0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  ...[0x16, 0x54, 0xae, 0x6b, 0x8a, 0xae, 0x88, 0xd7, 0x81, 0x01, 0x63, 0xa2, 0x82, 0x4f, 0x70],
  ...[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xe7, 0x82, 0x01, 0xf4],
  ...[0xa3, 0x86, 0x81, 0x00, 0x00, 0x80, 9, 8],
  ...[0xa3, 0x85, 0x81, 0x00, 0x3c, 0x80, 7],
];

function pagesOf(bytes: Uint8Array) {
  const pages: { flags: number | undefined; granule: number; number: number }[] = [];
  for (let at = 0; at < bytes.length;) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    expect(view.getUint32(0)).toBe(0x4f676753);
    const table = bytes.subarray(at + 27, at + 27 + view.getUint8(26));
    pages.push({
      flags: bytes[at + 5],
      granule: Number(view.getBigUint64(6, true)),
      number: view.getUint32(18, true),
    });
    at += 27 + table.length + table.reduce((sum, each) => sum + each, 0);
  }
  return pages;
}

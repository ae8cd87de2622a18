import { expect, test } from 'vitest';
import { Fragments } from './mp4';

function box(type: string, size: number): number[] {
  return [0, 0, 0, size, ...new TextEncoder().encode(type), ...Array.from({ length: size - 8 }, () => 7)];
}

test('holds the header back until the first fragment is whole', () => {
  const fragments = new Fragments();
  expect(fragments.add(Uint8Array.from([...box('ftyp', 20), ...box('moov', 30)])).length).toBe(0);
  expect(fragments.add(Uint8Array.from([...box('moof', 24), ...box('mdat', 16).slice(0, 10)])).length).toBe(0);
  expect(fragments.add(Uint8Array.from(box('mdat', 16).slice(10))).length).toBe(90);
});

test('passes whole fragments on and keeps the begun one', () => {
  const fragments = new Fragments();
  const two = [...box('moof', 24), ...box('mdat', 16), ...box('moof', 24), ...box('mdat', 40)];
  expect(fragments.add(Uint8Array.from([...two, ...box('moof', 24)])).length).toBe(104);
  expect(fragments.add(Uint8Array.from(box('mdat', 16))).length).toBe(40);
});

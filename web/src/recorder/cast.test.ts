import { expect, test } from 'vitest';
import { Cast } from './cast';

const nobody = new Set<string>();

test('keeps everybody in place when somebody leaves and somebody comes', () => {
  const cast = new Cast();
  cast.choose(['a', 'b', 'c'], nobody);
  expect(cast.choose(['a', 'c', 'd'], nobody)).toEqual(['a', 'c', 'd']);
});

test('gives a new speaker the place of the one silent for longest', () => {
  const cast = new Cast();
  cast.choose(['a', 'b', 'c', 'd'], new Set(['a']), 3);
  cast.choose(['a', 'b', 'c', 'd'], new Set(['c']), 3);
  expect(cast.choose(['a', 'b', 'c', 'd'], new Set(['d']), 3)).toEqual(['a', 'd', 'c']);
});

test('never takes the place of somebody who speaks', () => {
  const cast = new Cast();
  expect(cast.choose(['a', 'b', 'c'], new Set(['a', 'b', 'c']), 2)).toEqual(['a', 'b']);
});

test('keeps the latest speakers when there is less room', () => {
  const cast = new Cast();
  cast.choose(['a', 'b', 'c'], new Set(['c']));
  expect(cast.choose(['a', 'b', 'c'], nobody, 2)).toEqual(['a', 'c']);
});

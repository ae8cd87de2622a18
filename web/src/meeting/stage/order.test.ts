import { describe, expect, it } from 'vitest';
import { bySeat, paged } from './order';

const seat = (identity: string, joinedAt: number, isLocal = false) => ({ identity, joinedAt, isLocal });

describe('bySeat', () => {
  it('places people in the order they came, oneself last', () => {
    const people = [seat('me', 1, true), seat('late', 9), seat('early', 2), seat('b', 5), seat('a', 5)];
    expect(people.sort(bySeat).map(({ identity }) => identity)).toEqual(['early', 'a', 'b', 'late', 'me']);
  });
});

describe('paged', () => {
  const tiles = Array.from({ length: 30 }, (_, index) => index);

  it('cuts into pages', () => {
    expect(paged(tiles, 25, 1)).toEqual({ pages: 2, current: 1, shown: [25, 26, 27, 28, 29] });
  });

  it('falls back to the last page when people have left', () => {
    expect(paged(tiles.slice(0, 5), 25, 3)).toEqual({ pages: 1, current: 0, shown: [0, 1, 2, 3, 4] });
    expect(paged([], 25, 0)).toEqual({ pages: 1, current: 0, shown: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { contain, focus, grid, stripRoom, type Stage, type Tile } from './layout';

const desktop: Stage = { width: 1280, height: 720, gap: 8 };
const phone: Stage = { width: 390, height: 700, gap: 8 };
const counts = Array.from({ length: 49 }, (_, index) => index + 1);

function inside(tile: Tile, stage: Stage): boolean {
  const slack = 0.01;
  return (
    tile.x >= -slack &&
    tile.y >= -slack &&
    tile.x + tile.width <= stage.width + slack &&
    tile.y + tile.height <= stage.height + slack
  );
}

function overlap(a: Tile, b: Tile): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('grid', () => {
  it.each(counts)('keeps %i tiles inside the stage and apart from each other', (count) => {
    for (const stage of [desktop, phone]) {
      const tiles = grid(count, stage, 3 / 4);
      expect(tiles).toHaveLength(count);
      expect(tiles.every((tile) => inside(tile, stage))).toBe(true);
      expect(tiles.some((a, i) => tiles.slice(i + 1).some((b) => overlap(a, b)))).toBe(false);
    }
  });

  it('gives one person the whole of a 16:9 stage', () => {
    expect(grid(1, desktop)).toEqual([{ x: 0, y: 0, width: 1280, height: 720 }]);
  });

  it('puts two people beside each other on a desktop and one above the other on a phone', () => {
    const [left, right] = grid(2, desktop);
    const [above, below] = grid(2, phone, 3 / 4);
    expect(left?.y).toBe(right?.y);
    expect(above?.x).toBe(below?.x);
  });

  it('is empty when nobody is there or there is no room', () => {
    expect(grid(0, desktop)).toEqual([]);
    expect(grid(3, { width: 0, height: 0, gap: 8 })).toEqual([]);
  });
});

describe('focus', () => {
  it('gives the whole stage to what is shown when nobody else is there', () => {
    expect(focus(0, desktop)).toEqual({ main: { x: 0, y: 0, width: 1280, height: 720 }, strip: [] });
  });

  it.each([desktop, phone])('keeps the strip inside the stage and off the main place', (stage) => {
    const { main, strip } = focus(30, stage);
    expect(strip).toHaveLength(stripRoom(stage));
    expect(strip.every((tile) => inside(tile, stage) && !overlap(tile, main))).toBe(true);
  });
});

describe('contain', () => {
  it('centres a portrait video in a landscape tile', () => {
    expect(contain({ x: 0, y: 0, width: 160, height: 90 }, 9 / 16)).toEqual({
      x: (160 - 50.625) / 2,
      y: 0,
      width: 50.625,
      height: 90,
    });
  });
});

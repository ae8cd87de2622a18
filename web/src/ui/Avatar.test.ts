import { describe, expect, it } from 'vitest';
import { initials, safeColor } from './Avatar';

describe('initials', () => {
  it.each([
    ['Ada Byron', 'AB'],
    ['  ada   de   byron ', 'AB'],
    ['zoé', 'Z'],
    ['jane.doe@example.test', 'JT'],
    ['🙂', '?'],
    ['', '?'],
    ['李 小龙', '李小'],
  ])('of %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('safeColor', () => {
  it('keeps the hue and makes it dark enough for white letters', () => {
    expect(safeColor('hsl(311, 68%, 30%)')).toBe('hsl(311, 68%, 30%)');
    expect(safeColor('hsl(311, 68%, 60%)')).toMatch(/^hsl\(311, 68%, (3\d|4\d)%\)$/);
    expect(safeColor('hsl(80, 60%, 44%)')).toMatch(/^hsl\(80, 60%, 3\d%\)$/);
  });

  it('never lets foreign text into a style', () => {
    expect(safeColor('url(https://evil.test/x.png)')).toBe('hsl(222, 20%, 38%)');
    expect(safeColor(undefined)).toBe('hsl(222, 20%, 38%)');
  });
});

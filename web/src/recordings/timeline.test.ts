import { describe, expect, it } from 'vitest';
import { causeKey, kindKey, lines } from './timeline';

const at = '2026-03-02T09:00:00.481516Z';

describe('lines', () => {
  it('reads a plain list and a page alike', () => {
    const list = [{ at, kind: 'saved', details: { cause: 'room_empty' } }];
    const expected = [{ at, kind: 'saved', cause: 'room_empty' }];
    expect(lines(list)).toEqual(expected);
    expect(lines({ results: list })).toEqual(expected);
  });

  it('leaves out what it does not understand', () => {
    expect(lines([null, 3, {}, { at, kind: 7 }, { at, kind: 'active', details: { cause: {} } }])).toEqual([
      { at, kind: 'active', cause: null },
    ]);
    expect(lines('nonsense')).toEqual([]);
    expect(lines(undefined)).toEqual([]);
  });
});

describe('words', () => {
  it('exist for what everybody may want to know, and not for the rest', () => {
    expect(kindKey('saved')).toBe('timeline.saved');
    expect(kindKey('lease_renewed')).toBeNull();
    expect(causeKey('room_empty')).toBe('cause.roomEmpty');
    expect(causeKey('something else')).toBeNull();
    expect(causeKey(null)).toBeNull();
  });
});

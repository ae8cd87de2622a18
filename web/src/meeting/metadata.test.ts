import { describe, expect, it } from 'vitest';
import { changeIn, parsed } from './metadata';

describe('changeIn', () => {
  it('reads rules and access level', () => {
    const metadata = JSON.stringify({ configuration: { everyone_can_mute: false }, access_level: 'trusted', other: 1 });
    expect(changeIn(metadata)).toEqual({ configuration: { everyone_can_mute: false }, access_level: 'trusted' });
  });

  it('says nothing about what is not there, or is nonsense', () => {
    const nonsense = ['', '{}', 'no json', '[]', 'null', '{"configuration":[],"access_level":"everybody"}'];
    expect(nonsense.map(changeIn)).toEqual(nonsense.map(() => ({})));
  });
});

describe('parsed', () => {
  it('is an object in any case', () => {
    expect([undefined, '', '7', '[1]', '{'].map(parsed)).toEqual([{}, {}, {}, {}, {}]);
  });
});

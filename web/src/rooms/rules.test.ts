import { describe, expect, it } from 'vitest';
import type { Source } from '../api/types';
import { mayMuteOthers, rulesOf, withRule } from './rules';

const all: readonly Source[] = ['camera', 'microphone', 'screen_share', 'screen_share_audio'];

describe('rulesOf', () => {
  it('takes what the server allows where the room says nothing', () => {
    const open = { microphone: true, camera: true, screen: true, muteOthers: true };
    expect(rulesOf({}, all)).toEqual(open);
    expect(rulesOf({ can_publish_sources: null }, all)).toEqual(open);
    expect(rulesOf(undefined, ['microphone'])).toEqual({ ...open, camera: false, screen: false });
  });

  it('takes an empty list as nothing', () => {
    expect(rulesOf({ can_publish_sources: [] }, all)).toMatchObject({
      microphone: false,
      camera: false,
      screen: false,
    });
  });
});

describe('withRule', () => {
  it('changes one thing and keeps the rest', () => {
    const before = { can_publish_sources: ['camera', 'microphone'], everyone_can_mute: 'yes' } as const;
    expect(withRule(before, 'camera', false, all)).toEqual({
      can_publish_sources: ['microphone'],
      everyone_can_mute: 'yes',
    });
    expect(withRule(before, 'muteOthers', false, all)).toEqual({ ...before, everyone_can_mute: false });
  });

  it('begins with what the server allows', () => {
    expect(withRule({}, 'microphone', false, all)).toEqual({
      can_publish_sources: ['camera', 'screen_share', 'screen_share_audio'],
    });
  });

  it('shares a screen with its sound', () => {
    expect(withRule({ can_publish_sources: [] }, 'screen', true, all)).toEqual({
      can_publish_sources: ['screen_share', 'screen_share_audio'],
    });
  });
});

describe('mayMuteOthers', () => {
  it.each([
    [undefined, true],
    [null, false],
    [true, true],
    [0, false],
    ['Yes', true],
    ['false', false],
    ['off', false],
  ])('reads %s as %s', (said, expected) => {
    expect(mayMuteOthers(said === undefined ? {} : { everyone_can_mute: said })).toBe(expected);
  });
});

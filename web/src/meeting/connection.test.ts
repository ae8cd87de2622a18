import { DisconnectReason } from 'livekit-client';
import { describe, expect, it } from 'vitest';
import type { Configuration, Room } from '../api/types';
import { addressOf, backOff, endingOf, mendBlips } from './connection';

describe('endingOf', () => {
  it('ends the meeting when somebody wanted it to end', () => {
    expect(endingOf(DisconnectReason.CLIENT_INITIATED)).toBe('left');
    expect(endingOf(DisconnectReason.DUPLICATE_IDENTITY)).toBe('elsewhere');
    expect(endingOf(DisconnectReason.PARTICIPANT_REMOVED)).toBe('removed');
    expect(endingOf(DisconnectReason.ROOM_DELETED)).toBe('closed');
  });

  it('comes back when the server or the network went away', () => {
    const accidents = [
      undefined,
      DisconnectReason.UNKNOWN_REASON,
      DisconnectReason.SERVER_SHUTDOWN,
      DisconnectReason.STATE_MISMATCH,
      DisconnectReason.SIGNAL_CLOSE,
    ];
    expect(accidents.map(endingOf)).toEqual([null, null, null, null, null]);
  });
});

describe('addressOf', () => {
  const room = (url: string) => ({ livekit: { url, room: 'r', token: 't' } }) as Room;
  const configuration = (url: string | null, force = false) =>
    ({ livekit: { url, force_wss_protocol: force } }) as Configuration;

  it('prefers the address of the room', () => {
    expect(addressOf(room('wss://a.test'), configuration('wss://b.test'))).toBe('wss://a.test');
    expect(addressOf(room(''), configuration('https://b.test'))).toBe('https://b.test');
    expect(addressOf(room(''), configuration(null))).toBeNull();
  });

  it('uses wss where the operator forces it', () => {
    expect(addressOf(room('https://a.test/x'), configuration(null, true))).toBe('wss://a.test/x');
  });
});

describe('mendBlips', () => {
  it('leaves anything longer than a blip to us', () => {
    const delays = [0, 1, 2].map((retryCount) => mendBlips.nextRetryDelayInMs({ retryCount, elapsedMs: 0 }));
    expect(delays).toEqual([0, 300, null]);
  });
});

describe('backOff', () => {
  it('grows, and stops growing at about ten seconds', () => {
    expect([0, 1, 2, 3, 20].map((failures) => backOff(failures, 0.5))).toEqual([500, 1000, 2000, 4000, 10_000]);
  });
});

import { act, screen } from '@testing-library/react';
import { EngineEvent, RoomEvent, Track, type Room } from 'livekit-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Emitter } from '../../testing/emitter';
import { show } from '../../testing/page';
import { dismissTopic } from '../../ui/toast';
import { useMutedByOthers } from './useMutedByOthers';

const alice = { identity: 'a', name: 'Alice' };
const message = new TextEncoder().encode('{"type":"participantMuted"}');
let room: Emitter & { engine: Emitter };
let forbid: ReturnType<typeof vi.fn<(kind: 'microphone' | 'camera') => void>>;

function Listening() {
  useMutedByOthers(room as unknown as Room, { forbid });
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
  forbid = vi.fn();
  const trackPublications = new Map([
    ['TR_m', { source: Track.Source.Microphone }],
    ['TR_c', { source: Track.Source.Camera }],
  ]);
  room = Object.assign(new Emitter(), { engine: new Emitter(), localParticipant: { trackPublications } });
  show(<Listening />);
});

afterEach(() => {
  pass(30_000);
  dismissTopic('');
  vi.useRealTimers();
});

const pass = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
const mute = (sid: string, isMuted = true) => act(() => room.engine.emit(EngineEvent.RemoteMute, sid, isMuted));
const tell = (from?: object) => act(() => room.emit(RoomEvent.DataReceived, message, from));

it('names who muted, whichever word comes first, and keeps the device off', () => {
  mute('TR_m');
  tell(alice);
  expect(screen.getByText(/^Alice muted your microphone/)).toBeTruthy();
  expect(forbid).toHaveBeenCalledWith('microphone');
  tell(alice);
  mute('TR_c');
  expect(screen.getByText('Alice turned your camera off.')).toBeTruthy();
});

it('tells it without a name when nobody said so', () => {
  mute('TR_m');
  pass(2_000);
  expect(screen.getByText(/^Your microphone was muted/)).toBeTruthy();
});

it('believes no participant that somebody was muted', () => {
  tell(alice);
  pass(5_000);
  expect(screen.queryByText(/muted/)).toBeNull();
  mute('TR_m');
  pass(2_000);
  expect(screen.queryByText(/Alice/)).toBeNull();
});

it('says nothing when a track is unmuted, or is not there', () => {
  mute('TR_m', false);
  mute('TR_x');
  pass(5_000);
  expect(screen.queryByText(/muted/)).toBeNull();
  expect(forbid).not.toHaveBeenCalled();
});

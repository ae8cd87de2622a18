import { act, screen } from '@testing-library/react';
import { ParticipantEvent, RoomEvent, Track, type Room } from 'livekit-client';
import { expect, it, vi } from 'vitest';
import { Events } from '../testing/liveEvents';
import { show } from '../testing/page';
import { usePermissionChanges } from './usePermissionChanges';

const proto = { camera: 1, microphone: 2, screen: 3 };

function meeting() {
  const publication = { source: Track.Source.Camera, track: {} };
  const me = Object.assign(new Events(), {
    permissions: allowing('camera', 'microphone', 'screen'),
    trackPublications: new Map([['sid', publication]]),
    unpublishTrack: vi.fn(() => Promise.resolve()),
  });
  const room = Object.assign(new Events(), { localParticipant: me });
  const forbid = vi.fn();
  const Part = () => {
    usePermissionChanges(room as unknown as Room, { forbid });
    return null;
  };
  show(<Part />);
  const change = (...kinds: (keyof typeof proto)[]) =>
    act(() => {
      me.permissions = allowing(...kinds);
      me.emit(ParticipantEvent.ParticipantPermissionsChanged);
    });
  act(() => room.emit(RoomEvent.Connected));
  return { me, forbid, change, publication };
}

function allowing(...kinds: (keyof typeof proto)[]) {
  return { canPublish: true, canPublishSources: kinds.map((kind) => proto[kind]) };
}

it('says nothing of what was not allowed to begin with', () => {
  meeting();
  expect(screen.queryByText(/hosts have turned/)).toBeNull();
});

it('stops what hosts forbid, so that it stays off', async () => {
  const { me, forbid, change, publication } = meeting();
  change('microphone', 'screen');
  expect(await screen.findByText('The hosts have turned cameras off for participants.')).toBeTruthy();
  expect(forbid.mock.calls).toEqual([['camera']]);
  expect(me.unpublishTrack).toHaveBeenCalledExactlyOnceWith(publication.track, true);
});

it('says what is allowed again, and turns nothing on', async () => {
  const { change, forbid } = meeting();
  change('microphone');
  change('microphone', 'camera');
  expect(await screen.findByText('You may turn your camera on again.')).toBeTruthy();
  expect(forbid).toHaveBeenCalledOnce();
});

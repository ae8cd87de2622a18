import { act, screen } from '@testing-library/react';
import { ConnectionState, RoomEvent, type Room } from 'livekit-client';
import { expect, it } from 'vitest';
import type { Room as RoomAnswer } from '../api/types';
import { Events } from '../testing/liveEvents';
import { show } from '../testing/page';
import { useIsHost } from './useIsHost';
import { useRoomNow } from './useRoomNow';

const answer: RoomAnswer = { id: 'r', slug: 'weekly', access_level: 'public', configuration: {} };

function enter(accesses: RoomAnswer['accesses']) {
  const me = { isLocal: true, attributes: {} as Record<string, string> };
  const room = Object.assign(new Events(), {
    state: ConnectionState.Connecting,
    localParticipant: me,
    metadata: undefined as string | undefined,
  });
  const Part = () => {
    const live = room as unknown as Room;
    const [now] = useRoomNow(live, answer);
    const isHost = useIsHost(live, { ...answer, ...(accesses && { accesses }) });
    return <p>{`${isHost ? 'host' : 'participant'}, ${now.access_level}`}</p>;
  };
  show(<Part />);
  const become = (role: string) =>
    act(() => {
      me.attributes = { room_role: role };
      room.emit(RoomEvent.ParticipantAttributesChanged, {}, me);
    });
  return { room, me, become };
}

it('believes the server at the door, then the role in the meeting', () => {
  const { become } = enter([]);
  expect(screen.getByText('host, public')).toBeTruthy();
  become('owner');
  expect(screen.getByText('host, public')).toBeTruthy();
  become('member');
  expect(screen.getByText('participant, public')).toBeTruthy();
});

it('tells people that they were promoted and demoted', async () => {
  const { become } = enter(undefined);
  become('administrator');
  expect(await screen.findByText('You are a host of this meeting now.')).toBeTruthy();
  expect(screen.getByText('host, public')).toBeTruthy();
  become('member');
  expect(await screen.findByText('You are not a host of this meeting any more.')).toBeTruthy();
});

it('does not take a change of somebody else for its own', () => {
  const { room } = enter(undefined);
  act(() => {
    room.emit(RoomEvent.ParticipantAttributesChanged, {}, { isLocal: false, attributes: { room_role: 'owner' } });
  });
  expect(screen.getByText('participant, public')).toBeTruthy();
});

it('follows the metadata of the room', () => {
  const { room } = enter(undefined);
  act(() => {
    room.metadata = '{"access_level":"restricted"}';
    room.emit(RoomEvent.RoomMetadataChanged);
  });
  expect(screen.getByText('participant, restricted')).toBeTruthy();
});

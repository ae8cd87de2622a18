import { ConnectionState, RoomEvent, type Participant, type Room } from 'livekit-client';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room as RoomAnswer } from '../api/types';
import { toast } from '../ui/toast';

/** Whether somebody is a host, which our server's tokens and nobody else say. */
export function isHostRole({ attributes }: Pick<Participant, 'attributes'>): boolean {
  return attributes.room_role === 'owner' || attributes.room_role === 'administrator';
}

/** Whether this person is a host now: as the server told at the door, then as promotions and demotions make it; each is said. */
export function useIsHost(room: Room, answer: RoomAnswer): boolean {
  const { t } = useTranslation();
  const [isHost, setHost] = useState(answer.accesses !== undefined);
  const last = useRef(isHost);
  useEffect(() => {
    const read = () => {
      const now = isHostRole(room.localParticipant);
      if (now !== last.current) toast(t(now ? 'host.promoted' : 'host.demoted'));
      last.current = now;
      setHost(now);
    };
    const changed = (_attributes: Record<string, string>, participant: Participant) => {
      if (participant.isLocal) read();
    };
    if (room.state === ConnectionState.Connected) read();
    room.on(RoomEvent.Connected, read).on(RoomEvent.ParticipantAttributesChanged, changed);
    return () => void room.off(RoomEvent.Connected, read).off(RoomEvent.ParticipantAttributesChanged, changed);
  }, [room, t]);
  return isHost;
}

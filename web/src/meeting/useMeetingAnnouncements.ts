import { RoomEvent, type Participant, type Room } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from './nameOf';
import { announce } from '../ui/announce';
import type { Phase } from './useConnection';

/** Tells the screen reader who comes and goes, and when the connection does. */
export function useMeetingAnnouncements(room: Room, phase: Phase): void {
  const { t } = useTranslation();
  useSpokenPhase(phase);
  useEffect(() => {
    const joined = (person: Participant) => announce(t('announce.joined', { name: nameOf(person) }));
    const left = (person: Participant) => announce(t('announce.left', { name: nameOf(person) }));
    room.on(RoomEvent.ParticipantConnected, joined).on(RoomEvent.ParticipantDisconnected, left);
    return () => {
      room.off(RoomEvent.ParticipantConnected, joined).off(RoomEvent.ParticipantDisconnected, left);
    };
  }, [room, t]);
}

function useSpokenPhase(phase: Phase): void {
  const { t } = useTranslation();
  const before = useRef(phase);
  useEffect(() => {
    const was = before.current;
    before.current = phase;
    if (phase === 'rejoining' && was === 'connected') announce(t('announce.reconnecting'), true);
    if (phase === 'connected' && was === 'rejoining') announce(t('announce.reconnected'));
  }, [phase, t]);
}

import { RoomEvent, type Participant, type Room } from 'livekit-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from './nameOf';
import { announce } from '../ui/announce';

/** Tells the screen reader who comes and goes, and who shows a screen. */
export function useMeetingAnnouncements(room: Room): void {
  const { t } = useTranslation();
  useEffect(() => {
    const joined = (person: Participant) => announce(t('announce.joined', { name: nameOf(person) }));
    const left = (person: Participant) => announce(t('announce.left', { name: nameOf(person) }));
    const back = () => announce(t('announce.reconnected'));
    const lost = () => announce(t('announce.reconnecting'), true);
    room
      .on(RoomEvent.ParticipantConnected, joined)
      .on(RoomEvent.ParticipantDisconnected, left)
      .on(RoomEvent.Reconnecting, lost)
      .on(RoomEvent.Reconnected, back);
    return () => {
      room
        .off(RoomEvent.ParticipantConnected, joined)
        .off(RoomEvent.ParticipantDisconnected, left)
        .off(RoomEvent.Reconnecting, lost)
        .off(RoomEvent.Reconnected, back);
    };
  }, [room, t]);
}

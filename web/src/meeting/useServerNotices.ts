import { RoomEvent, type RemoteParticipant, type Room } from 'livekit-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../i18n';
import { toast } from '../ui/toast';
import { readMessage } from './messages';

const notices: Record<string, Key> = {
  screenRecordingLimitReached: 'recording.limitReached',
  transcriptionLimitReached: 'recording.limitReached',
};

/** Shows what the server tells the room. A message that comes from a participant is not the server's, whatever it says. */
export function useServerNotices(room: Room): void {
  const { t } = useTranslation();
  useEffect(() => {
    const receive = (payload: Uint8Array, participant?: RemoteParticipant) => {
      const key = participant ? undefined : notices[readMessage(payload)?.type ?? ''];
      if (key) toast(t(key));
    };
    room.on(RoomEvent.DataReceived, receive);
    return () => void room.off(RoomEvent.DataReceived, receive);
  }, [room, t]);
}

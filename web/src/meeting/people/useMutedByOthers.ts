import { EngineEvent, RoomEvent, Track, type RemoteParticipant, type Room } from 'livekit-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../i18n';
import { toast } from '../../ui/toast';
import { readMessage } from '../messages';
import { nameOf } from '../nameOf';
import type { DeviceControl } from '../useDeviceControl';

/** How long the message of who did it may come before or after LiveKit's own word that it was done (milliseconds). */
const apart = 1_500;

const words: Partial<Record<Track.Source, { by: Key; unknown: Key; kind: 'microphone' | 'camera' }>> = {
  [Track.Source.Microphone]: { by: 'people.mutedYou.by', unknown: 'people.mutedYou', kind: 'microphone' },
  [Track.Source.Camera]: { by: 'people.hidYou.by', unknown: 'people.hidYou', kind: 'camera' },
};

/**
 * Tells that somebody else muted this person, and who; and keeps what was muted off, also after a lost connection. That it happened is LiveKit's word;
 * a participant's message only adds the name, because anybody can send one.
 */
export function useMutedByOthers(room: Room, { forbid }: Pick<DeviceControl, 'forbid'>): void {
  const { t } = useTranslation();
  useEffect(() => {
    const { engine } = room;
    let muter: { name: string; at: number } | null = null;
    let waiting: { timer: ReturnType<typeof setTimeout>; by: Key } | null = null;

    const tell = (by: Key, name: string) => {
      muter = null;
      toast(t(by, { name }));
    };
    const muted = (sid: string, isMuted: boolean) => {
      const source = room.localParticipant.trackPublications.get(sid)?.source;
      const said = isMuted && source ? words[source] : undefined;
      if (!said) return;
      forbid(said.kind);
      if (muter && Date.now() - muter.at < apart) {
        tell(said.by, muter.name);
        return;
      }
      waiting = { by: said.by, timer: setTimeout(() => toast(t(said.unknown)), apart) };
    };
    const receive = (payload: Uint8Array, participant?: RemoteParticipant) => {
      if (!participant || readMessage(payload)?.type !== 'participantMuted') return;
      muter = { name: nameOf(participant), at: Date.now() };
      if (!waiting) return;
      clearTimeout(waiting.timer);
      tell(waiting.by, muter.name);
      waiting = null;
    };
    engine.on(EngineEvent.RemoteMute, muted);
    room.on(RoomEvent.DataReceived, receive);
    return () => {
      clearTimeout(waiting?.timer);
      engine.off(EngineEvent.RemoteMute, muted);
      room.off(RoomEvent.DataReceived, receive);
    };
  }, [room, forbid, t]);
}

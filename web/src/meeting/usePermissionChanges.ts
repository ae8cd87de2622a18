import { ParticipantEvent, RoomEvent, Track, type Room } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../i18n';
import { toast } from '../ui/toast';
import { mayPublish, type DeviceControl } from './useDeviceControl';

type Kind = 'microphone' | 'camera' | 'screen';

const kinds: readonly Kind[] = ['microphone', 'camera', 'screen'];
const taken: Record<Kind, Key> = {
  microphone: 'control.noMicrophone',
  camera: 'control.noCamera',
  screen: 'control.noScreen',
};
const given: Record<Kind, Key> = {
  microphone: 'rule.again.microphone',
  camera: 'rule.again.camera',
  screen: 'rule.again.screen',
};

/** When hosts change what this person may send: what is not allowed any more stops and stays off, and either is said. */
export function usePermissionChanges(room: Room, { forbid }: Pick<DeviceControl, 'forbid'>): void {
  const { t } = useTranslation();
  const before = useRef<Record<Kind, boolean> | null>(null);
  useEffect(() => {
    const me = room.localParticipant;
    const read = () => {
      const was = before.current;
      const now = allowed(room);
      before.current = now;
      for (const kind of kinds.filter((each) => was && was[each] !== now[each])) {
        toast(t((now[kind] ? given : taken)[kind]));
        if (!now[kind]) void stop(me, kind, forbid);
      }
    };
    room.on(RoomEvent.Connected, read);
    me.on(ParticipantEvent.ParticipantPermissionsChanged, read);
    return () => {
      room.off(RoomEvent.Connected, read);
      me.off(ParticipantEvent.ParticipantPermissionsChanged, read);
    };
  }, [room, forbid, t]);
}

function allowed({ localParticipant: { permissions } }: Room): Record<Kind, boolean> {
  return {
    microphone: mayPublish(permissions, 'microphone'),
    camera: mayPublish(permissions, 'camera'),
    screen: mayPublish(permissions, 'screen'),
  };
}

async function stop(me: Room['localParticipant'], kind: Kind, forbid: DeviceControl['forbid']): Promise<void> {
  if (kind !== 'screen') forbid(kind);
  for (const { track, source } of [...me.trackPublications.values()]) {
    if (track && kindOf(source) === kind) await me.unpublishTrack(track, true).catch(() => undefined);
  }
}

function kindOf(source: Track.Source): Kind | null {
  switch (source) {
    case Track.Source.Microphone:
      return 'microphone';
    case Track.Source.Camera:
      return 'camera';
    case Track.Source.ScreenShare:
    case Track.Source.ScreenShareAudio:
      return 'screen';
    default:
      return null;
  }
}

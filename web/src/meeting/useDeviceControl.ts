import { Track, type Room } from 'livekit-client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { recallChoices, rememberChoices, type DeviceChoices } from '../prejoin/choices';
import { problemOf, type DeviceProblem } from '../prejoin/devices';

type Kind = 'microphone' | 'camera';
type Permissions = Room['localParticipant']['permissions'];

export interface DeviceControl {
  /** Why a device that is wanted is not running. */
  readonly problems: Record<Kind, DeviceProblem | null>;
  /** Turns a device on or off; resolves to the problem, if there was one. */
  readonly turn: (kind: Kind, on: boolean) => Promise<DeviceProblem | null>;
  /** Forgets that a device was wanted: it is not allowed any more, and does not come on by itself when it is again. */
  readonly forbid: (kind: Kind) => void;
  /** Publishes what the person wants to publish into a room that was just entered, or entered anew, and nothing else; the others are about that room from now on. */
  readonly publish: (room: Room) => Promise<void>;
}

const sources = { microphone: Track.Source.Microphone, camera: Track.Source.Camera };

/** Microphone and camera as the person wants them, kept across lost connections. */
export function useDeviceControl(): DeviceControl {
  const room = useRef<Room | null>(null);
  const [problems, setProblems] = useState<Record<Kind, DeviceProblem | null>>({ microphone: null, camera: null });
  const wanted = useRef<DeviceChoices>(recallChoices());

  const turn = useCallback(async (kind: Kind, on: boolean) => {
    wanted.current = { ...wanted.current, [kind]: on };
    rememberChoices(wanted.current);
    const problem = room.current && (await set(room.current, kind, on, wanted.current));
    setProblems((before) => ({ ...before, [kind]: problem }));
    return problem;
  }, []);

  const forbid = useCallback((kind: Kind) => {
    wanted.current = { ...wanted.current, [kind]: false };
    setProblems((before) => ({ ...before, [kind]: null }));
  }, []);

  const publish = useCallback(async (entered: Room) => {
    room.current = entered;
    await forgetPublications(entered);
    const { microphone, camera, speakerId } = wanted.current;
    const outcome = await Promise.all([
      microphone && mayPublish(entered.localParticipant.permissions, 'microphone')
        ? set(entered, 'microphone', true, wanted.current)
        : null,
      camera && mayPublish(entered.localParticipant.permissions, 'camera')
        ? set(entered, 'camera', true, wanted.current)
        : null,
    ]);
    setProblems({ microphone: outcome[0], camera: outcome[1] });
    if (speakerId) await entered.switchActiveDevice('audiooutput', speakerId).catch(() => false);
  }, []);

  return useMemo(() => ({ problems, turn, forbid, publish }), [problems, turn, forbid, publish]);
}

/** Whether the server lets this person send from such a device. */
export function mayPublish(permissions: Permissions, kind: Kind | 'screen'): boolean {
  if (!permissions) return true;
  const source = kind === 'screen' ? Track.Source.ScreenShare : sources[kind];
  const allowed = permissions.canPublishSources.map(Track.sourceFromProto);
  return permissions.canPublish && (allowed.length === 0 || allowed.includes(source));
}

/** What an interrupted reconnection left behind is a stopped track, shown to everybody as a blank picture. */
async function forgetPublications({ localParticipant }: Room): Promise<void> {
  for (const { track } of [...localParticipant.trackPublications.values()]) {
    if (track) await localParticipant.unpublishTrack(track, true).catch(() => undefined);
  }
}

async function set(room: Room, kind: Kind, on: boolean, choices: DeviceChoices): Promise<DeviceProblem | null> {
  const { localParticipant } = room;
  try {
    if (kind === 'microphone') await localParticipant.setMicrophoneEnabled(on, device(choices.microphoneId));
    else await localParticipant.setCameraEnabled(on, device(choices.cameraId));
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

function device(id: string) {
  return id ? { deviceId: { ideal: id } } : {};
}

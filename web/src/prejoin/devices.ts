import type { Key } from '../i18n';

/** Why a microphone or a camera cannot be used. */
export type DeviceProblem = 'denied' | 'missing' | 'busy' | 'insecure' | 'other';

export function problemOf(error: unknown): DeviceProblem {
  if (!('mediaDevices' in navigator)) return 'insecure';
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'DevicesNotFoundError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError' || name === 'TrackStartError') return 'busy';
  return 'other';
}

type Kind = 'microphone' | 'camera';

const words: Record<Kind, Record<DeviceProblem, Key>> = {
  microphone: {
    denied: 'device.microphone.denied',
    missing: 'device.microphone.missing',
    busy: 'device.microphone.busy',
    insecure: 'device.insecure',
    other: 'device.microphone.other',
  },
  camera: {
    denied: 'device.camera.denied',
    missing: 'device.camera.missing',
    busy: 'device.camera.busy',
    insecure: 'device.insecure',
    other: 'device.camera.other',
  },
};

export function problemKey(kind: Kind, problem: DeviceProblem): Key {
  return words[kind][problem];
}

import { recall, remember } from '../app/store';

/** The devices a person wants to use, as this browser remembers them. An empty id is the system's own choice. */
export interface DeviceChoices {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly microphoneId: string;
  readonly cameraId: string;
  readonly speakerId: string;
}

const defaults: DeviceChoices = { microphone: true, camera: true, microphoneId: '', cameraId: '', speakerId: '' };

export function recallChoices(): DeviceChoices {
  try {
    const kept = JSON.parse(recall('devices') ?? '{}') as Partial<Record<keyof DeviceChoices, unknown>>;
    return {
      microphone: kept.microphone !== false,
      camera: kept.camera !== false,
      microphoneId: text(kept.microphoneId),
      cameraId: text(kept.cameraId),
      speakerId: text(kept.speakerId),
    };
  } catch {
    return defaults;
  }
}

export function rememberChoices(choices: DeviceChoices): void {
  remember('devices', JSON.stringify(choices));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import type { Recording } from '../api/types';
import type { Key } from '../i18n';

type Stage = 'recording' | 'saving' | 'ready' | 'expired' | 'failed';

/** What a recording's status means to the person who looks at it; what is held back is there whatever its age. */
export function stage({ status, is_expired }: Recording, isHeld = false): Stage {
  switch (status) {
    case 'initiated':
    case 'active':
      return 'recording';
    case 'stopped':
      return 'saving';
    case 'saved':
    case 'notification_succeeded':
    case 'external_process_successful':
    case 'external_process_failed':
      return is_expired && !isHeld ? 'expired' : 'ready';
    case 'aborted':
    case 'failed_to_start':
    case 'failed_to_stop':
      return 'failed';
  }
}

export function isUnderWay(recording: Recording): boolean {
  return stage(recording) === 'recording' || stage(recording) === 'saving';
}

const keys: Record<Stage, Key> = {
  recording: 'recording.status.recording',
  saving: 'recording.status.saving',
  ready: 'recording.status.ready',
  expired: 'recording.status.expired',
  failed: 'recording.status.failed',
};

export function statusKey(recording: Recording, isHeld = false): Key {
  return keys[stage(recording, isHeld)];
}

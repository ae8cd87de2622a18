import type { RecordingMode } from '../../api/types';
import { parsed } from '../metadata';

/** What everybody in the room can know of its recording (recordings contract 5.1, web client contract 9.4). */
export interface RecordingState {
  readonly phase: 'idle' | 'starting' | 'recording' | 'saving' | 'aborted';
  readonly mode: RecordingMode | null;
}

/**
 * Reads the room's metadata, which is hostile text until read, together with LiveKit's own flag: a recording runs
 * when the metadata says so and something does record. The flag alone (a recorder not started by us) counts too.
 */
export function recordingState(metadata: string | undefined, isRecording: boolean): RecordingState {
  const { recording_status: status, recording_mode: mode } = parsed(metadata);
  return { phase: phase(status, isRecording), mode: modeOf(mode) };
}

function phase(status: unknown, isRecording: boolean): RecordingState['phase'] {
  switch (status) {
    case 'starting':
    case 'saving':
    case 'aborted':
      return status;
    case 'started':
      return isRecording ? 'recording' : 'starting';
    default:
      return isRecording ? 'recording' : 'idle';
  }
}

function modeOf(mode: unknown): RecordingMode | null {
  return mode === 'screen_recording' || mode === 'transcript' ? mode : null;
}

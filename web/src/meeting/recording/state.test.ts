import { describe, expect, it } from 'vitest';
import { recordingState } from './state';

const metadata = (status: string, mode = 'screen_recording') =>
  JSON.stringify({ recording_status: status, recording_mode: mode, access_level: 'public' });

describe('recordingState', () => {
  it.each([
    [metadata('starting'), false, 'starting'],
    [metadata('started'), false, 'starting'],
    [metadata('started'), true, 'recording'],
    [metadata('saving'), true, 'saving'],
    [metadata('saving'), false, 'saving'],
    [metadata('aborted'), false, 'aborted'],
    [metadata('something new'), false, 'idle'],
    ['{}', false, 'idle'],
    ['{}', true, 'recording'],
    ['', false, 'idle'],
    [undefined, false, 'idle'],
    ['not json', false, 'idle'],
    ['[1]', false, 'idle'],
    ['null', false, 'idle'],
    ['"text"', false, 'idle'],
  ])('%s with flag %s', (text, flag, phase) => {
    expect(recordingState(text, flag).phase).toBe(phase);
  });

  it('knows the mode, and nothing that is not one', () => {
    expect(recordingState(metadata('started', 'transcript'), true).mode).toBe('transcript');
    expect(recordingState(metadata('started', '<b>'), true).mode).toBeNull();
  });
});

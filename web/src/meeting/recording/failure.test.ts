import { describe, expect, it } from 'vitest';
import { ApiError } from '../../api/client';
import { failureKey } from './failure';

describe('failureKey', () => {
  it.each([
    [409, { error: 'A recording is already in progress for room x' }, 'recording.error.already'],
    [502, { error: 'Recording failed to start for room x' }, 'recording.error.start'],
    [502, { error: 'Recording failed to start for room x: The server already makes 2' }, 'recording.error.limit'],
    [502, { error: 'Recording failed to start for room x: need Chromium' }, 'recording.error.noBrowser'],
    [503, undefined, 'recording.error.limit'],
    [404, { detail: 'Not found.' }, 'recording.error.disabled'],
    [403, { detail: 'no' }, 'recording.error.notHost'],
    [401, undefined, 'failure.signedOut'],
    [500, undefined, 'recording.error.start'],
  ])('of a start answered %i', (status, body, key) => {
    expect(failureKey(new ApiError(status, body), 'start')).toBe(key);
  });

  it('tells a stop that came too late from one that failed', () => {
    expect(failureKey(new ApiError(404, {}), 'stop')).toBe('recording.error.notRunning');
    expect(failureKey(new ApiError(500, {}), 'stop')).toBe('recording.error.stop');
  });

  it('tells a lost network', () => {
    expect(failureKey(new TypeError('Failed to fetch'), 'start')).toBe('failure.network');
  });
});

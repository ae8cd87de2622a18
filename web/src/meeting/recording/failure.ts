import { ApiError } from '../../api/client';
import type { Key } from '../../i18n';

/** Words for a recording that could not be started or stopped (recordings contract 4.1, 4.2). */
export function failureKey(error: unknown, attempt: 'start' | 'stop'): Key {
  if (!(error instanceof ApiError)) return 'failure.network';
  if (error.status === 401) return 'failure.signedOut';
  if (error.status === 403) return 'recording.error.notHost';
  if (attempt === 'stop') return error.status === 404 ? 'recording.error.notRunning' : 'recording.error.stop';
  if (error.status === 409) return 'recording.error.already';
  if (error.status === 404) return 'recording.error.disabled';
  const why = reason(error.body);
  if (/chromium/i.test(why)) return 'recording.error.noBrowser';
  const isFull = error.status === 429 || error.status === 503 || /already makes|limit|too many/i.test(why);
  return isFull ? 'recording.error.limit' : 'recording.error.start';
}

/** Our server says in the body why it refuses, after the sentence of the contract. */
function reason(body: unknown): string {
  const text = typeof body === 'object' && body !== null && 'error' in body ? body.error : '';
  return typeof text === 'string' ? text : '';
}

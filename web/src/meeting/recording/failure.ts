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
  if (error.status === 429 || error.status === 503 || isLimit(error.body)) return 'recording.error.limit';
  return 'recording.error.start';
}

/** Our server says in the body when it is recording as many meetings as it may. */
function isLimit(body: unknown): boolean {
  const text = typeof body === 'object' && body !== null && 'error' in body ? body.error : '';
  return typeof text === 'string' && /\b(limit|too many|as many|at once|simultaneous|maximum)/i.test(text);
}

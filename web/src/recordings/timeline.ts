import type { Key } from '../i18n';

/** One line of a recording's story as the server tells it. */
export interface Line {
  readonly at: string;
  readonly kind: string;
  readonly cause: string | null;
}

/** The lines in the answer of `GET recordings/{id}/timeline/`; what cannot be understood is left out. */
export function lines(answer: unknown): Line[] {
  const list = Array.isArray(answer) ? answer : field(answer, 'results');
  return Array.isArray(list) ? list.flatMap(line) : [];
}

const kinds: Record<string, Key> = {
  initiated: 'timeline.initiated',
  active: 'timeline.active',
  started: 'timeline.started',
  worker_started: 'timeline.started',
  stopping: 'timeline.stopping',
  stop_requested: 'timeline.stopping',
  worker_ending: 'timeline.stopping',
  stopped: 'timeline.stopped',
  limit_reached: 'timeline.limitReached',
  worker_ended: 'timeline.workerEnded',
  saved: 'timeline.saved',
  notification_succeeded: 'timeline.notified',
  notification_failed: 'timeline.notificationFailed',
  aborted: 'timeline.aborted',
  failed_to_start: 'timeline.failedToStart',
  failed_to_stop: 'timeline.failedToStop',
  warning: 'timeline.warning',
  failed: 'timeline.failed',
  external_process_successful: 'timeline.transcribed',
  external_process_failed: 'timeline.notTranscribed',
};

/** The words for a kind of line; null for kinds that are of interest to operators only. */
export function kindKey(kind: string): Key | null {
  return kinds[kind] ?? null;
}

const causes: Record<string, Key> = {
  stopped: 'cause.stopped',
  requested: 'cause.stopped',
  stopped_before_start: 'cause.stopped',
  room_empty: 'cause.roomEmpty',
  limit_reached: 'cause.limitReached',
  room_closed: 'cause.roomClosed',
  disconnected: 'cause.disconnected',
  livekit_unreachable: 'cause.disconnected',
  server_restarted: 'cause.serverRestarted',
  server_stopped: 'cause.serverRestarted',
  browser_crashed: 'cause.browserCrashed',
  page_crashed: 'cause.browserCrashed',
  page_error: 'cause.browserCrashed',
  capture_failed: 'cause.browserCrashed',
  silent: 'cause.silent',
  upload_backlog: 'cause.silent',
  upload_refused: 'cause.silent',
  no_claim: 'cause.noClaim',
  no_mp4: 'cause.noMp4',
  no_opus: 'cause.noMp4',
  too_many: 'cause.tooMany',
};

/** The words for why something happened; null when there is nothing to add for a reader. */
export function causeKey(cause: string | null): Key | null {
  return cause === null ? null : (causes[cause] ?? null);
}

function line(entry: unknown): Line[] {
  const at = field(entry, 'at') ?? field(entry, 'created_at');
  const kind = field(entry, 'kind');
  if (typeof at !== 'string' || typeof kind !== 'string') return [];
  const details = field(entry, 'details');
  const cause = [field(details, 'cause'), field(details, 'reason')].find((value) => typeof value === 'string');
  return [{ at, kind, cause: typeof cause === 'string' ? cause : null }];
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && name in of ? (of as Record<string, unknown>)[name] : undefined;
}

import type { Key } from '../i18n';

/** One line of a recording's story as the server tells it; `causes` are words for programs, the most telling first. */
export interface Line {
  readonly at: string;
  readonly kind: string;
  readonly causes: readonly string[];
}

/** The lines in the answer of `GET recordings/{id}/timeline/`; what cannot be understood is left out. */
export function lines(answer: unknown): Line[] {
  const list = field(answer, 'results');
  return Array.isArray(list) ? list.flatMap(line) : [];
}

/** A line that has words. */
interface Entry {
  readonly line: Line;
  readonly kind: Key;
  readonly cause: Key | null;
}

/** What people did is told each time they did it. */
const deeds: readonly Key[] = ['timeline.shared', 'timeline.shareRevoked'];

/** What a reader wants to know of the story: lines that have words, the same words not twice in a row. */
export function told(all: readonly Line[]): Entry[] {
  return all
    .flatMap((line) => {
      const kind = kindKey(line.kind);
      return kind ? [{ line, kind, cause: causeKey(line) }] : [];
    })
    .filter(({ kind }, index, entries) => deeds.includes(kind) || kind !== entries[index - 1]?.kind);
}

/** The story day by day, each day by its name. */
export function byDay(entries: readonly Entry[], name: (at: string) => string): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = name(entry.line.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** Whether the server lets the recording be deleted as far as its status goes; null when it does not say. */
export function deletable(answer: unknown): boolean | null {
  const said = field(answer, 'is_deletable');
  return typeof said === 'boolean' ? said : null;
}

/** Whether an operator holds the recording back: nobody deletes it, nor does time. */
export function isHeld(all: readonly Line[]): boolean {
  return all.findLast(({ kind }) => kind === 'held' || kind === 'released')?.kind === 'held';
}

const kinds: Record<string, Key> = {
  initiated: 'timeline.initiated',
  active: 'timeline.active',
  recording: 'timeline.started',
  worker_started: 'timeline.started',
  nobody_published: 'timeline.nobodyPublished',
  stopped: 'timeline.stopped',
  worker_saving: 'timeline.saving',
  saved: 'timeline.saved',
  mail_sent: 'timeline.mailSent',
  mail_failed: 'timeline.mailFailed',
  mail_given_up: 'timeline.mailGivenUp',
  summary_sent: 'timeline.summarySent',
  summary_failed: 'timeline.summaryFailed',
  summary_given_up: 'timeline.summaryGivenUp',
  nobody_to_tell: 'timeline.nobodyToTell',
  retry_asked: 'timeline.retryAsked',
  aborted: 'timeline.aborted',
  failed_to_start: 'timeline.failedToStart',
  failed_to_stop: 'timeline.failedToStop',
  shared: 'timeline.shared',
  share_revoked: 'timeline.shareRevoked',
  held: 'timeline.held',
  released: 'timeline.released',
  expiry_warned: 'timeline.expiryWarned',
  warning: 'timeline.warning',
  external_process_successful: 'timeline.transcribed',
  external_process_failed: 'timeline.notTranscribed',
};

/** The words for a kind of line; null for kinds that are of interest to operators only. */
export function kindKey(kind: string): Key | null {
  return kinds[kind] ?? null;
}

const causes: Record<string, Key> = {
  requested: 'cause.stopped',
  stopped_before_start: 'cause.stopped',
  room_empty: 'cause.roomEmpty',
  limit_reached: 'cause.limitReached',
  room_closed: 'cause.roomClosed',
  disconnected: 'cause.disconnected',
  livekit_unreachable: 'cause.unreachable',
  server_restarted: 'cause.serverRestarted',
  server_stopped: 'cause.serverRestarted',
  browser_crashed: 'cause.browserCrashed',
  browser_died: 'cause.browserCrashed',
  page_crashed: 'cause.browserCrashed',
  page_error: 'cause.browserCrashed',
  capture_failed: 'cause.browserCrashed',
  silent: 'cause.silent',
  recorder_silent: 'cause.silent',
  upload_backlog: 'cause.silent',
  upload_refused: 'cause.silent',
  no_claim: 'cause.noClaim',
  recorder_not_started: 'cause.noClaim',
  never_started: 'cause.noClaim',
  no_answer: 'cause.noClaim',
  no_mp4: 'cause.noFormat',
  no_opus: 'cause.noFormat',
  nobody_published: 'cause.nobodyPublished',
  egress_failed: 'cause.recorderFailed',
  file_missing: 'cause.fileMissing',
  worker_gone: 'cause.silent',
  store_silent: 'cause.storeSilent',
  upload_slow: 'cause.slow',
  chunks_missing: 'cause.gap',
};

/** The words for why something happened; null when there is nothing to add for a reader. */
export function causeKey({ causes: given }: Line): Key | null {
  return given.map((cause) => causes[cause] ?? refusal(cause)).find((key) => key !== null) ?? null;
}

/** A worker's refusal is a sentence; these two are worth saying in the reader's language. */
function refusal(sentence: string): Key | null {
  if (/already makes|limit/i.test(sentence)) return 'cause.tooMany';
  return /chromium/i.test(sentence) ? 'cause.noBrowser' : null;
}

function line(entry: unknown): Line[] {
  const at = field(entry, 'at');
  const kind = field(entry, 'kind');
  if (typeof at !== 'string' || typeof kind !== 'string') return [];
  const details = field(entry, 'details');
  const given = [field(details, 'cause'), field(details, 'reason')];
  return [{ at, kind, causes: given.filter((value) => typeof value === 'string') }];
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && name in of ? (of as Record<string, unknown>)[name] : undefined;
}

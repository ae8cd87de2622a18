import type { Ending, Failure, Task } from './task';

/** Where the server's recorder endpoints are. */
const base = '/api/v1.0/recorder';

/** An attempt that takes longer is given up and repeated. */
const patience = 15_000;

/** The answer to a chunk: taken, refused for good, or the number the server waits for. */
export type Receipt =
  { readonly kind: 'taken'; readonly stop: boolean } | { readonly kind: 'expects'; readonly next: number } | Refusal;

interface Refusal {
  readonly kind: 'over' | 'refused' | 'damaged';
}

/** Exchanges the one-time code for the task. */
export async function claim(code: string): Promise<Task> {
  const answer = await fetch(`${base}/claim/`, json({ code }));
  if (!answer.ok) throw new Error(`claim refused: ${answer.status}`);
  return (await answer.json()) as Task;
}

/** The server of one recording, spoken to with its upload token. */
export class RecorderServer {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Sends one chunk once; throws on network errors and on answers that another attempt may change. */
  async put(number: number, chunk: Uint8Array<ArrayBuffer>): Promise<Receipt> {
    const answer = await fetch(`${base}/chunks/${number}/`, {
      method: 'PUT',
      body: chunk,
      headers: { ...this.#authorization(), 'Content-Digest': await digest(chunk) },
      signal: AbortSignal.timeout(patience),
    });
    switch (answer.status) {
      case 200:
        return { kind: 'taken', stop: ((await answer.json()) as { stop: boolean }).stop };
      case 409:
        return { kind: 'expects', next: ((await answer.json()) as { expected: number }).expected };
      case 410:
        return { kind: 'over' };
      case 400:
        return { kind: 'damaged' };
      case 401:
      case 403:
      case 404:
      case 413:
        return { kind: 'refused' };
      default:
        throw new Error(`chunk ${number}: ${answer.status}`);
    }
  }

  /** Tells what happened; losing such a message never ends a recording. */
  async tell(type: 'started' | 'warning' | 'failed', reason?: Failure | 'upload_slow'): Promise<void> {
    await this.#post('events', { type, reason: reason ?? null }).catch(() => undefined);
  }

  /** Says that every chunk is there. */
  async finish(reason: Ending, chunks: number, milliseconds: number): Promise<void> {
    await this.#post('finish', { reason, chunks, duration_ms: Math.round(milliseconds) });
  }

  async #post(path: string, body: object): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(`${base}/${path}/`, json(body, this.#authorization())).catch(() => undefined);
      if (answer && answer.status < 500) return;
      if (attempt === 5) throw new Error(`${path}: ${answer?.status ?? 'no answer'}`);
      await pause(250 * 2 ** attempt);
    }
  }

  #authorization() {
    return { Authorization: `Bearer ${this.#token}` };
  }
}

/** Resolves after the given milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function json(body: object, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
    signal: AbortSignal.timeout(patience),
  };
}

/** The value of `Content-Digest` (RFC 9530). */
async function digest(chunk: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', chunk));
  return `sha-256=:${btoa(String.fromCharCode(...hash))}:`;
}

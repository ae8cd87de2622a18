import { isStatus } from '../api/client';
import { follow } from '../api/events';
import { requestEntry } from '../api/people';
import type { EntryAnswer, LiveKitAccess } from '../api/types';

/** Where somebody stands who asks to be let in. `atOnce`: denied without having waited, so it was decided before. */
export type Entry =
  { readonly at: 'asking' | 'waiting' | 'gone' } | { readonly at: 'denied'; readonly atOnce: boolean };

export interface Listener {
  readonly onEntry: (entry: Entry) => void;
  /** Whether the server fails to answer; asking goes on. */
  readonly onTrouble: (isTroubled: boolean) => void;
  readonly onAdmitted: (access: LiveKitAccess) => void;
}

/** Milliseconds until the next question: without a stream of events, with one (to be safe), and when asked to slow down. */
const pauses = { polling: 1_000, following: 15_000, tooMany: 5_000, longest: 5_000 };

/** One person at the door, from asking until the answer: the answer is told by events, and asked for each second where events do not come. */
export class Knock {
  private readonly over = new AbortController();
  private unfollow: (() => void) | null = null;
  private isFlowing = false;
  private hasWaited = false;
  private failures = 0;
  private wake: () => void = () => undefined;

  constructor(
    private readonly room: { readonly id: string | null; readonly slug: string },
    private readonly name: string,
    private readonly listener: Listener,
  ) {}

  async run(): Promise<void> {
    let rest = await this.ask();
    while (rest !== null) {
      await this.pause(rest);
      rest = this.over.signal.aborted ? null : await this.ask();
    }
    this.stop();
  }

  stop(): void {
    this.over.abort();
    this.unfollow?.();
    this.wake();
  }

  /** Asks once; answers how long to wait until asking again, or null when that is over. */
  private async ask(): Promise<number | null> {
    try {
      const answer = await requestEntry(this.room.slug, this.name, this.over.signal);
      if (this.over.signal.aborted) return null;
      this.failures = 0;
      this.listener.onTrouble(false);
      return this.hear(answer);
    } catch (error) {
      return this.over.signal.aborted ? null : this.fail(error);
    }
  }

  private hear({ status, livekit }: EntryAnswer): number | null {
    if (livekit) {
      this.listener.onAdmitted(livekit);
      return null;
    }
    if (status === 'denied') {
      this.listener.onEntry({ at: 'denied', atOnce: !this.hasWaited });
      return null;
    }
    this.hasWaited = true;
    this.listener.onEntry({ at: 'waiting' });
    this.followEvents();
    return this.isFlowing ? pauses.following : pauses.polling;
  }

  private fail(error: unknown): number | null {
    if (isStatus(error, 404)) {
      this.listener.onEntry({ at: 'gone' });
      return null;
    }
    if (isStatus(error, 429)) return pauses.tooMany;
    this.listener.onTrouble(true);
    this.failures += 1;
    return Math.min(pauses.longest, 500 * 2 ** this.failures);
  }

  /** Events tell that something was decided; what it was, the next question tells. */
  private followEvents(): void {
    if (this.room.id === null) return;
    this.unfollow ??= follow(`rooms/${this.room.id}/lobby/events/`, {
      events: {
        entry: (data) => {
          if (!isWaiting(data)) this.wake();
        },
        gone: () => this.wake(),
      },
      onFlow: (isFlowing) => {
        const stopped = this.isFlowing && !isFlowing;
        this.isFlowing = isFlowing;
        if (stopped) this.wake();
      },
    });
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function isWaiting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'status' in data && data.status === 'waiting';
}

import { isStatus } from '../../api/client';
import { follow } from '../../api/events';
import { waitingPeople } from '../../api/people';
import type { WaitingPerson } from '../../api/types';

/** Milliseconds between two looks: while somebody waits, after trouble, and in case every notice was lost. */
const pauses = { busy: 1_000, trouble: 3_000, idle: 30_000 };

/**
 * Who waits at the door of a room, for one of its hosts: told by events; where those do not come, looked up at the beginning, at each notice that
 * somebody waits, and each second as long as somebody does (contract: rooms 11.3, 19).
 */
export class WaitingLine {
  private readonly over = new AbortController();
  private isFlowing = false;
  private wake: () => void = () => undefined;
  private unfollow: () => void = () => undefined;

  constructor(
    private readonly room: string,
    private readonly onChange: (people: readonly WaitingPerson[]) => void,
  ) {}

  async run(): Promise<void> {
    this.unfollow = follow(`rooms/${this.room}/lobby/events/`, {
      events: { waiting: (data) => this.onChange(listed(data)) },
      onFlow: (isFlowing) => {
        const stopped = this.isFlowing && !isFlowing;
        this.isFlowing = isFlowing;
        if (stopped) this.wake();
      },
    });
    while (!this.over.signal.aborted) await this.pause(this.isFlowing ? pauses.idle : await this.look());
  }

  /** Somebody is said to wait, or was answered: worth a look, unless events tell it anyway. */
  lookNow(): void {
    if (!this.isFlowing) this.wake();
  }

  stop(): void {
    this.over.abort();
    this.unfollow();
    this.wake();
  }

  private async look(): Promise<number> {
    try {
      const people = await waitingPeople(this.room, this.over.signal);
      if (this.over.signal.aborted || this.isFlowing) return pauses.idle;
      this.onChange(people);
      return people.length > 0 ? pauses.busy : pauses.idle;
    } catch (error) {
      if (isStatus(error, 401, 403, 404)) this.onChange([]);
      return isStatus(error, 401, 403, 404) ? pauses.idle : pauses.trouble;
    }
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.over.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function listed(data: unknown): WaitingPerson[] {
  const people = typeof data === 'object' && data !== null && 'participants' in data ? data.participants : [];
  return Array.isArray(people) ? (people as WaitingPerson[]) : [];
}

import { pause, type RecorderServer } from './server';
import { RecorderFailure } from './task';

/** How much may wait for a server that does not answer: some minutes of video. */
const bound = 96 * 1024 * 1024;

/** A chunk damaged on its way is sent again this often. */
const repairs = 3;

/** What the recording hears from its upload. */
export interface UploadListener {
  /** The server wants the recording to end. */
  stop(): void;
  /** The server has ended the recording; nothing more can be stored. */
  over(): void;
  failed(failure: RecorderFailure): void;
}

/** Sends chunks one after the other, in order, each until it is stored. */
export class Uploader {
  readonly #server: Pick<RecorderServer, 'put' | 'tell'>;
  readonly #listener: UploadListener;
  readonly #wait: (milliseconds: number) => Promise<void>;
  readonly #waiting: Uint8Array<ArrayBuffer>[] = [];
  #backlog = 0;
  #next = 0;
  #closed = false;
  #work: Promise<void> | undefined;

  constructor(server: Pick<RecorderServer, 'put' | 'tell'>, listener: UploadListener, wait = pause) {
    this.#server = server;
    this.#listener = listener;
    this.#wait = wait;
  }

  /** How many chunks the server has stored. */
  get stored(): number {
    return this.#next;
  }

  add(chunk: Uint8Array<ArrayBuffer>): void {
    if (this.#closed || chunk.length === 0) return;
    this.#waiting.push(chunk);
    this.#backlog += chunk.length;
    if (this.#backlog > bound) this.#fail(new RecorderFailure('upload_backlog'));
    this.#work ??= this.#run().finally(() => (this.#work = undefined));
  }

  /** Waits until everything added is stored, or can no longer be. */
  async drained(): Promise<void> {
    while (this.#work) await this.#work;
  }

  async #run(): Promise<void> {
    for (let chunk = this.#waiting[0]; chunk && !this.#closed; chunk = this.#waiting[0]) {
      if (await this.#store(chunk)) {
        this.#waiting.shift();
        this.#backlog -= chunk.length;
        this.#next++;
      }
    }
  }

  /** True when the chunk is stored; false when the upload is at its end. */
  async #store(chunk: Uint8Array<ArrayBuffer>): Promise<boolean> {
    let damaged = 0;
    for (let attempt = 0; !this.#closed; attempt++) {
      const receipt = await this.#server.put(this.#next, chunk).catch(() => undefined);
      switch (receipt?.kind) {
        case 'taken':
          if (receipt.stop) this.#listener.stop();
          return true;
        case 'expects':
          if (receipt.next === this.#next + 1) return true;
          return this.#fail(new RecorderFailure('upload_refused'));
        case 'over':
          this.#closed = true;
          this.#listener.over();
          return false;
        case 'refused':
          return this.#fail(new RecorderFailure('upload_refused'));
        case 'damaged':
          if (++damaged > repairs) return this.#fail(new RecorderFailure('upload_refused'));
          break;
        case undefined:
          if (attempt === 2) void this.#server.tell('warning', 'upload_slow');
      }
      await this.#wait(Math.min(4000, 250 * 2 ** attempt));
    }
    return false;
  }

  #fail(failure: RecorderFailure): false {
    this.#closed = true;
    this.#listener.failed(failure);
    return false;
  }
}

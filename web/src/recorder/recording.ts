import { audioCapture, refuseUnlessAble, videoCapture, type Capture } from './capture';
import { Meeting } from './meeting';
import { Mixer } from './mixer';
import { Painter } from './painter';
import { RecorderServer } from './server';
import { RecorderFailure, type Ending, type Task } from './task';
import { Uploader } from './uploader';

/** How a recording came to its end: with an ending, with a failure, or ended by the server. */
type End = { ending: Ending } | { failure: RecorderFailure } | 'over';

/** Records the room of a task until one of the endings, and sees to it that all of it is stored. */
export async function record(task: Task): Promise<void> {
  const server = new RecorderServer(task.upload_token);
  try {
    await new Recording(task, server).run();
  } catch (error) {
    await server.tell('failed', error instanceof RecorderFailure ? error.reason : 'page_error');
    throw error;
  }
}

class Recording {
  readonly #task: Task;
  readonly #server: RecorderServer;
  readonly #mixer = new Mixer();
  readonly #painter: Painter | undefined;
  readonly #meeting: Meeting;
  readonly #end = settleable<End>();
  readonly #uploader: Uploader;
  readonly #timers: number[] = [];

  constructor(task: Task, server: RecorderServer) {
    refuseUnlessAble(task.mode);
    this.#task = task;
    this.#server = server;
    this.#painter = task.mode === 'screen_recording' ? new Painter(canvas(task)) : undefined;
    this.#meeting = new Meeting(task, this.#mixer, this.#painter);
    this.#uploader = new Uploader(server, {
      stop: () => this.#end.resolve({ ending: 'stopped' }),
      over: () => this.#end.resolve('over'),
      failed: (failure) => this.#end.resolve({ failure }),
    });
    // The server that runs this browser says so at once; others say it in the answer to the next chunk.
    addEventListener('causerie-stop', () => this.#end.resolve({ ending: 'stopped' }));
  }

  async run(): Promise<void> {
    await this.#meeting.join((ending) => this.#end.resolve({ ending }));
    await this.#mixer.start();
    const capture = this.#capture();
    this.#draw();
    await capture.start();
    const began = performance.now();
    void this.#server.tell('started');
    this.#watch();
    const end = await this.#end.promise;
    await capture.stop();
    const milliseconds = performance.now() - began;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([this.#meeting.leave(), this.#uploader.drained()]);
    await this.#mixer.close();
    await this.#settle(end, milliseconds);
  }

  #capture(): Capture {
    const sink = (chunk: Uint8Array<ArrayBuffer>) => this.#uploader.add(chunk);
    const broken = (failure: RecorderFailure) => this.#end.resolve({ failure });
    if (!this.#painter) return audioCapture(new MediaStream([this.#mixer.track]), this.#task.chunk_ms, sink, broken);
    // every picture drawn is one taken; a rate here would drop those drawn a little early
    const stream = this.#painter.canvas.captureStream();
    stream.addTrack(this.#mixer.track);
    return videoCapture(stream, this.#task.chunk_ms, sink, broken);
  }

  #draw(): void {
    const painter = this.#painter;
    if (!painter) return;
    this.#every(1000 / this.#task.fps, () => painter.draw(this.#meeting.scene()));
  }

  /** Ends the recording of an empty room, and one that has reached its limit. */
  #watch(): void {
    const began = performance.now();
    let inhabited = began;
    this.#every(500, () => {
      const now = performance.now();
      if (this.#meeting.inhabited) inhabited = now;
      if (now - inhabited >= this.#task.empty_timeout_ms) this.#end.resolve({ ending: 'room_empty' });
      const limit = this.#task.max_duration_ms;
      if (limit !== null && now - began >= limit) this.#end.resolve({ ending: 'limit_reached' });
    });
  }

  #every(milliseconds: number, act: () => void): void {
    this.#timers.push(
      window.setInterval(() => {
        try {
          act();
        } catch (error) {
          this.#end.resolve({ failure: new RecorderFailure('page_error', error) });
        }
      }, milliseconds),
    );
  }

  async #settle(end: End, milliseconds: number): Promise<void> {
    if (end === 'over') return;
    if ('failure' in end) throw end.failure;
    await this.#server.finish(end.ending, this.#uploader.stored, milliseconds);
  }
}

/** A promise that is resolved from outside; the first resolution counts. */
function settleable<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Not in the document: what nobody sees need not be composited a second time. */
function canvas(task: Task): HTMLCanvasElement {
  const element = document.createElement('canvas');
  element.width = task.width;
  element.height = task.height;
  return element;
}

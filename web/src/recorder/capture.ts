import { Fragments } from './mp4';
import { OggOpus } from './ogg';
import { RecorderFailure, type Task } from './task';
import { WebmReader } from './webm';

const mp4 = 'video/mp4;codecs=avc1.42E01E,opus';
const webm = 'audio/webm;codecs=opus';

/** Encodes what it is given and passes on chunks; all chunks so far are always a file that plays. */
export interface Capture {
  start(): Promise<void>;
  /** Resolves when the last chunk has been passed on. */
  stop(): Promise<void>;
}

/** Says early, and clearly, that this browser cannot record what is asked for. */
export function refuseUnlessAble(mode: Task['mode']): void {
  if (mode === 'screen_recording' && !MediaRecorder.isTypeSupported(mp4)) throw new RecorderFailure('no_mp4');
  if (mode === 'transcript' && !MediaRecorder.isTypeSupported(webm)) throw new RecorderFailure('no_opus');
}

type Sink = (chunk: Uint8Array<ArrayBuffer>) => void;
type Broken = (failure: RecorderFailure) => void;

/** Picture and sound as fragmented MP4, a fragment (from one key frame to the next) every `chunkMs`. */
export function videoCapture(stream: MediaStream, chunkMs: number, sink: Sink, broken: Broken): Capture {
  const recorder = new MediaRecorder(stream, {
    mimeType: mp4,
    videoBitsPerSecond: 2_500_000,
    audioBitsPerSecond: 96_000,
    videoKeyFrameIntervalDuration: chunkMs,
  } as MediaRecorderOptions);
  const fragments = new Fragments();
  // Fragments end at key frames; asking four times as often as they come passes each on when it is whole.
  return recording(recorder, chunkMs / 4, broken, (piece) => sink(fragments.add(piece)));
}

/** Sound alone as Ogg/Opus: Chromium records WebM, whose packets are put into Ogg pages here. */
export function audioCapture(stream: MediaStream, chunkMs: number, sink: Sink, broken: Broken): Capture {
  const recorder = new MediaRecorder(stream, {
    mimeType: webm,
    audioBitsPerSecond: 64_000,
    audioBitrateMode: 'variable',
  } as MediaRecorderOptions);
  const ogg = new OggOpus();
  const reader = new WebmReader({ head: (data) => ogg.head(data), packet: (packet) => ogg.add(packet) });
  const inner = recording(recorder, chunkMs, broken, (piece) => {
    reader.add(piece);
    sink(ogg.take());
  });
  return {
    start: () => inner.start(),
    stop: async () => {
      await inner.stop();
      sink(ogg.take(true));
    },
  };
}

function recording(recorder: MediaRecorder, slice: number, broken: Broken, take: Sink): Capture {
  let order = Promise.resolve();
  recorder.ondataavailable = ({ data }) => {
    order = order.then(async () => {
      if (data.size > 0) take(new Uint8Array(await data.arrayBuffer()));
    });
  };
  recorder.onerror = (event) => broken(new RecorderFailure('capture_failed', event));
  return {
    start: () =>
      new Promise((resolve) => {
        recorder.onstart = () => resolve();
        recorder.start(slice);
      }),
    stop: async () => {
      if (recorder.state !== 'inactive') {
        const stopped = new Promise((resolve) => (recorder.onstop = resolve));
        recorder.stop();
        await stopped;
      }
      await order;
    },
  };
}

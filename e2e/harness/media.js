import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What ffprobe says about a media file: its streams by type and its length in seconds. */
export async function probe(file) {
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-print_format',
    'json',
    '-show_streams',
    '-show_format',
    file,
  ]);
  const { streams, format } = JSON.parse(stdout);
  const ofType = (type) => streams.find((stream) => stream.codec_type === type);
  return { video: ofType('video'), audio: ofType('audio'), seconds: Number(format.duration) };
}

/** The mean brightness (0 to 255) of one frame a second. */
export async function brightness(file) {
  const filter = 'fps=1,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-';
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, '-an', '-vf', filter, '-f', 'null', '/dev/null']);
  return [...stdout.matchAll(/YAVG=([\d.]+)/g)].map((match) => Number(match[1]));
}

/** The loudest moment of the sound, in dB below full scale. */
export async function loudness(file) {
  const { stderr } = await run('ffmpeg', [
    '-hide_banner',
    '-i',
    file,
    '-vn',
    '-af',
    'volumedetect',
    '-f',
    'null',
    '/dev/null',
  ]);
  return Number(/max_volume: (-?[\d.]+|-inf) dB/.exec(stderr)?.[1] ?? -Infinity);
}

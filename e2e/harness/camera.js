import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const out = path.resolve(import.meta.dirname, '../out');

/** The switch that gives Chromium a calmer camera than its own test picture: drifting colours and an initial. */
export function camera(initial, colors) {
  const file = path.join(out, `camera-${initial}.mjpeg`);
  if (!existsSync(file)) film(file, initial, colors);
  return `--use-file-for-fake-video-capture=${file}`;
}

function film(file, initial, [first, second, third]) {
  mkdirSync(out, { recursive: true });
  const drift = `gradients=size=1280x720:rate=20:duration=6:n=3:speed=0.01:c0=${first}:c1=${second}:c2=${third}`;
  const letter = `drawtext=text=${initial}:fontsize=260:fontcolor=white@0.85:x=(w-tw)/2:y=(h-th)/2`;
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    drift,
    '-vf',
    letter,
    '-c:v',
    'mjpeg',
    '-q:v',
    '4',
    file,
  ]);
}

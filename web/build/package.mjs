// What Maven runs: installs the dependencies when the lock file changed, builds when a source changed, else does nothing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'public', 'build', 'index.html', 'recorder.html', 'vite.config.ts', 'tsconfig.app.json'];

once('node_modules/.installed', ['package.json', 'package-lock.json'], ['ci', '--no-audit', '--no-fund']);
once('dist/.built', [...sources, 'package-lock.json'], ['run', 'build']);

function once(stamp, inputs, command) {
  const state = digest(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(stamp, { force: true });
  execFileSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, state);
}

function digest(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const path of inputs.flatMap(files).sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function files(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path).flatMap((name) => files(join(path, name)));
  } catch {
    return [path];
  }
}

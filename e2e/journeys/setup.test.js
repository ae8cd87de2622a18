import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { timed } from '../harness/waiting.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs bin/setup where only the named programs are on the PATH. */
function setupWith(programs, ...args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'causerie-path-'));
  try {
    for (const name of programs) {
      const found = execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
      symlinkSync(found, path.join(folder, name));
    }
    const env = { PATH: folder, HOME: folder };
    const { status, stdout } = spawnSync(path.join(root, 'bin/setup'), args, { env, encoding: 'utf8' });
    return { status, lines: stdout.split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const shell = ['bash', 'env', 'sed', 'grep', 'sort', 'head', 'dirname', 'readlink', 'id'];

describe('bin/setup', { timeout: 60_000 }, () => {
  it('does nothing the second time, in less than two seconds', async () => {
    const run = () => spawnSync(path.join(root, 'bin/setup'), ['--tests'], { encoding: 'utf8' });
    run();
    const [second, milliseconds] = await timed(run);
    assert.equal(second.status, 0);
    assert.doesNotMatch(second.stdout, /…/);
    assert.ok(milliseconds < 2000, `took ${milliseconds} ms`);
  });

  it('says in one sentence each what it cannot install, and fails', () => {
    const { status, lines } = setupWith(shell, '--tests');
    assert.equal(status, 1);
    for (const name of ['Node', 'Chromium', 'livekit-server', 'ffprobe', 'minio']) {
      const told = lines.filter((line) => line.includes(`✗ ${name}`));
      assert.equal(told.length, 1, `${name} once in\n${lines.join('\n')}`);
      assert.match(told[0], /not found: .+\.$/);
    }
  });

  it('lets a server start without LiveKit and Chromium, and says what is then missing', () => {
    const { status, lines } = setupWith([...shell, 'node', 'npm', 'unzip', 'tr']);
    assert.equal(status, 0, lines.join('\n'));
    assert.ok(lines.some((line) => /! livekit-server +not found, so meetings have no media/.test(line)));
    assert.ok(lines.some((line) => /! Chromium +not found, so this server cannot record/.test(line)));
  });
});

describe('make', () => {
  it('alone lists every verb with a sentence', () => {
    const text = execFileSync('make', { cwd: root, encoding: 'utf8' });
    const makefile = readFileSync(path.join(root, 'Makefile'), 'utf8');
    for (const [, verb] of makefile.matchAll(/^\.PHONY: ([\w-]+)$/gm)) {
      assert.match(text, new RegExp(`^  make ${verb} +\\w.+`, 'm'));
    }
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { raw } from './http.js';
import { freePort } from './ports.js';
import { descendants, isAlive, processes } from './processes.js';
import { eventually } from './waiting.js';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.resolve(import.meta.dirname, '../out');

/**
 * A server of our own, started as `make run` starts it once the jar is built: `bin/run`, with a data folder in a temporary place
 * and free ports. Its output is kept in `out/logs`.
 */
export class Causerie {
  output = '';

  constructor(name, { home, env = {} } = {}) {
    this.name = name;
    this.ownsHome = home === undefined;
    this.home = home ?? mkdtempSync(path.join(tmpdir(), `causerie-${name}-`));
    this.extra = env;
  }

  /** Starts a server and waits until it is ready. */
  static async start(name, options) {
    const server = new Causerie(name, options);
    await server.start();
    return server;
  }

  async start() {
    await this.spawn();
    await this.ready();
  }

  /** Starts the launcher without waiting for anything; ports are kept over restarts. */
  async spawn() {
    this.ports ??= { http: await freePort(), signal: await freePort(), tcp: await freePort(), udp: await freePort() };
    this.url = `http://localhost:${this.ports.http}`;
    this.output = '';
    mkdirSync(path.join(out, 'logs'), { recursive: true });
    const log = createWriteStream(path.join(out, 'logs', `${this.name}.log`), { flags: 'a' });
    this.launcher = spawn(path.join(root, 'bin/run'), [], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...withoutSettings(process.env),
        CAUSERIE_HOME: this.home,
        CAUSERIE_PORT: String(this.ports.http),
        CAUSERIE_URL: this.url,
        CAUSERIE_LIVEKIT_PORT: String(this.ports.signal),
        CAUSERIE_LIVEKIT_TCP_PORT: String(this.ports.tcp),
        CAUSERIE_LIVEKIT_UDP_PORT: String(this.ports.udp),
        ...this.extra,
      },
    });
    for (const stream of [this.launcher.stdout, this.launcher.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        this.output += text;
        log.write(text);
      });
    }
  }

  /** Waits until the server answers; fails at once when the launcher ends before. */
  ready(within = 180_000) {
    return eventually(
      'the server to be ready',
      async () => {
        if (this.ended()) return true;
        return (await raw(this.url, '/__lbheartbeat__').catch(() => undefined))?.status === 200;
      },
      { within, every: 100 },
    ).then(() => {
      if (this.ended()) throw new Error(`The server did not start:\n${this.output.slice(-4000)}`);
    });
  }

  ended() {
    return this.launcher.exitCode !== null || this.launcher.signalCode !== null;
  }

  /** Waits for the launcher's end by itself; answers its exit code. */
  async exit(within = 60_000) {
    await eventually('the launcher to end', () => this.ended(), { within, every: 100 });
    return this.launcher.exitCode;
  }

  /** The password printed for `admin` at the first start. */
  adminPassword() {
    const found = /password[^\S\n]*[:=]?[^\S\n]+(\S{8,})/i.exec(this.output);
    if (!found) throw new Error(`No password was printed:\n${this.output}`);
    return found[1];
  }

  /** Every process of this server: what the launcher started, and what outlived an earlier launcher. */
  family() {
    const started = descendants(this.launcher.pid);
    const pids = new Set(started.map(({ pid }) => pid));
    const adopted = processes().filter(
      ({ pid, command }) => !pids.has(pid) && command.some((word) => word.includes(this.home)),
    );
    return [...started, ...adopted];
  }

  /** The Java process. */
  java() {
    return this.family().find(({ command }) => /(^|\/)java$/.test(command[0] ?? ''));
  }

  livekit() {
    return this.family().find(({ command }) => /(^|\/)(livekit-server|server)$/.test(command[0] ?? ''));
  }

  /** The main processes of the recorders' browsers (not their children). */
  recorders() {
    return this.family().filter(
      ({ command }) => /chrom/i.test(command[0] ?? '') && !command.some((word) => word.startsWith('--type=')),
    );
  }

  /** Kills launcher and Java as a power cut would, and leaves the rest to itself. */
  async kill() {
    const java = this.java();
    this.launcher.kill('SIGKILL');
    process.kill(java.pid, 'SIGKILL');
    await eventually('the server to be dead', () => this.ended() && !isAlive(java.pid), { within: 5_000 });
  }

  /** Ends everything as Ctrl-C does, checks that nothing is left, and forgets the data if it was ours. */
  async stop() {
    if (!this.launcher) return;
    const family = this.family();
    if (!this.ended()) {
      this.launcher.kill('SIGINT');
      await Promise.race([
        once(this.launcher, 'exit'),
        eventually('the launcher to end', () => this.ended(), { within: 30_000 }),
      ]);
    }
    const left = () => family.filter(({ pid }) => isAlive(pid));
    await eventually('every process to end', () => left().length === 0, { within: 15_000 }).catch((error) => {
      const names = left().map(({ pid, command }) => `${pid} ${command[0]}`);
      left().forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
      throw new Error(`Left behind: ${names.join(', ')}`, { cause: error });
    });
    if (this.ownsHome) rmSync(this.home, { recursive: true, force: true });
  }
}

/** The environment without settings of a server that might be the developer's own. */
function withoutSettings(environment) {
  const ours = /^(CAUSERIE_|DJANGO_|LIVEKIT_|OIDC_|RECORDING_|AWS_|SPRING_|DB_|DATABASE_|REDIS_|WEB_CLIENT_DIR)/;
  const kept = /^(CAUSERIE_CHROMIUM|CAUSERIE_LIVEKIT_SERVER|AWS_CA_BUNDLE)$/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => kept.test(name) || !ours.test(name)));
}

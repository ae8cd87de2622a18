import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Causerie } from '../harness/causerie.js';
import { raw } from '../harness/http.js';
import { freePort } from '../harness/ports.js';

describe('A server that cannot start', { timeout: 180_000 }, () => {
  it('names every fault of its configuration at once', async () => {
    const server = new Causerie('faults', {
      env: { RECORDING_ENABLE: 'perhaps', DJANGO_EMAIL_PORT: 'twentyfive', RECORDING_MAX_DURATION: '1 hour' },
    });
    try {
      await server.spawn();
      assert.notEqual(await server.exit(), 0);
      for (const name of ['RECORDING_ENABLE', 'DJANGO_EMAIL_PORT', 'RECORDING_MAX_DURATION']) {
        assert.match(server.output, new RegExp(name));
      }
      assert.doesNotMatch(server.output, /\n\s+at [\w.$]+\(/, 'a stack trace is not an explanation');
    } finally {
      await server.stop();
    }
  });

  it('says which setting moves it away from a port that is taken', async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, '127.0.0.1');
    const server = new Causerie('port-taken', { env: { CAUSERIE_PORT: String(port) } });
    try {
      await server.spawn();
      assert.notEqual(await server.exit(), 0);
      assert.match(server.output, new RegExp(`${port}[^]*CAUSERIE_PORT|CAUSERIE_PORT[^]*${port}`));
    } finally {
      squatter.close();
      await server.stop();
    }
  });

  it('leaves a data folder of a newer version untouched', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'causerie-newer-'));
    writeFileSync(path.join(home, 'version'), '999\n');
    const server = new Causerie('newer', { home });
    try {
      await server.spawn();
      assert.notEqual(await server.exit(), 0);
      assert.match(server.output, /newer/i);
      assert.deepEqual(readdirSync(home), ['version']);
      assert.equal(readFileSync(path.join(home, 'version'), 'utf8'), '999\n');
    } finally {
      await server.stop();
      rmSync(home, { recursive: true });
    }
  });
});

describe('A running server', { timeout: 180_000 }, () => {
  const id = '0b6f2a52-6a0b-4f0e-9d51-3f0c9d6f7a11';
  let server;

  before(async () => (server = await Causerie.start('refusals')));
  after(() => server.stop());

  const hostile = [
    `/media/recordings/../version`,
    `/media/recordings/%2e%2e/version`,
    `/media/recordings/..%2fversion`,
    `/media/recordings%2F${id}.mp4`,
    `/media/%2e%2e/%2e%2e/etc/passwd`,
    `/media/..%5c..%5cversion`,
    `/media/recordings/${id}.mp4%00.png`,
    `//media/recordings/${id}.mp4`,
    `/media/secrets`,
    `/media/other-bucket/recordings/${id}.mp4`,
    `/assets/../../version`,
    `/assets/%2e%2e/%2e%2e/application.yaml`,
    `/WEB-INF/web.xml`,
    `/META-INF/MANIFEST.MF`,
  ];
  for (const target of hostile) {
    it(`serves nothing at ${target}`, async () => {
      const { status, headers, text } = await raw(server.url, target);
      // A path that is no media path may lead to the web app's own page, as any address of it does, and to nothing else.
      if (status === 200) assert.match(headers['content-type'] ?? '', /^text\/html/);
      else assert.ok([301, 302, 307, 308, 400, 401, 403, 404].includes(status), `answered ${status}`);
      assert.doesNotMatch(text, /root:|secret|Manifest-Version|spring:/i);
    });
  }

  it('tells an anonymous visitor of media nothing but to sign in', async () => {
    for (const target of [`/media/recordings/${id}.mp4`, `/media/files/${id}.png`, '/media/recordings/']) {
      const { status, bytes } = await raw(server.url, target);
      assert.ok([401, 403, 404].includes(status), `${target} answered ${status}`);
      assert.ok(bytes.length < 500);
    }
    const asked = await raw(server.url, '/api/v1.0/recordings/media-auth/', {
      headers: { 'X-Original-URL': `${server.url}/media/recordings/${id}.mp4` },
    });
    assert.equal(asked.status, 401);
  });

  it('refuses a forged webhook and one without a signature', async () => {
    const body = JSON.stringify({
      event: 'egress_ended',
      egressInfo: { egressId: 'EG_forged', status: 'EGRESS_COMPLETE' },
    });
    const forged = [{ alg: 'HS256', typ: 'JWT' }, { iss: 'causerie', sha256: 'AAAA', exp: 4102444800 }, 'signature']
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const send = (headers) =>
      raw(server.url, '/api/v1.0/rooms/webhooks-livekit/', {
        method: 'POST',
        headers: { 'Content-Type': 'application/webhook+json', ...headers },
        body,
      });
    const unsigned = await send({});
    assert.deepEqual([unsigned.status, JSON.parse(unsigned.text)], [401, { status: 'error' }]);
    const signed = await send({ Authorization: forged });
    assert.deepEqual([signed.status, JSON.parse(signed.text)], [400, { status: 'error' }]);
  });

  it('refuses a forged recorder token and code', async () => {
    const chunk = await raw(server.url, '/api/v1.0/recorder/chunks/0/', {
      method: 'PUT',
      headers: { Authorization: 'Bearer forged', 'Content-Type': 'application/octet-stream' },
      body: 'not a film',
    });
    assert.equal(chunk.status, 401);
    const claim = await raw(server.url, '/api/v1.0/recorder/claim/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: 'guessed' }),
    });
    assert.equal(claim.status, 403);
  });
});

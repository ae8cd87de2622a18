import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { api } from '../harness/api.js';
import { launchBrowser } from '../harness/browser.js';
import { Causerie } from '../harness/causerie.js';
import { brightness, probe } from '../harness/media.js';
import { Person } from '../harness/people.js';
import { isAlive } from '../harness/processes.js';
import { fetchFilm, mailsAbout, recordingsOf, savedRecording, timelineOf } from '../harness/recordings.js';
import { story } from '../harness/story.js';
import { eventually, timed, patience } from '../harness/waiting.js';

const out = path.resolve(import.meta.dirname, '../out');

describe('Something is killed while people meet', { timeout: 600_000 * patience }, () => {
  let server, browser, alice, bob, admin;
  const step = story('interruptions', () => [alice, bob, admin]);

  before(async () => {
    mkdirSync(out, { recursive: true });
    server = await Causerie.start('interruptions');
    browser = await launchBrowser();
    alice = await Person.arrive(browser, server, { name: 'Alice' });
    bob = await Person.arrive(browser, server, { name: 'Bob' });
    admin = await Person.arrive(browser, server, { name: 'admin' });
    await admin.signIn({ email: 'admin', password: server.adminPassword() });
    await alice.register({ email: 'alice@example.test', password: 'correct horse battery' });
    const address = await alice.createRoom('Steady');
    await alice.join(address);
    await bob.join(address);
    await alice.seesAndHears(1);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function isPlayable(recording, name) {
    const file = await fetchFilm(alice, server, recording, path.join(out, `${name}.mp4`));
    const { video, audio, seconds } = await probe(file);
    assert.ok(video && audio, 'picture and sound');
    assert.ok(seconds >= 2, `${seconds} s long`);
    assert.ok(Math.max(...(await brightness(file))) > 20, 'it is not black');
    return seconds;
  }

  /** The words of a story, for a look at why it ended. */
  async function storyOf(recording) {
    return JSON.stringify(await timelineOf(alice, recording));
  }

  step("the recorder's browser: what was filmed is kept and explained, and the room is free again", async (test) => {
    await alice.startRecording();
    await alice.seesRecording();
    await alice.page.waitForTimeout(7_000);
    const [recorder] = server.recorders();
    process.kill(recorder.pid, 'SIGKILL');
    const [recording, milliseconds] = await timed(() => savedRecording(alice, 25_000));
    test.diagnostic(`settled ${milliseconds} ms after the kill`);
    test.diagnostic(`${await isPlayable(recording, 'recorder-killed')} s are playable`);
    assert.match(await storyOf(recording), /crash|exited|killed|gone|died/i);
    await Promise.all([alice.seesNoRecording(), bob.seesNoRecording()]);

    await alice.startRecording();
    await Promise.all([alice.seesRecording(), bob.seesRecording()]);
    await alice.page.waitForTimeout(4_000);
    await alice.stopRecording();
    const next = await savedRecording(alice);
    assert.notEqual(next.id, recording.id);
    await alice.seesNoRecording();
  });

  step('LiveKit: it is started again, and people come back by themselves', async (test) => {
    await alice.say('See you in a moment.');
    await bob.reads('See you in a moment.');
    const killed = server.livekit();
    process.kill(killed.pid, 'SIGKILL');
    await eventually('the old LiveKit to be dead', () => !isAlive(killed.pid));
    const [, milliseconds] = await timed(async () => {
      await eventually('a new LiveKit', () => server.livekit(), { within: 15_000 });
      await Promise.all([alice.seesAndHears(1, 60_000), bob.seesAndHears(1, 60_000)]);
    });
    test.diagnostic(`they see each other again after ${milliseconds} ms`);
    await alice.say('Are you still there?');
    await bob.reads('Are you still there?');
    await bob.reads('See you in a moment.');
  });

  step(
    'the server: the meeting goes on, and the recording is settled after the next start, with one mail',
    async (test) => {
      const known = new Set((await recordingsOf(alice)).map(({ id }) => id));
      await alice.startRecording();
      await alice.seesRecording();
      await alice.page.waitForTimeout(7_000);
      const recorders = server.recorders();
      assert.ok(recorders.length > 0);

      await server.kill();
      await alice.seesAndHears(1);
      await eventually('the recorder to die with its server', () => recorders.every(({ pid }) => !isAlive(pid)));

      const [, startMilliseconds] = await timed(() => server.start());
      const [recording, milliseconds] = await timed(() => savedRecording(alice, 30_000));
      test.diagnostic(`ready ${startMilliseconds} ms after the second start, settled ${milliseconds} ms later`);
      assert.ok(!known.has(recording.id));
      test.diagnostic(`${await isPlayable(recording, 'server-killed')} s are playable`);
      assert.match(await storyOf(recording), /restart/i);

      await eventually('its mail', async () => (await mailsAbout(admin, server, recording)).length > 0);
      await Promise.all([alice.seesNoRecording(), bob.seesNoRecording()]);
      assert.equal((await api(alice.page, 'GET', 'users/me/')).status, 200, 'Alice is still signed in');
      await alice.say('That was quick.');
      await bob.reads('That was quick.');
    },
  );

  step('nothing is told twice: every recording has exactly one mail', async () => {
    const recordings = await recordingsOf(alice);
    assert.equal(recordings.length, 3);
    for (const recording of recordings) {
      assert.equal((await mailsAbout(admin, server, recording)).length, 1);
    }
  });
});

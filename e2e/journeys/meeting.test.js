import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { api } from '../harness/api.js';
import { launchBrowser } from '../harness/browser.js';
import { Causerie } from '../harness/causerie.js';
import { cookieHeader, raw } from '../harness/http.js';
import { brightness, loudness, probe } from '../harness/media.js';
import { Person } from '../harness/people.js';
import { mailsAbout, makeLink, revokeLink, savedRecording, timelineOf } from '../harness/recordings.js';
import { story } from '../harness/story.js';
import { eventually, timed, patience } from '../harness/waiting.js';

const out = path.resolve(import.meta.dirname, '../out');

describe('A meeting is held, recorded, announced and watched', { timeout: 600_000 * patience }, () => {
  let server, browser, alice, bob, admin, address, recording;
  const step = story('meeting', () => [alice, bob, admin]);
  const film = path.join(out, 'meeting.mp4');

  before(async () => {
    mkdirSync(out, { recursive: true });
    server = await Causerie.start('meeting');
    browser = await launchBrowser();
    const french = { language: 'fr', locale: 'fr-FR', timezoneId: 'Europe/Paris' };
    alice = await Person.arrive(browser, server, { name: 'Alice Martin', ...french });
    bob = await Person.arrive(browser, server, { name: 'Bob', locale: 'en-GB', timezoneId: 'Europe/London' });
    admin = await Person.arrive(browser, server, { name: 'admin' });
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  step('Alice registers in French and is known with her language and time zone', async () => {
    await alice.register({ email: 'alice@example.test', password: 'un cheval qui galope' });
    const me = await eventually('her preferences to be saved', async () => {
      const { body } = await api(alice.page, 'GET', 'users/me/');
      return body.timezone === 'Europe/Paris' && body;
    });
    assert.equal(me.language, 'fr-fr');
    assert.equal(me.full_name, 'Alice Martin');
  });

  step('Alice creates a room and joins it', async () => {
    address = await alice.createRoom('Réunion du lundi');
    assert.equal(new URL(address).pathname, '/reunion-du-lundi');
    await alice.join(address);
  });

  step('Bob joins by the link, as a guest', async () => {
    await bob.join(address);
    assert.equal((await api(bob.page, 'GET', 'users/me/')).status, 401);
  });

  step('each sees the other move and hears the other', async () => {
    await Promise.all([alice.seesAndHears(1), bob.seesAndHears(1)]);
    for (const who of [alice, bob]) {
      const first = await who.framesShown();
      await eventually(`pictures to move on ${who.name}'s page`, async () => {
        const later = await who.framesShown();
        return later.length >= 2 && later.every((frames, index) => frames > (first[index] ?? 0));
      });
    }
  });

  step('they write to each other', async () => {
    await alice.say('Bonjour Bob, ça va ?');
    await bob.reads('Bonjour Bob, ça va ?');
    await bob.say('Very well <b>thanks</b> & you?');
    await alice.reads('Very well <b>thanks</b> & you?');
  });

  step('Alice records ten seconds, and both are told', async () => {
    await alice.startRecording();
    await Promise.all([alice.seesRecording(), bob.seesRecording()]);
    const picture = bob.page.screenshot({ path: path.join(out, 'meeting-recorded.png') });
    await Promise.all([picture, alice.page.waitForTimeout(10_000)]);
    await alice.stopRecording();
  });

  step('fifteen seconds later at the most the recording is saved', async (test) => {
    const [saved, milliseconds] = await timed(() => savedRecording(alice, 15_000));
    recording = saved;
    assert.equal(recording.room.name, 'Réunion du lundi');
    test.diagnostic(`saved ${milliseconds} ms after the stop`);
  });

  step('everybody sees that it is over', async () => {
    await Promise.all([alice.seesNoRecording(), bob.seesNoRecording()]);
  });

  step('Alice watches it: the page plays and seeks', async () => {
    await alice.page.goto(`/recording/${recording.id}`);
    const video = alice.page.locator('video');
    await video.waitFor();
    const play = (from) =>
      video.evaluate(async (element, at) => {
        element.muted = true;
        if (at > 0) {
          element.currentTime = at;
          await new Promise((done) => element.addEventListener('seeked', done, { once: true }));
        }
        await element.play();
        const began = element.currentTime;
        await new Promise((done, fail) => {
          element.addEventListener('timeupdate', () => element.currentTime > began + 0.5 && done());
          setTimeout(() => fail(new Error(`stuck at ${element.currentTime}`)), 10_000);
        });
        element.pause();
        return element.currentTime;
      }, from);
    assert.ok((await play(0)) > 0.5);
    assert.ok((await play(6)) > 6);
  });

  step('the file she downloads is a film of the meeting', async () => {
    const waiting = alice.page.waitForEvent('download');
    await alice.page.getByRole('link', { name: alice.t('recording.download') }).click();
    const download = await waiting;
    assert.match(download.suggestedFilename(), /\.mp4$/);
    await download.saveAs(film);
    const { video, audio, seconds } = await probe(film);
    assert.equal(video.codec_name, 'h264');
    assert.deepEqual([video.width, video.height], [1280, 720]);
    assert.ok(audio, 'it has sound');
    assert.ok(seconds >= 8 && seconds <= 14 * patience, `${seconds} s long`);
    assert.ok((await loudness(film)) > -60, 'it is not silent');
    const bright = await brightness(film);
    assert.ok(bright.length >= 7, `${bright.length} frames`);
    assert.ok(Math.max(...bright) > 20, 'it is not black');
    assert.ok(new Set(bright.map((value) => value.toFixed(2))).size >= 3, `the picture stands still: ${bright}`);
  });

  step('it is served in ranges', async () => {
    const headers = { Cookie: await cookieHeader(alice.context), Range: 'bytes=100-299' };
    const part = await raw(server.url, `/media/${recording.key}`, { headers });
    assert.equal(part.status, 206);
    assert.equal(part.bytes.length, 200);
    assert.equal(part.headers['content-range'], `bytes 100-299/${statSync(film).size}`);
  });

  step('the timeline tells the story', async () => {
    const kinds = (await timelineOf(alice, recording)).map(({ kind }) => kind);
    // a recorder that ends faster than its stop is written down is saved without having been stopped: completion wins
    const expected = ['initiated', 'active', 'stopped', 'saved', 'notification_succeeded'];
    const order = expected
      .filter((kind) => kind !== 'stopped' || kinds.includes(kind))
      .map((kind) => kinds.indexOf(kind));
    assert.ok(!order.includes(-1), kinds.join(', '));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    const told = alice.page.getByRole('region', { name: alice.t('timeline.title') });
    for (const words of ['timeline.initiated', 'timeline.started', 'timeline.saved', 'timeline.mailSent']) {
      await told.getByText(alice.t(words)).waitFor();
    }
  });

  describe('by a link', () => {
    let claire, link;
    const media = () => `/api/v1.0/shared-recordings/${link.pathname.split('/')[2]}/media/`;
    const piece = async (context) => {
      const cookie = context ? { Cookie: await cookieHeader(context) } : {};
      return raw(server.url, media(), { headers: { ...cookie, Range: 'bytes=0-99' } });
    };

    step('Claire watches it without an account', async () => {
      link = new URL(await makeLink(alice));
      assert.ok(link.hash.length >= 44, 'the token stands behind the hash');
      claire = await Person.arrive(browser, server, { name: 'Claire', locale: 'en-GB' });
      await claire.page.goto(link.href);
      await claire.page.locator('video').evaluate(async (video) => {
        video.muted = true;
        await video.play();
        await new Promise((done) => video.addEventListener('timeupdate', done, { once: true }));
        video.pause();
      });
      assert.equal((await api(claire.page, 'GET', 'users/me/')).status, 401);
      assert.equal((await piece(claire.context)).status, 206);
      assert.equal((await piece()).status, 404);
      assert.deepEqual(claire.page.faults, []);
    });

    step('Alice sees that it was opened once, and revokes it', async () => {
      await alice.page.reload();
      await alice.page.getByText(alice.t('share.views_one')).waitFor();
      await revokeLink(alice);
    });

    step('from then on Claire gets nothing', async () => {
      assert.equal((await piece(claire.context)).status, 404);
      await claire.page.reload();
      await claire.page.getByRole('heading', { name: claire.t('shared.invalid.title') }).waitFor();
      assert.equal(await claire.page.locator('video').count(), 0);
      assert.ok(!server.output.includes(link.hash.slice(1)), 'the token is in no log');
      await claire.leaveForGood();
    });
  });

  describe('gives no byte of it to', () => {
    async function getsNothing(context, statuses) {
      const cookie = context ? { Cookie: await cookieHeader(context) } : {};
      for (const headers of [{}, { Range: 'bytes=0-99' }]) {
        const answer = await raw(server.url, `/media/${recording.key}`, { headers: { ...cookie, ...headers } });
        assert.ok(statuses.includes(answer.status), `the gateway answered ${answer.status}`);
        assert.ok(!answer.bytes.includes('ftyp'), 'a byte of the film');
      }
      const asked = await raw(server.url, '/api/v1.0/recordings/media-auth/', {
        headers: { ...cookie, 'X-Original-URL': `${server.url}/media/${recording.key}` },
      });
      assert.ok(statuses.includes(asked.status), `media-auth answered ${asked.status}`);
      assert.equal(asked.headers.authorization, undefined);
      assert.equal(asked.headers['x-amz-date'], undefined);
    }

    step('an anonymous visitor', () => getsNothing(undefined, [401]));
    step('Bob, the guest', () => getsNothing(bob.context, [401]));
    step('Bob, with an account of his own', async () => {
      const known = await Person.arrive(browser, server, { name: 'Bob Smith', locale: 'en-GB' });
      await known.register({ email: 'bob@example.test', password: 'correct horse battery' });
      await getsNothing(known.context, [403]);
      assert.equal((await api(known.page, 'GET', `recordings/${recording.id}/`)).status, 404);
      assert.equal((await api(known.page, 'GET', `recordings/${recording.id}/timeline/`)).status, 404);
      await known.leaveForGood();
    });
  });

  step('a mail to Alice is in the inbox, in French and with the time in Paris', async () => {
    await admin.signIn({ email: 'admin', password: server.adminPassword() });
    const [mail] = await eventually('the mail', async () => {
      const mails = await mailsAbout(admin, server, recording);
      return mails.length > 0 && mails;
    });
    assert.ok(String(mail.to).includes('alice@example.test'));
    assert.equal(mail.subject, 'Votre enregistrement est prêt');
    const made = new Date(recording.created_at);
    const paris = (options) => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', ...options }).format(made);
    assert.ok(mail.text.includes('Réunion du lundi'));
    assert.ok(mail.text.includes(paris({ hour: '2-digit', minute: '2-digit', hour12: false })), mail.text);
    assert.ok(mail.text.includes(`${server.url}/recording/${recording.id}`));
    await admin.page.goto('/mail');
    await admin.page.getByText('Votre enregistrement est prêt').first().click();
    await admin.page.getByText('Votre enregistrement est prêt').first().waitFor();
  });

  step('nobody but an administrator reads the inbox', async () => {
    for (const [who, status] of [
      [alice, 403],
      [bob, 401],
    ]) {
      const answer = await raw(server.url, '/mail/messages', { headers: { Cookie: await cookieHeader(who.context) } });
      assert.equal(answer.status, status);
      assert.doesNotMatch(answer.text, /alice@/);
    }
  });

  step('no page complained', () => {
    for (const { page } of [alice, bob, admin]) assert.deepEqual(page.faults, []);
  });
});

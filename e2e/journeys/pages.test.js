import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { launchBrowser } from '../harness/browser.js';
import { camera } from '../harness/camera.js';
import { Causerie } from '../harness/causerie.js';
import { lookAt } from '../harness/looks.js';
import { Person } from '../harness/people.js';
import { askToRevoke, makeLink, savedRecording } from '../harness/recordings.js';
import { story } from '../harness/story.js';
import { patience } from '../harness/waiting.js';

describe(
  'Every page, on desktop and phone, in light and dark, is without fault',
  { timeout: 600_000 * patience },
  () => {
    let server, browsers, alice, guest, admin;
    const step = story('pages', () => [alice, guest, admin]);

    before(async () => {
      server = await Causerie.start('pages');
      browsers = await Promise.all([
        launchBrowser(camera('A', ['0x1e3a8a', '0x0ea5e9', '0x134e4a'])),
        launchBrowser(camera('B', ['0x7c2d12', '0xd97706', '0x831843'])),
      ]);
      const [browser, another] = browsers;
      alice = await Person.arrive(browser, server, { name: 'Alice Martin' });
      guest = await Person.arrive(another, server, { name: 'Bob' });
      admin = await Person.arrive(browser, server, { name: 'admin' });
    });

    after(async () => {
      await Promise.all((browsers ?? []).map((browser) => browser.close()));
      await server?.stop();
    });

    async function isWithoutFault(person, title) {
      assert.deepEqual(await lookAt(person.page, title), []);
    }

    step('home, for a guest', async () => {
      await guest.page.goto('/');
      await guest.button('home.signInToCreate').waitFor();
      await isWithoutFault(guest, 'home-guest');
    });

    step('sign-in', async () => {
      await guest.startSigningIn();
      await isWithoutFault(guest, 'sign-in');
    });

    step('sign-in, refused', async () => {
      await guest.fillSignIn({ email: 'nobody@example.test', password: 'not the password' });
      await guest.page.getByRole('alert').waitFor();
      await isWithoutFault(guest, 'sign-in-refused');
    });

    step('registration', async () => {
      await guest.page.locator('a[href*="/register"]').click();
      await guest.page.locator('input[name=name]').waitFor();
      await isWithoutFault(guest, 'register');
    });

    step('home, with nothing yet', async () => {
      await alice.register({ email: 'alice@example.test', password: 'correct horse battery' });
      await isWithoutFault(alice, 'home-empty');
    });

    step('the door of a room', async () => {
      await alice.createRoom('Monday meeting');
      await isWithoutFault(alice, 'door');
    });

    step('the meeting, alone', async () => {
      await alice.join(alice.page.url());
      await isWithoutFault(alice, 'meeting-alone');
    });

    step('the meeting, recorded, with the chat open', async () => {
      await guest.join(alice.page.url());
      await alice.seesAndHears(1);
      await guest.say('Good morning!');
      await alice.say('Good morning, Bob. Shall we record this?');
      await alice.startRecording();
      await alice.seesRecording();
      await isWithoutFault(alice, 'meeting-chat');
    });

    step('the meeting, with the people open', async () => {
      await alice.page.keyboard.press('Escape');
      await alice.page.locator('body').press('p');
      await alice.page.getByRole('heading', { name: alice.t('people.title') }).waitFor();
      await isWithoutFault(alice, 'meeting-people');
      await alice.stopRecording();
    });

    step('after leaving', async () => {
      await guest.control('control.leave').click();
      await guest.page.getByRole('heading', { name: guest.t('ended.left.title') }).waitFor();
      await isWithoutFault(guest, 'left');
    });

    step('a recording', async () => {
      const recording = await savedRecording(alice, 20_000);
      await alice.page.goto(`/recording/${recording.id}`);
      await alice.page.locator('video').waitFor();
      await isWithoutFault(alice, 'recording');
      await guest.page.goto(`/recording/${recording.id}`);
      await guest.page.getByRole('heading', { name: guest.t('recording.guest.title') }).waitFor();
      await isWithoutFault(guest, 'recording-guest');
    });

    step('a recording with a link, and what its holder sees', async () => {
      const { id } = await savedRecording(alice);
      await alice.page.goto(`/recording/${id}`);
      const link = await makeLink(alice);
      await isWithoutFault(alice, 'recording-link');
      await guest.page.goto(link);
      await guest.page.locator('video').waitFor();
      await isWithoutFault(guest, 'shared');
      const question = await askToRevoke(alice);
      await isWithoutFault(alice, 'recording-revoke');
      await question.getByRole('button', { name: alice.t('share.revoke'), exact: true }).click();
      await alice.isTold(alice.t('share.revoked'));
      await guest.page.reload();
      await guest.page.getByRole('heading', { name: guest.t('shared.invalid.title') }).waitFor();
      await isWithoutFault(guest, 'shared-invalid');
    });

    step('a recording that is not there', async () => {
      await alice.page.goto('/recording/00000000-0000-4000-8000-000000000000');
      await alice.page.getByRole('heading', { name: alice.t('recording.absent.title') }).waitFor();
      await isWithoutFault(alice, 'recording-absent');
    });

    step('home, with rooms and recordings', async () => {
      await alice.page.goto('/');
      await alice.page.getByRole('link', { name: 'Monday meeting' }).first().waitFor();
      await isWithoutFault(alice, 'home');
    });

    step('the account', async () => {
      await alice.page.goto('/account');
      await alice.page.getByLabel(alice.t('account.shownName')).waitFor();
      await isWithoutFault(alice, 'account');
    });

    step('a room that does not exist', async () => {
      await guest.page.goto('/no-such-room');
      await guest.page.getByRole('heading', { level: 1 }).waitFor();
      await isWithoutFault(guest, 'no-room');
    });

    step('the inbox and a mail', async () => {
      await admin.signIn({ email: 'admin', password: server.adminPassword() });
      await admin.page.goto('/mail');
      await isWithoutFault(admin, 'mail');
      await admin.page.getByRole('link', { name: 'Your recording is ready' }).click();
      await isWithoutFault(admin, 'mail-message');
    });
  },
);

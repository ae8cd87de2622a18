import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { api } from '../harness/api.js';
import { launchBrowser } from '../harness/browser.js';
import { camera } from '../harness/camera.js';
import { Causerie } from '../harness/causerie.js';
import { lookAt } from '../harness/looks.js';
import { Person } from '../harness/people.js';
import { story } from '../harness/story.js';
import { eventually, patience, timed } from '../harness/waiting.js';

describe('Hosts decide who comes in, who is heard, and who has to leave', { timeout: 900_000 * patience }, () => {
  let server, browsers, alice, bob, carol, dora, erin, known, address;
  const step = story('lobby', () => [alice, bob, carol, dora, erin, known]);

  before(async () => {
    server = await Causerie.start('lobby');
    browsers = await Promise.all([
      launchBrowser(camera('A', ['0x1e3a8a', '0x0ea5e9', '0x134e4a'])),
      launchBrowser(camera('B', ['0x7c2d12', '0xd97706', '0x831843'])),
    ]);
    const [hosts, guests] = browsers;
    alice = await Person.arrive(hosts, server, { name: 'Alice Martin' });
    bob = await Person.arrive(guests, server, { name: 'Bob', locale: 'en-GB' });
    await alice.register({ email: 'alice@example.test', password: 'correct horse battery' });
  });

  after(async () => {
    await Promise.all((browsers ?? []).map((browser) => browser.close()));
    await server?.stop();
  });

  async function isWithoutFault(person, title) {
    assert.deepEqual(await lookAt(person.page, title), []);
  }

  /** A guest at a browser of their own. */
  const guest = (name) => Person.arrive(browsers[1], server, { name });

  async function room(name, accessLevel) {
    const made = await alice.createRoom(name);
    const path = `rooms/${new URL(made).pathname.slice(1)}/`;
    assert.equal((await api(alice.page, 'PATCH', path, { access_level: accessLevel })).status, 200);
    return made;
  }

  const notice = () => alice.page.getByRole('region', { name: alice.t('lobby.host.door') });

  describe('a restricted room', () => {
    step('Alice opens it and is inside', async () => {
      address = await room('Board', 'restricted');
      await alice.join(address);
    });

    step('Bob, a guest, asks and waits at the door', async () => {
      await bob.page.goto(address);
      await bob.button('lobby.ask').waitFor();
      await isWithoutFault(bob, 'lobby-door');
      await bob.ask(address);
      await bob.waits();
      await isWithoutFault(bob, 'lobby-waiting');
      assert.match(await bob.page.title(), /^Waiting to be let in/);
    });

    step('Alice sees him without opening anything, and lets him in', async (test) => {
      await notice()
        .getByText(alice.t('lobby.host.one', { name: 'Bob' }))
        .waitFor();
      await isWithoutFault(alice, 'lobby-notice');
      const [, milliseconds] = await timed(async () => {
        await notice()
          .getByRole('button', { name: alice.t('lobby.host.admit') })
          .click();
        await bob.isInside();
      });
      test.diagnostic(`inside ${milliseconds} ms after the answer`);
      await Promise.all([alice.seesAndHears(1), bob.seesAndHears(1)]);
    });

    step('Bob raises his hand by key, and Alice lowers it', async () => {
      await bob.page.locator('body').press('h');
      await bob.control('hand.lower').waitFor();
      const panel = await alice.openPeople();
      await panel.getByRole('heading', { name: alice.t('hand.title') }).waitFor();
      await alice.page
        .getByRole('figure', { name: 'Bob' })
        .getByRole('img', { name: /Raised hand/ })
        .waitFor();
      await isWithoutFault(alice, 'people-hand');
      await panel.getByRole('button', { name: alice.t('hand.lowerOf', { name: 'Bob' }) }).click();
      await bob.control('hand.raise').waitFor();
    });

    step('Bob claps, and Alice sees it', async () => {
      await bob.control('reaction.title').click();
      await bob.page.getByRole('button', { name: bob.t('reaction.clapping') }).click();
      await alice.page.locator('main').getByText('👏').waitFor();
      await bob.page.keyboard.press('Escape');
    });

    step('Alice mutes Bob, who is told by whom, and stays muted until he wants', async () => {
      const panel = await alice.openPeople();
      await panel.getByRole('button', { name: alice.t('people.mute', { name: 'Bob' }) }).click();
      await bob.isTold(bob.t('people.mutedYou.by', { name: 'Alice Martin' }));
      await bob.control('control.microphoneOn').click();
      await bob.control('control.microphoneOff').waitFor();
    });

    step('Bob mutes Alice too, as the room allows', async () => {
      const panel = await bob.openPeople();
      await panel.getByRole('button', { name: bob.t('people.mute', { name: 'Alice Martin' }) }).click();
      await alice.isTold(alice.t('people.mutedYou.by', { name: 'Bob' }));
    });

    step('Bob changes his name', async () => {
      await bob.choose('Bob', 'people.rename');
      await bob.page.getByRole('dialog').getByLabel(bob.t('prejoin.name')).fill('Robert');
      await bob.page
        .getByRole('dialog')
        .getByRole('button', { name: bob.t('common.save') })
        .click();
      await alice.page.getByRole('figure', { name: 'Robert' }).waitFor();
    });

    step('a guest cannot be made host, and Alice reads why', async () => {
      await alice.choose('Robert', 'people.promote');
      await alice.isTold(alice.t('people.error.noAccount', { name: 'Robert' }));
    });

    step('Alice removes him; he reads that, and what it means', async () => {
      await alice.choose('Robert', 'people.remove');
      const question = alice.page.getByRole('alertdialog');
      await question.getByText(alice.t('people.removeText')).waitFor();
      await isWithoutFault(alice, 'people-remove');
      await question.getByRole('button', { name: alice.t('people.remove') }).click();
      await bob.page.getByRole('heading', { name: bob.t('ended.removed.title') }).waitFor();
      await isWithoutFault(bob, 'removed');
      assert.equal(await bob.button('ended.rejoin').count(), 0);
    });

    step('he cannot come back: not by reloading, not in a new tab', async () => {
      const tab = await bob.context.newPage();
      for (const page of [bob.page, tab]) {
        await page.goto(address);
        await page.getByLabel(bob.t('prejoin.name')).fill('Somebody else');
        await page.getByRole('button', { name: bob.t('lobby.ask') }).click();
        await page.getByText(bob.t('lobby.denied.atOnce')).waitFor();
      }
      await isWithoutFault(bob, 'lobby-denied-at-once');
      await tab.close();
      assert.equal(await notice().getByText('Somebody else').count(), 0);
      await alice.page.getByRole('figure', { name: 'Robert' }).waitFor({ state: 'detached' });
    });

    step('it was a mistake: Alice readmits him', async () => {
      await alice.openPeople();
      await isWithoutFault(alice, 'people-removed');
      await alice.button('people.readmitName', { name: 'Robert' }).click();
      await alice.isTold(alice.t('people.readmitted', { name: 'Robert' }));
      assert.equal(await alice.button('people.readmitName', { name: 'Robert' }).count(), 0);
    });

    step('two who ask at once are let in together', async () => {
      await alice.page.locator('body').press('p');
      [carol, dora] = await Promise.all([guest('Carol'), guest('Dora')]);
      await Promise.all([carol.ask(address), dora.ask(address)]);
      await notice()
        .getByText(alice.t('lobby.host.count_other', { count: 2 }))
        .waitFor();
      await notice()
        .getByRole('button', { name: alice.t('lobby.host.admitAll') })
        .click();
      await Promise.all([carol.isInside(), dora.isInside()]);
    });

    step('Alice lets Erin in with the keyboard only', async () => {
      erin = await guest('Erin');
      await erin.ask(address);
      await erin.waits();
      const panel = await alice.openPeople();
      const admit = panel.getByRole('button', { name: alice.t('lobby.host.admitName', { name: 'Erin' }) });
      await admit.waitFor();
      await isWithoutFault(alice, 'people-waiting');
      for (let presses = 0; presses < 12 && !(await isFocused(admit)); presses++)
        await alice.page.keyboard.press('Tab');
      await alice.page.keyboard.press('Enter');
      await erin.isInside();
      await eventually('the focus to stay in the panel', () =>
        panel.evaluate((it) => it.contains(document.activeElement)),
      );
    });

    step('whoever is declined reads so, may ask again, and is let in then', async () => {
      const frank = await guest('Frank');
      await alice.page.keyboard.press('Escape');
      await frank.ask(address);
      await frank.waits();
      await notice()
        .getByRole('button', { name: alice.t('lobby.host.deny') })
        .click();
      await frank.isTold(frank.t('lobby.denied.text'));
      await isWithoutFault(frank, 'lobby-denied');
      await frank.button('lobby.denied.again').click();
      await frank.waits();
      await notice()
        .getByRole('button', { name: alice.t('lobby.host.admit') })
        .click();
      await frank.isInside();
      await frank.leaveForGood();
    });

    step('whoever was let in comes back by reloading, without asking anybody', async () => {
      await carol.page.reload();
      await carol.ask(address);
      await carol.isInside();
      for (const person of [carol, dora, erin]) await person.leaveForGood();
    });
  });

  describe('a room for those who are signed in', () => {
    step('lets them in at once, and suggests to guests to sign in', async () => {
      address = await room('Members', 'trusted');
      known = await Person.arrive(browsers[1], server, { name: 'Dave Known' });
      await known.register({ email: 'dave@example.test', password: 'correct horse battery' });
      await known.join(address);
      carol = await guest('Carol');
      await carol.page.goto(address);
      await carol.button('lobby.trusted.signIn').waitFor();
      await isWithoutFault(carol, 'lobby-trusted');
    });

    step('and a host who comes late is told who waits', async () => {
      await carol.ask(address);
      await carol.waits();
      await alice.join(address);
      await notice()
        .getByText(alice.t('lobby.host.one', { name: 'Carol' }))
        .waitFor();
      await notice()
        .getByRole('button', { name: alice.t('lobby.host.admit') })
        .click();
      await carol.isInside();
    });

    step('Dave is made host, sees so, and sees who waits; then is none any more', async () => {
      await alice.choose('Dave Known', 'people.promote');
      await known.isTold(known.t('host.promoted'));
      dora = await guest('Dora');
      await dora.ask(address);
      const told = known.page.getByRole('region', { name: known.t('lobby.host.door') });
      await told.getByRole('button', { name: known.t('lobby.host.admit') }).click();
      await dora.isInside();
      await alice.choose('Dave Known', 'people.demote');
      await known.isTold(known.t('host.demoted'));
    });
  });

  step('no page complained', () => {
    for (const { page } of [alice, carol, dora, known]) assert.deepEqual(page.faults, []);
  });
});

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

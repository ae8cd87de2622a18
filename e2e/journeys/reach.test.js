import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { api } from '../harness/api.js';
import { launchBrowser } from '../harness/browser.js';
import { Causerie } from '../harness/causerie.js';
import { Person } from '../harness/people.js';
import { story } from '../harness/story.js';
import { eventually, patience } from '../harness/waiting.js';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe('A meeting is held on a phone, and without a mouse', { timeout: 600_000 * patience }, () => {
  let server, browser, alice, bob, address;
  const step = story('reach', () => [alice, bob]);

  before(async () => {
    server = await Causerie.start('reach');
    browser = await launchBrowser();
    alice = await Person.arrive(browser, server, { name: 'Alice Martin' });
    bob = await Person.arrive(browser, server, { name: 'Bob', ...phone });
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const key = (name) => alice.page.keyboard.press(name);

  /** Goes on with Tab until this control has the focus, as somebody without a mouse does; then it must be seen that it has. */
  async function tabTo(locator, most = 60) {
    await locator.waitFor();
    for (let presses = 0; presses < most; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) {
        const outline = await locator.evaluate((element) => getComputedStyle(element).outlineStyle);
        assert.notEqual(outline, 'none', 'the focus is not seen');
        return;
      }
      await key('Tab');
    }
    throw new Error(`Not reached with ${most} presses of Tab: ${locator}`);
  }

  const isMuted = () => alice.control('control.microphoneOn').isVisible();

  step('Alice creates and joins by keyboard alone', async () => {
    await alice.register({ email: 'alice@example.test', password: 'correct horse battery' });
    await alice.page.goto('/');
    await tabTo(alice.page.getByLabel(alice.t('home.create.name')));
    await alice.page.keyboard.type('By hand');
    await key('Enter');
    await tabTo(alice.button('prejoin.join'));
    address = alice.page.url();
    await key('Enter');
    await alice.control('control.leave').waitFor();
  });

  step('Bob is in on his phone after the link, his name and one tap', async () => {
    await bob.page.goto(address);
    await bob.page.getByLabel(bob.t('prejoin.name')).fill('Bob');
    await bob.button('prejoin.join').tap();
    await bob.control('control.leave').waitFor();
    await Promise.all([alice.seesAndHears(1), bob.seesAndHears(1)]);
  });

  step('every control of his bar can be hit with a finger, and nothing hangs over the edge', async () => {
    for (const button of await bob.page.getByRole('toolbar').getByRole('button').all()) {
      const { x, width, height } = await button.boundingBox();
      assert.ok(width >= 44 && height >= 44, `${await button.getAttribute('aria-label')}: ${width} × ${height}`);
      assert.ok(x >= 0 && x + width <= 390, `${await button.getAttribute('aria-label')} from ${x}`);
    }
    const wider = await bob.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.equal(wider, 0);
  });

  step('Alice mutes and unmutes, and talks while a key is held', async () => {
    assert.equal(await isMuted(), false);
    await key('Control+d');
    await eventually('her to be muted', isMuted);
    await alice.page.keyboard.down('v');
    await eventually('her to talk', async () => !(await isMuted()));
    await alice.page.keyboard.up('v');
    await eventually('her to be muted again', isMuted);
    await key('Control+d');
    await eventually('her to be heard', async () => !(await isMuted()));
  });

  step('she writes, Bob answers from his phone, and Escape gives the focus back', async () => {
    await key('m');
    await tabTo(alice.page.getByRole('textbox', { name: alice.t('chat.message') }));
    await alice.page.keyboard.type('No mouse here');
    await key('Enter');
    await bob
      .control('chat.title')
      .or(bob.page.getByRole('button', { name: /unread/ }))
      .first()
      .tap();
    await bob.page.getByRole('log').getByText('No mouse here', { exact: true }).waitFor();
    await bob.page.getByRole('textbox', { name: bob.t('chat.message') }).fill('No keyboard here');
    await bob.page.getByRole('button', { name: bob.t('chat.send') }).tap();
    await alice.reads('No keyboard here');
    await key('Escape');
    await alice.page.getByRole('log').waitFor({ state: 'hidden' });
  });

  step('she raises her hand and lowers it', async () => {
    await key('h');
    await alice.control('hand.lower').waitFor();
    await key('h');
    await alice.control('hand.raise').waitFor();
  });

  step('she decides as a host by keyboard: a rule, and who gets in', async () => {
    await tabTo(alice.control('host.title'));
    await key('Enter');
    await tabTo(alice.page.getByRole('switch', { name: alice.t('rule.screen'), exact: true }));
    await key('Space');
    await tabTo(alice.page.getByRole('radio', { name: alice.t('access.public'), exact: true }));
    await key('ArrowDown');
    await eventually('both to be stored', async () => {
      const { body } = await api(alice.page, 'GET', 'rooms/by-hand/');
      return body.access_level === 'trusted' && !body.configuration.can_publish_sources.includes('screen_share');
    });
    await key('Escape');
  });

  step('Bob turns his camera off, and leaves by the menu of his phone’s bar', async () => {
    await bob.control('control.cameraOff').tap();
    await bob.control('control.cameraOn').waitFor();
    await bob.control('control.more').tap();
    await bob.page.getByRole('menuitem', { name: bob.t('info.title') }).tap();
    await bob.page.getByRole('complementary', { name: bob.t('info.title') }).waitFor();
    await bob.button('common.close').tap();
    await bob.control('control.leave').tap();
    await bob.page.getByRole('heading', { name: bob.t('ended.left.title') }).waitFor();
  });

  step('Alice leaves, still without a mouse', async () => {
    await tabTo(alice.control('control.leave'));
    await key('Enter');
    await alice.page.getByRole('heading', { name: alice.t('ended.left.title') }).waitFor();
    await tabTo(alice.page.getByRole('link', { name: alice.t('common.home'), exact: true }));
    await key('Enter');
    await alice.page.getByLabel(alice.t('home.create.name')).waitFor();
    for (const { page } of [alice, bob]) assert.deepEqual(page.faults, []);
  });
});

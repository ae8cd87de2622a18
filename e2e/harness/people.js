import { person, received, tab } from './browser.js';
import { eventually, patience } from './waiting.js';
import { words } from './words.js';

/**
 * Somebody who uses the product in a browser of their own: what they do is a method, and what they read is in their language.
 */
export class Person {
  static async arrive(browser, server, { name, language = 'en', locale = 'en-US', timezoneId = 'UTC', ...rest }) {
    const page = await person(browser, { locale, timezoneId, baseURL: server.url, ...rest });
    return Object.assign(new Person(), { name, server, page, context: page.context(), t: words(language) });
  }

  /** The same browser in another tab; there the person may go by another name. */
  async inAnotherTab(name = this.name) {
    return Object.assign(new Person(), { ...this, name, page: await tab(this.context) });
  }

  button(key, values) {
    return this.page.getByRole('button', { name: this.t(key, values), exact: true });
  }

  /** A button of the meeting's bar. */
  control(key) {
    return this.page.getByRole('toolbar').getByRole('button', { name: this.t(key), exact: true });
  }

  /** Registers on the standalone sign-in page, starting from home, and is home again, signed in. */
  async register({ email, password }) {
    await this.startSigningIn();
    await this.page.locator('a[href*="/register"]').click();
    await this.page.locator('input[name=name]').fill(this.name);
    await this.page.locator('input[name=email]').fill(email);
    for (const field of await this.page.locator('input[type=password]').all()) await field.fill(password);
    await this.page.locator('form button[type=submit]').click();
    await this.isHome();
  }

  async signIn({ email, password }) {
    await this.startSigningIn();
    await this.fillSignIn({ email, password });
    await this.isHome();
  }

  async fillSignIn({ email, password }) {
    await this.page.locator('input[name=username], input[name=email]').first().fill(email);
    await this.page.locator('input[type=password]').fill(password);
    await this.page.locator('form button[type=submit]').click();
  }

  async startSigningIn() {
    await this.page.goto('/');
    await this.button('home.signInToCreate').click();
    await this.page.waitForURL(/\/signin/);
  }

  async isHome() {
    await this.button('page.accountMenu').waitFor();
  }

  /** Creates a room from home and stands at its door; answers its address. */
  async createRoom(name) {
    await this.page.goto('/');
    await this.page.getByLabel(this.t('home.create.name')).fill(name);
    await this.button('home.create.submit').click();
    await this.button('prejoin.join').waitFor();
    return this.page.url();
  }

  /** Joins the meeting whose door is at this address, under one's name. */
  async join(address) {
    if (this.page.url() !== address) await this.page.goto(address);
    await this.page.getByLabel(this.t('prejoin.name')).fill(this.name);
    await this.button('prejoin.join').click();
    await this.control('control.leave').waitFor();
  }

  /** Asks the hosts to be let in, at the door of the meeting at this address, and waits there. */
  async ask(address) {
    if (this.page.url() !== address) await this.page.goto(address);
    await this.page.getByLabel(this.t('prejoin.name')).fill(this.name);
    await this.button('lobby.ask').click();
  }

  async waits() {
    await this.page.getByRole('heading', { name: this.t('lobby.waiting.title') }).waitFor();
  }

  async isInside() {
    await this.control('control.leave').waitFor();
  }

  /** Waits until this very text stands on the page. */
  async isTold(text) {
    await this.page.getByText(text, { exact: true }).first().waitFor();
  }

  /** Opens the people if they are not open; answers their panel. */
  async openPeople() {
    const panel = this.page.getByRole('complementary', { name: this.t('people.title') });
    if (await panel.isVisible()) return panel;
    await this.page.locator('body').press('p');
    await panel.waitFor();
    return panel;
  }

  /** Chooses from the menu of what can be done about somebody. */
  async choose(name, key) {
    const panel = await this.openPeople();
    await panel.getByRole('button', { name: this.t('people.actions', { name }), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.t(key), exact: true }).click();
  }

  /** Opens the chat if it is not open, and writes. */
  async say(text) {
    await this.openChat();
    const message = this.page.getByRole('textbox', { name: this.t('chat.message') });
    await message.fill(text);
    await message.press('Enter');
    await this.reads(text);
  }

  /** Waits until this very text stands in the chat. */
  async reads(text) {
    await this.openChat();
    await this.page.getByRole('log').getByText(text, { exact: true }).waitFor();
  }

  async openChat() {
    const log = this.page.getByRole('log');
    if (await log.isVisible()) return;
    await this.page.keyboard.press('m');
    await log.waitFor();
  }

  async startRecording() {
    await this.control('recording.start').click();
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.t('recording.start'), exact: true })
      .click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async stopRecording() {
    await this.control('recording.stop').click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: this.t('recording.stop'), exact: true })
      .click();
    await this.page.getByRole('alertdialog').waitFor({ state: 'hidden' });
  }

  /** Waits until the page says that the room is recorded. */
  async seesRecording(within = 20_000) {
    await this.badge('recording.badge.recording').waitFor({ timeout: within * patience });
  }

  async seesNoRecording(within = 20_000) {
    for (const phase of ['starting', 'recording', 'saving']) {
      await this.badge(`recording.badge.${phase}`).waitFor({ state: 'detached', timeout: within * patience });
    }
  }

  badge(key) {
    return this.page.getByRole('img', { name: this.t(key), exact: true });
  }

  /** Waits until moving pictures and sound from at least so many others have arrived since now. */
  async seesAndHears(others, within = 30_000) {
    let before = await received(this.page);
    await eventually(
      `${this.name} to see and hear ${others}`,
      async () => {
        const now = await received(this.page);
        // A new connection counts from nothing.
        if (now.frames < before.frames || now.energy < before.energy) before = now;
        return (
          now.videos >= others && now.frames > before.frames + 20 && now.sounds >= others && now.energy > before.energy
        );
      },
      { within },
    );
  }

  /** How far the pictures shown on the page have come, video element by video element. */
  framesShown() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('video')].map((video) => video.getVideoPlaybackQuality().totalVideoFrames),
    );
  }

  async leaveForGood() {
    await this.context.close();
  }
}

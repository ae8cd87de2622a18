import { person, received } from './browser.js';
import { eventually } from './waiting.js';
import { words } from './words.js';

/**
 * Somebody who uses the product in a browser of their own: what they do is a method, and what they read is in their language.
 */
export class Person {
  static async arrive(browser, server, { name, language = 'en', locale = 'en-US', timezoneId = 'UTC', ...rest }) {
    const page = await person(browser, { locale, timezoneId, baseURL: server.url, ...rest });
    return Object.assign(new Person(), { name, server, page, context: page.context(), t: words(language) });
  }

  button(key, values) {
    return this.page.getByRole('button', { name: this.t(key, values), exact: true });
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
    await this.button('controls.leave').waitFor();
  }

  /** Waits until moving pictures and sound from at least so many others have arrived since now. */
  async seesAndHears(others, within = 30_000) {
    const before = await received(this.page);
    await eventually(
      `${this.name} to see and hear ${others}`,
      async () => {
        const now = await received(this.page);
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

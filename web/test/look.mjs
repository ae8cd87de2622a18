// Takes pictures of every page in both sizes and both colour schemes, for eyes; and fails on violations axe finds.
// Needs `npm run build`, `npx vite preview --config test/mock.config.mjs --port 4173`, and `livekit-server --dev`.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const address = process.env.LOOK_AT ?? 'http://127.0.0.1:4173';
const out = process.env.LOOK_OUT ?? 'target/look';
const only = process.argv[2];
const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const alice = { name: 'as', value: 'alice', url: address };
let problems = 0;

await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ],
});

const pages = {
  guest: (page) => page.goto(`${address}/`),
  home: (page) => signedIn(page, '/'),
  menu: async (page) => {
    await signedIn(page, '/');
    await page.getByRole('button', { name: /Account menu/ }).click();
  },
  account: (page) => signedIn(page, '/account'),
  door: (page) => signedIn(page, '/weekly-sync'),
  absent: (page) => page.goto(`${address}/no-such-room`),
  refused: (page) => page.goto(`${address}/board`),
  trusted: (page) => page.goto(`${address}/for-members`),
  lost: (page) => page.goto(`${address}/a/b`),
  recording: (page) => recording(page, 1),
  link: async (page) => {
    await recording(page, 1);
    await makeLink(page);
  },
  revoke: async (page) => {
    await recording(page, 1);
    await makeLink(page);
    await page
      .getByRole('button', { name: /^Revoke: / })
      .first()
      .click();
  },
  shared: async (page) => {
    await recording(page, 1);
    await page.goto(await makeLink(page));
    await page.locator('video').waitFor();
  },
  invalid: (page) => page.goto(`${address}/shared/00000000-0000-4000-8000-000000000000#secret`),
  'toast-link': async (page) => {
    await recording(page, 1);
    await makeLink(page);
    await page.getByRole('button', { name: 'Copy the link' }).click();
  },
  'toast-question': async (page) => {
    await recording(page, 1);
    await makeLink(page);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page
      .getByRole('button', { name: /^Revoke: / })
      .first()
      .click();
  },
  'toast-door': async (page) => {
    await signedIn(page, '/');
    await page.getByRole('button', { name: 'Copy link of Weekly sync' }).click();
    await page.getByRole('link', { name: 'Weekly sync' }).first().click();
    await page.getByRole('button', { name: 'Join' }).waitFor();
  },
  'toast-bar': async (page) => {
    await meeting(page);
    await page.getByRole('button', { name: 'People' }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  },
  'toast-people': async (page) => {
    await meeting(page);
    await page.getByRole('button', { name: 'People' }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Copy link' }).click();
  },
  'toast-host': async (page) => {
    await host(page);
    await page.getByText('Turn on their camera').click();
  },
  'toast-host-knock': async (page) => {
    await page.context().addCookies([{ name: 'knock', value: '1', url: address }]);
    await host(page, 'for-members');
    await page.getByRole('button', { name: 'Let in' }).waitFor();
    await page.getByText('Turn on their camera').click();
  },
  failed: (page) => recording(page, 3),
  underway: (page) => recording(page, 0),
  meeting: (page) => meeting(page),
  chat: async (page) => {
    await meeting(page);
    await page.getByRole('button', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: 'Message to everybody' }).fill('Hello! See https://example.org');
    await page.getByRole('button', { name: 'Send message' }).click();
  },
  people: async (page) => {
    await meeting(page);
    await page.getByRole('button', { name: 'People' }).click();
  },
  more: async (page) => {
    await meeting(page);
    await page.getByRole('button', { name: 'More' }).click();
  },
  ended: async (page) => {
    await meeting(page);
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'You left the meeting' }).waitFor();
  },
};

for (const [name, open] of Object.entries(pages)) {
  if (only && !only.split(',').includes(name)) continue;
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark']) await look(name, open, size, viewport, colorScheme);
  }
}
await browser.close();
console.log(problems === 0 ? 'no problem found' : `${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;

async function look(name, open, size, viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', bypassCSP: false });
  await context.grantPermissions(['camera', 'microphone', 'clipboard-write']);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/40[134]|503/.test(message.text())) report(`${name}: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`${name}: ${error.message}`));
  try {
    await open(page);
    await page.waitForTimeout(900);
    await page.screenshot({ path: `${out}/${name}-${size}-${colorScheme}.png` });
    await page.evaluate(`${axe}; null`);
    const { violations } = await page.evaluate('axe.run()');
    for (const { id, nodes } of violations)
      report(`${name} ${size} ${colorScheme}: ${id} ${nodes[0].html.slice(0, 160)}`);
  } catch (error) {
    report(`${name} ${size}: ${error.message.split('\n')[0]}`);
    await page.screenshot({ path: `${out}/${name}-${size}-${colorScheme}-broken.png` }).catch(() => undefined);
  } finally {
    await context.close();
  }
}

async function signedIn(page, path) {
  await page.context().addCookies([alice]);
  await page.goto(`${address}${path}`);
}

async function recording(page, index) {
  await signedIn(page, '/');
  const link = page.locator('a[href^="/recording/"]').nth(index);
  await link.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function makeLink(page) {
  await page.getByRole('button', { name: 'Make a link' }).click();
  const made = page.getByRole('group', { name: 'The new link' });
  await made.scrollIntoViewIfNeeded();
  return (await made.getByText(/#/).textContent()).trim();
}

async function host(page, slug) {
  await meeting(page, slug);
  const own = page.getByRole('button', { name: 'Host controls' });
  if (!(await own.isVisible())) await page.getByRole('button', { name: 'More' }).click();
  await own.or(page.getByRole('menuitem', { name: 'Host controls' })).click();
}

async function meeting(page, slug = 'weekly-sync') {
  await signedIn(page, `/${slug}`);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('figure').first().waitFor();
  await page.getByText('Connecting').waitFor({ state: 'hidden' });
}

function report(text) {
  problems += 1;
  console.log(text);
}

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findings } from './axe.js';

const folder = path.resolve(import.meta.dirname, '../out/pages');

const looks = [
  { name: 'desktop-light', size: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', size: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone-light', size: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', size: { width: 390, height: 844 }, colorScheme: 'dark' },
];

/**
 * Looks at the page as it stands on desktop and phone, in light and dark: takes a picture of each and lets axe read it.
 * Answers what is wrong, a line each: axe's findings, a page wider than its window.
 */
export async function lookAt(page, title) {
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  const wrong = [];
  for (const { name, size, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot({ path: path.join(folder, `${title}-${name}.png`) });
    for (const finding of await findings(page)) wrong.push(`${name}: ${finding}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wider > 0) wrong.push(`${name}: ${wider} px wider than the window`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
  return wrong;
}

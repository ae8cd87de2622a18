import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';

const folder = path.resolve(import.meta.dirname, '../out/failures');

/**
 * Tests that are the steps of one story: each builds on the one before, so after a failure the rest is skipped. A failure leaves a
 * picture of every page behind; `people` answers who is there.
 */
export function story(title, people) {
  let broken;
  return (name, work) =>
    it(name, async (test) => {
      if (broken) return test.skip(`after: ${broken}`);
      try {
        return await work(test);
      } catch (error) {
        broken = name;
        await pictures(title, people().filter(Boolean), test);
        throw error;
      }
    });
}

async function pictures(title, people, test) {
  mkdirSync(folder, { recursive: true });
  for (const { name, page } of people) {
    const file = path.join(folder, `${title}-${name.replace(/\W+/g, '-')}.png`);
    await page.screenshot({ path: file, timeout: 5_000 }).catch(() => undefined);
    test.diagnostic(`${name} is at ${page.url()}, see ${file}`);
    for (const fault of page.faults) test.diagnostic(`${name}'s page: ${fault.slice(0, 300)}`);
  }
}

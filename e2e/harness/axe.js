import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it is now, one line a finding; empty when nothing. */
export async function findings(page) {
  // Through the debugger's own evaluation, which the page's Content-Security-Policy does not (and shall not) allow otherwise.
  await page.evaluate(axe);
  const violations = await page.evaluate(() =>
    window.axe
      .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then((result) =>
        result.violations.map(({ id, help, nodes }) => ({
          id,
          help,
          where: nodes.map(({ target }) => target.join(' ')),
        })),
      ),
  );
  return violations.map(({ id, help, where }) => `${id}: ${help} (${where.slice(0, 3).join(', ')})`);
}

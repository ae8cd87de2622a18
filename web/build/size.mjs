// Fails when what a first visit loads (the page, its scripts and its styles) is heavier than 350 kB gzipped.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const limit = 350_000;
const html = await readFile('dist/index.html', 'utf8');
const linked = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const files = ['/index.html', ...new Set(linked)];

let total = 0;
for (const file of files) {
  const size = gzipSync(await readFile(`dist${file}`), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  first load, gzipped (limit ${limit / 1000} kB)`);
if (total > limit) process.exit(1);

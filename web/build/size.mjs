// Fails when a first visit of the home page (page, scripts, styles, words of one language) weighs more than 350 kB gzipped.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const limit = 350_000;
const manifest = JSON.parse(await readFile('dist/.vite/manifest.json', 'utf8'));
const files = new Set(['index.html']);
['index.html', 'src/home/HomePage.tsx', 'src/i18n/fr.json'].forEach(collect);

let total = 0;
for (const file of files) {
  const size = gzipSync(await readFile(`dist/${file}`), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  first load, gzipped (limit ${limit / 1000} kB)`);
if (total > limit) process.exit(1);

function collect(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  [chunk.file, ...(chunk.css ?? [])].forEach((file) => files.add(file));
  chunk.imports?.forEach(collect);
}

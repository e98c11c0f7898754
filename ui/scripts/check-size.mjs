/**
 * What a browser loads for the first screen: the entry of index.html, the screens where work begins (finding programs, the
 * referrals), all that these import, and the style sheets; gzipped. Fails over the budget.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET = { js: 200_000, css: 25_000 };

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const first = new Set();

function follow(file) {
  if (first.has(file)) return;
  first.add(file);
  if (!file.endsWith('.js')) return;
  const code = readFileSync(join(dist, file), 'utf8');
  for (const [, path] of code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^'"();]*?\bfrom\s*)?["'](\.[^"']+)["']/g)) {
    follow(posix.join(posix.dirname(file), path));
  }
}
for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)) follow(path);
for (const screen of readdirSync(join(dist, 'assets'))) {
  if (/^(ProgramsPage|ReferralsPage)-.*\.js$/.test(screen)) follow(`assets/${screen}`);
}

const size = { js: 0, css: 0 };
for (const file of first) {
  size[file.endsWith('.css') ? 'css' : 'js'] += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

let tooMuch = false;
for (const kind of Object.keys(BUDGET)) {
  const over = size[kind] > BUDGET[kind];
  tooMuch ||= over;
  console.log(
    `${kind.padEnd(4)}${(size[kind] / 1000).toFixed(1).padStart(7)} KB gzipped of ${BUDGET[kind] / 1000}${over ? '   TOO MUCH' : ''}`,
  );
}
process.exit(tooMuch ? 1 : 0);

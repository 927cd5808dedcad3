// Fails the build where the first load outgrows its budget. Sizes are gzip, as a browser fetches them. The first load is
// what index.html names; everything else is fetched when a part of the page is opened.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, '../dist');
const LIMITS = [
  { kind: 'JavaScript', ending: '.js', aimKb: 150, failKb: 180 },
  { kind: 'CSS', ending: '.css', aimKb: 45, failKb: 45 },
];

const page = readFileSync(join(DIST, 'index.html'), 'utf8');
const first = [...page.matchAll(/(?:src|href)="\/app\/assets\/([^"]+)"/g)].map(([, name]) => name);
const all = readdirSync(join(DIST, 'assets'));
const kbOf = (names) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(DIST, 'assets', name))).length, 0) / 1024;

for (const { kind, ending, aimKb, failKb } of LIMITS) {
  const initial = first.filter((name) => name.endsWith(ending));
  const later = all.filter((name) => name.endsWith(ending) && !initial.includes(name));
  const kb = kbOf(initial);
  console.log(
    `${kind}: ${kb.toFixed(1)} KB gzip at first (aim ${aimKb}, limit ${failKb}), ${kbOf(later).toFixed(1)} KB later in ${later.length} parts`,
  );
  if (initial.length === 0 || kb > failKb) {
    console.error(`${kind} is outside its budget`);
    process.exitCode = 1;
  } else if (kb > aimKb) {
    console.warn(`${kind} is above its aim`);
  }
}

// Fails the build where the first load outgrows its budget. Sizes are gzip, as a browser fetches them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = join(import.meta.dirname, '../dist/assets');
const LIMITS = [
  { kind: 'JavaScript', ending: '.js', aimKb: 150, failKb: 180 },
  { kind: 'CSS', ending: '.css', aimKb: 45, failKb: 45 },
];

for (const { kind, ending, aimKb, failKb } of LIMITS) {
  const files = readdirSync(ASSETS).filter((name) => name.endsWith(ending));
  const kb = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0) / 1024;
  console.log(`${kind}: ${kb.toFixed(1)} KB gzip (aim ${aimKb}, limit ${failKb})`);
  if (files.length === 0 || kb > failKb) {
    console.error(`${kind} is outside its budget`);
    process.exitCode = 1;
  } else if (kb > aimKb) {
    console.warn(`${kind} is above its aim`);
  }
}

// Runs the built page in a real Chromium against the fixture server. `--screens` also renews docs/screens.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endWithoutChromium, findChromium } from './chromium.mjs';

const PAGES = join(import.meta.dirname, 'pages');

if (!findChromium()) endWithoutChromium();
if (!existsSync(join(import.meta.dirname, '../dist/index.html'))) {
  console.error('There is no built page: run "npm run build" first.');
  process.exit(1);
}

const screens = process.argv.includes('--screens');
const files = readdirSync(PAGES)
  .filter((name) => name.endsWith(screens ? '.screens.mjs' : '.test.mjs'))
  .map((name) => join(PAGES, name));
const run = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', '--test-timeout=120000', ...files],
  {
    stdio: 'inherit',
  },
);
process.exit(run.status ?? 1);

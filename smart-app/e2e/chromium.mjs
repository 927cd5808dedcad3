// Finds and starts the Chromium that the system has; none is downloaded.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser (CHROMIUM overrides), or null. */
export function findChromium() {
  return [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place)) ?? null;
}

/** Says that there is no browser and ends the process: a failure only where CI promises one. */
export function endWithoutChromium() {
  console.log(
    'No Chromium found (set CHROMIUM or install the package chromium): the page was not tested in a browser.',
  );
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

export function startChromium(moreFlags = []) {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: [...FLAGS, ...moreFlags] });
}

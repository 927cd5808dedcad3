// How quick the built page is on a slow computer (4 x CPU throttling) against the fixture server, which answers at once: what
// is measured is the page alone. Prints figures and limits; fails above a limit. On demand only: numbers depend on the machine.
import { endWithoutChromium, findChromium, startChromium } from './chromium.mjs';
import { startFixtureServer } from './fixture/server.mjs';

const THROTTLE = 4;
const RUNS = 5;
const LIMITS = {
  'first contentful paint, ms, median': 800,
  'summary shown, ms, median': 1200,
  'click to next paint, ms, p95': 100,
  'layout shift, sum': 0.01,
  'nodes after 50 changes of view': 150,
};

if (!findChromium()) endWithoutChromium();
const server = await startFixtureServer();
const browser = await startChromium();

/** Opens the page throttled, with everything that is to be told of it being written down. */
async function open() {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.addInitScript(() => {
    window.told = { shift: 0, clicks: [], longest: 0, shown: 0 };
    const watch = (type, hear, options = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({
        type,
        buffered: true,
        ...options,
      });
    watch('layout-shift', (entry) => {
      if (!entry.hadRecentInput) window.told.shift += entry.value;
    });
    watch('longtask', (entry) => {
      window.told.longest = Math.max(window.told.longest, entry.duration);
    });
    watch('event', (entry) => entry.interactionId && window.told.clicks.push(entry.duration), {
      durationThreshold: 16,
    });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#summary')) return;
      window.told.shown = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${server.base}/app/model/`);
  await page.locator('#summary').waitFor();
  await page.waitForLoadState('networkidle');
  return { context, page };
}

const paints = [];
const shown = [];
const shifts = [];
const longest = [];
for (let run = 0; run < RUNS; run++) {
  const { context, page } = await open();
  const told = await page.evaluate(() => ({
    ...window.told,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
  paints.push(told.paint);
  shown.push(told.shown);
  shifts.push(told.shift);
  longest.push(told.longest);
  await context.close();
}

const { page } = await open();
for (const pill of (await page.locator('#summary [data-citation]').all()).slice(0, 12)) await pill.click();
await page.keyboard.press('Escape');
const accept = page.getByRole('button', { name: 'Accept (A)' });
for (const button of (await accept.all()).slice(0, 8)) await button.click();
const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
const view = (name) => page.getByRole('button', { name, exact: true }).first().click();
await view('Ask');
await view('Summary');
const before = await nodes();
for (let change = 0; change < 25; change++) {
  await view('Ask');
  await view('Summary');
}
const grown = (await nodes()) - before;
const clicks = await page.evaluate(() => window.told.clicks);
await browser.close();
await server.stop();

const sorted = (list) => [...list].sort((one, other) => one - other);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const p95 = (list) => sorted(list)[Math.floor((list.length - 1) * 0.95)] ?? 0;
const figures = {
  'first contentful paint, ms, median': median(paints),
  'summary shown, ms, median': median(shown),
  'click to next paint, ms, p95': p95(clicks),
  'layout shift, sum': Math.max(...shifts),
  'nodes after 50 changes of view': grown,
};
for (const [what, value] of Object.entries(figures)) {
  const isMet = value <= LIMITS[what];
  console.log(`${isMet ? 'met    ' : 'NOT MET'} ${what}: ${value.toFixed(2)} (at most ${LIMITS[what]})`);
  if (!isMet) process.exitCode = 1;
}
console.log(
  `longest task while loading, ms, median: ${median(longest).toFixed(0)}; clicks measured: ${clicks.length}`,
);

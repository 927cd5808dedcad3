// How soon a clinician has something to read after the launch, against the running sandbox: from the browser's return to the
// product until what was read of the chart stands there, and until the first statement does. Prints medians and limits of
// several launches; on demand only, since the numbers depend on the machine. EHR_BASE, PRODUCT_BASE; CHART (name or part of it).
import { endWithoutChromium, findChromium, startChromium } from './chromium.mjs';
import { openInFrame, STEP_MS, signInAndFind } from './sandbox.mjs';

const CHART = process.env.CHART ?? 'Okonjo';
const LAUNCHES = 5;
const LIMITS = { coverage: 1000, statement: 1500 };

if (!findChromium()) endWithoutChromium();

const browser = await startChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  page.setDefaultTimeout(STEP_MS);
  await page.addInitScript(() => {
    window.shown = {};
    const marks = { coverage: '#coverage-heading', statement: '#summary [data-citation]' };
    new MutationObserver(() => {
      for (const [name, selector] of Object.entries(marks)) {
        if (!window.shown[name] && document.querySelector(selector)) window.shown[name] = performance.now();
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const patient = await signInAndFind(page, CHART);
  const times = { coverage: [], statement: [] };
  for (let launch = 0; launch < LAUNCHES; launch++) {
    const frame = await openInFrame(page, patient);
    await frame.waitForFunction(() => window.shown.coverage && window.shown.statement);
    const shown = await frame.evaluate(() => window.shown);
    for (const name of Object.keys(times)) times[name].push(shown[name]);
  }
  for (const [name, limit] of Object.entries(LIMITS)) {
    const sorted = times[name].toSorted((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)];
    const isMet = median <= limit;
    console.log(
      `${isMet ? 'met    ' : 'NOT MET'} first ${name} after the launch, ms, median of ${LAUNCHES}: ` +
        `${median.toFixed(0)} (at most ${limit}; longest ${sorted.at(-1).toFixed(0)})`,
    );
    if (!isMet) process.exitCode = 1;
  }
} catch (error) {
  console.error(`Not measured: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

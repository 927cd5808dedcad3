// One browser and one fixture server for a test file, and what the tests say about a page.
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { startChromium } from '../chromium.mjs';
import { startFixtureServer } from '../fixture/server.mjs';

export const DESK = { width: 1360, height: 900 };
/** 1280 x 1024 at 400 % zoom, WCAG 1.4.10. */
export const ZOOMED = { width: 320, height: 256 };

/** Sets the stage up around the tests of the calling file. */
export function stage() {
  const set = { server: null, open };
  let browser;
  const contexts = [];
  before(async () => {
    [set.server, browser] = await Promise.all([startFixtureServer(), startChromium()]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    set.server.forget();
  });
  after(async () => {
    await browser?.close();
    await set.server?.stop();
  });

  /** Opens a launch, or the page `at` another address; `complaints` collects what the page's policy or its own code objected to. */
  async function open(launchId, { path = '', at, hear, watch, clock = false, ...options } = {}) {
    const context = await browser.newContext({
      viewport: DESK,
      locale: 'en-GB',
      timezoneId: 'UTC',
      ...options,
    });
    contexts.push(context);
    await context.addInitScript(() => {
      window.refusals = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.refusals.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    if (watch) await context.addInitScript(watch);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    if (clock) await page.clock.install();
    page.errors = [];
    page.on('pageerror', (error) => page.errors.push(String(error)));
    if (hear) page.on('console', hear);
    await page.goto(at ?? `${set.server.base}/app/${launchId}/${path}`);
    return page;
  }
  return set;
}

/** Waits for the summary to stand. */
export async function summaryOf(page) {
  const summary = page.getByRole('region', { name: 'Summary for review' });
  await summary.waitFor();
  return summary;
}

/** Goes to the triage of the chart and waits for its level to stand. */
export async function triageOf(page) {
  await page.getByRole('button', { name: 'Triage' }).click();
  const acuity = page.getByRole('region', { name: 'Acuity, for review' });
  await acuity.waitFor();
  return acuity;
}

/** Nothing was refused by the policy, no script failed, nothing was stored in the browser. */
export async function assertClean(page) {
  const left = await page.evaluate(async () => ({
    refusals: window.refusals,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in window ? (await caches.keys()).length : 0,
    cookies: document.cookie,
  }));
  assert.deepEqual(left, { refusals: [], local: 0, session: 0, databases: 0, caches: 0, cookies: '' });
  assert.deepEqual(page.errors, []);
}

/** Presses Tab until the named control has the focus, as somebody without a mouse does. */
export async function tabTo(page, role, name, limit = 80) {
  const target = page.getByRole(role, { name }).first();
  for (let press = 0; press < limit; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${role} "${name}" is not reached by keyboard`);
}

/** The text of the element that has the focus. */
export function focusedText(page) {
  return page.evaluate(() => document.activeElement?.textContent?.trim());
}

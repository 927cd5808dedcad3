import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, DESK, stage, summaryOf, ZOOMED } from './stage.mjs';

const set = stage();
const openSource = (page) => page.getByRole('button', { name: 'M1, medication: source' }).first().click();
const openSigning = async (page) => {
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').waitFor();
};
const sign = async (page) => {
  await openSigning(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const nothing = () => undefined;
const alertOf = (page) => page.getByRole('alert').first().waitFor();
const busy = (page) => page.getByRole('status').getByText('Reading the chart').waitFor();

const STATES = [
  ['summary', 'model', summaryOf, nothing],
  ['rules and fallback', 'rules', summaryOf, nothing],
  ['incomplete chart', 'incomplete', summaryOf, nothing],
  ['user who may not sign', 'reader', summaryOf, nothing],
  ['unknown patient details', 'unknowns', summaryOf, nothing],
  ['open source', 'model', summaryOf, openSource],
  ['confirmation', 'incomplete', summaryOf, openSigning],
  ['filed', 'model', summaryOf, sign],
  ['already filed', 'already', summaryOf, sign],
  ['pending', 'pending', summaryOf, sign],
  ['filing unknown', 'sign-lost', summaryOf, sign],
  ['loading', 'slow', busy, nothing],
  ['session lost', 'session-lost', alertOf, nothing],
  ['wrong launch', 'wrong-launch', alertOf, nothing],
  ['mismatch', 'other-launch', alertOf, nothing],
  ['not permitted', 'forbidden', alertOf, nothing],
  ['EHR down', 'ehr-down', alertOf, nothing],
  ['model down', 'model-down', alertOf, nothing],
  ['incident', 'broken', alertOf, nothing],
  ['network lost', 'network', alertOf, nothing],
];

for (const [name, launch, ready, act] of STATES) {
  test(`is accessible in light, in dark and at 400 % zoom: ${name}`, async () => {
    const page = await set.open(launch, { reducedMotion: 'reduce' });
    await ready(page);
    await act(page);
    await assertAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await assertAccessible(page, 'dark');
    await page.setViewportSize(ZOOMED);
    await assertNoSidewaysScrolling(page);
    await assertAccessible(page, '400 % zoom');
  });
}

test('has targets of at least 24 by 24 pixels', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await openSource(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .map((button) => ({ text: button.textContent, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ text }) => text),
  );
  assert.deepEqual(small, []);
});

test('keeps the focused control in view under the banner', async () => {
  const page = await set.open('model', { viewport: { width: DESK.width, height: 500 } });
  await summaryOf(page);
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press(press < 20 ? 'Tab' : 'Shift+Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return focused.contains(above) || above?.contains(focused) ? null : focused.outerHTML.slice(0, 120);
    });
    assert.equal(hidden, null);
  }
});

test('moves nothing for users who asked for less motion', async () => {
  const page = await set.open('slow', { reducedMotion: 'reduce' });
  await busy(page);
  const moving = await page.evaluate(
    () => document.getAnimations().filter((each) => each.playState === 'running').length,
  );
  assert.equal(moving, 0);
});

test('stays legible in forced colours: every outcome and verdict keeps its words and icon', async () => {
  const page = await set.open('incomplete', { forcedColors: 'active' });
  await summaryOf(page);
  const icons = await page.evaluate(() =>
    [...document.querySelectorAll('[data-outcome] svg, [data-verdict] svg, #summary li svg')].map(
      (icon) => getComputedStyle(icon).stroke !== getComputedStyle(document.body).backgroundColor,
    ),
  );
  assert.ok(icons.length > 20 && icons.every(Boolean));
  await assertAccessible(page, 'forced colours');
  await assertClean(page);
});

// The chart itself: a timeline with its sources, and results over time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, stage, summaryOf, ZOOMED } from './stage.mjs';

const set = stage();

async function chartOf(page) {
  await summaryOf(page);
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  const chart = page.getByRole('region', { name: '13 facts read from the chart' });
  await chart.waitFor();
  return chart;
}

async function trendsOf(page) {
  const chart = await chartOf(page);
  await chart.getByRole('button', { name: 'Trends' }).click();
  return chart;
}

test('every fact stands at its day with its source, the undated apart', async () => {
  const page = await set.open('model');
  const chart = await chartOf(page);
  assert.equal(await chart.getByRole('listitem').count(), 13);
  const days = await chart.getByRole('heading', { level: 3 }).allInnerTexts();
  assert.equal(days[0], '16-Nov-2024');
  assert.equal(days.at(-1), 'No date recorded');
  await chart.getByRole('button', { name: 'V1, vital sign: source' }).click();
  await page.getByRole('heading', { name: 'Source V1' }).waitFor();
  await assertClean(page);
});

test('kinds, words and time narrow the list, and what is shown is counted', async () => {
  const page = await set.open('model');
  const chart = await chartOf(page);
  await chart.getByRole('button', { name: 'medication 2' }).click();
  await chart.getByText('2 of 13 shown').waitFor();
  await chart.getByLabel('Words').fill('spiro');
  await chart.getByText('1 of 13 shown').waitFor();
  await chart.getByRole('button', { name: 'medication 2' }).click();
  await chart.getByLabel('Words').fill('');
  await chart.getByLabel('Time').selectOption('month');
  await chart.getByText(/^7 of 13 shown/).waitFor();
  assert.ok(!page.url().includes('spiro'));
});

test('the points of a test are walked with the arrow keys, each said with range and flag', async () => {
  const page = await set.open('model');
  const chart = await trendsOf(page);
  const walk = chart.getByRole('slider', { name: /^Measurements of Potassium/ }).first();
  assert.equal(
    await walk.getAttribute('aria-valuetext'),
    '11-Nov-2024 19:05: 5.9 mmol/L, high, range 3.5 – 5.1',
  );
  await walk.focus();
  await page.keyboard.press('ArrowLeft');
  assert.match(await walk.getAttribute('aria-valuetext'), /^08-Oct-2024 09:40: 4\.6 mmol\/L/);
  await page.keyboard.press('Home');
  assert.match(await walk.getAttribute('aria-valuetext'), /^01-Feb-2024/);
});

test('another unit is another plot, and each has a table', async () => {
  const page = await set.open('model');
  const chart = await trendsOf(page);
  assert.deepEqual(await chart.getByRole('heading', { level: 3 }).allInnerTexts(), [
    'Potassium mmol/L',
    'Troponin T ng/L',
    'Potassium mg/dL',
  ]);
  await chart.getByText('3 measurements as a table').click();
  await chart.getByRole('row', { name: '11-Nov-2024 19:05 5.9 mmol/L 3.5 – 5.1 high' }).waitFor();
  await chart.getByText('2 measurements as a table').first().click();
  await chart.getByRole('row', { name: '11-Nov-2024 19:05 <3 ng/L ≤ 14' }).waitFor();
  await chart.getByRole('row', { name: '11-Nov-2024 22:05 16 ng/L ≤ 14 outside its range' }).waitFor();
  await chart.getByText('2 older measurements are not in this plot.').waitFor();
  await chart.getByLabel('Test or vital sign').fill('trop');
  assert.equal(await chart.getByRole('slider').count(), 1);
});

test('what is older is read when it is asked for', async () => {
  const page = await set.open('chart-long');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  await page.getByRole('button', { name: 'Read 1 older one' }).click();
  await page.getByText('Appendicitis').waitFor();
  assert.equal(await page.getByRole('button', { name: /older/ }).count(), 0);
});

test('facts of two readings are never mixed: a chart that has changed is read anew', async () => {
  const page = await set.open('chart-changed');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  await page.getByRole('button', { name: 'Read 1 older one' }).click();
  await page.getByText('14 of 14 shown').waitFor();
});

test('a chart that could not be read is asked for again', async () => {
  const page = await set.open('chart-down');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  await page.getByRole('alert').getByText('The EHR cannot be reached').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: '13 facts read from the chart' }).waitFor();
});

for (const [name, open] of [
  ['timeline', chartOf],
  ['trends', trendsOf],
]) {
  test(`is accessible in light, in dark, in forced colours and at 400 % zoom: ${name}`, async () => {
    const page = await set.open('model', { reducedMotion: 'reduce' });
    await open(page);
    await assertAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await assertAccessible(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await assertAccessible(page, 'forced colours');
    await page.setViewportSize(ZOOMED);
    await assertNoSidewaysScrolling(page);
  });
}

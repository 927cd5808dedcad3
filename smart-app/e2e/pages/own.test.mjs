// What belongs to the user: settings, feedback, and what is said of the product itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, stage, summaryOf, ZOOMED } from './stage.mjs';

const set = stage();
const open = async (page, view) => {
  await summaryOf(page);
  await page.getByRole('button', { name: view, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: view }).waitFor();
};
const rootOf = (page) =>
  page.evaluate(() => ({
    scheme: document.documentElement.dataset.mantineColorScheme,
    density: document.documentElement.dataset.density,
    contrast: document.documentElement.hasAttribute('data-contrast'),
    size: getComputedStyle(document.documentElement).fontSize,
  }));

test('a user’s settings are in force from the first moment, and choose what is written first', async () => {
  const page = await set.open('own-settings', { clock: true });
  const summary = await summaryOf(page);
  assert.deepEqual(await rootOf(page), {
    scheme: 'dark',
    density: 'compact',
    contrast: false,
    size: '20.8px',
  });
  assert.deepEqual(set.server.posts[0].body, {
    kind: 'handoff',
    focus: null,
    length: 'short',
    lookBack: 'P1Y',
  });
  const sections = await summary.getByRole('heading', { level: 3 }).allInnerTexts();
  assert.deepEqual(sections.slice(0, 3), ['Pending and planned', 'Allergies', 'In one line']);
  await page.clock.fastForward('01:10');
  await page.getByRole('button', { name: 'Show the chart' }).waitFor();
});

test('a chart does not wait for settings that cannot be had', async () => {
  const page = await set.open('no-settings');
  await summaryOf(page);
  assert.deepEqual(set.server.posts[0].body, { kind: 'brief', focus: null });
});

test('a setting is in force at once and kept on the server, with nothing in the browser', async () => {
  const page = await set.open('model');
  await open(page, 'Settings');
  await page.getByLabel('Colours').selectOption('contrast');
  await page.getByText('Kept.').waitFor();
  await page.getByLabel('Size of letters').selectOption('150');
  await page.getByRole('button', { name: 'Move Pending or planned up' }).click();
  const root = await rootOf(page);
  assert.equal(root.contrast, true);
  assert.equal(root.size, '24px');
  await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent === 'Kept.');
  const kept = set.server.posts.filter(({ path }) => path === 'settings').at(-1).body;
  assert.equal(kept.theme, 'contrast');
  assert.deepEqual(kept.sections.slice(-2), ['plan', 'encounters']);
  await assertClean(page);
});

test('a setting that could not be kept says so', async () => {
  const page = await set.open('settings-not-kept');
  await open(page, 'Settings');
  await page.getByLabel('Density').selectOption('compact');
  await page.getByRole('alert').getByText('Something went wrong').waitFor();
});

test('feedback on a statement is sent with its number, and "unsafe" is a safety issue', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.locator('#statement-medications-1').getByRole('button', { name: 'Feedback' }).click();
  await page.getByLabel('What about it').selectOption('unsafe');
  await page.getByLabel('In your words (optional)').fill('Potassium is high.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Kept under number 3f0c2a11.').waitFor();
  const said = set.server.posts.at(-1);
  assert.match(said.path, /^drafts\/[\w-]+\/feedback$/);
  assert.deepEqual(said.body, {
    statement: 5,
    category: 'unsafe',
    safety: true,
    words: 'Potassium is high.',
  });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'statement-medications-1');
});

test('a safety issue is reported on the whole draft, by who may not sign too', async () => {
  const page = await set.open('reader');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Report a safety issue' }).click();
  await page.getByLabel('What about it').selectOption('missing');
  await page.getByLabel('Report as a safety issue').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Kept under number').waitFor();
  assert.deepEqual(set.server.posts.at(-1).body, {
    statement: null,
    category: 'missing',
    safety: true,
    words: '',
  });
});

test('the card says what writes here, how it did, and what cannot be said', async () => {
  const page = await set.open('model');
  await open(page, 'About');
  await page.getByText('Nothing is filed without your signature').waitFor();
  await page.getByText('temperature 0, at most 2000 tokens').waitFor();
  await page.getByRole('row', { name: 'grounding false supported 0.4 % (0.1 to 0.9) yes' }).waitFor();
  await page.getByText('Not available, because this installation names none').waitFor();
});

test('the limits are said where there is no card, and the launch goes on', async () => {
  const page = await set.open('no-card');
  await open(page, 'About');
  await page.getByText('Nothing is filed without your signature').waitFor();
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Summary', exact: true }).click();
  await summaryOf(page);
});

for (const view of ['Settings', 'About']) {
  test(`is accessible in light, in dark, in high contrast and at 400 % zoom: ${view}`, async () => {
    const page = await set.open('model', { reducedMotion: 'reduce' });
    await open(page, view);
    await page.getByRole('region').nth(1).waitFor();
    await assertAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await assertAccessible(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(ZOOMED);
    await assertNoSidewaysScrolling(page);
  });
}

test('the summary is accessible in high contrast, compact and with the largest letters', async () => {
  const page = await set.open('model', { reducedMotion: 'reduce' });
  await open(page, 'Settings');
  await page.getByLabel('Colours').selectOption('contrast');
  await page.getByLabel('Density').selectOption('compact');
  await page.getByLabel('Size of letters').selectOption('150');
  await page.getByRole('button', { name: 'Summary', exact: true }).click();
  await summaryOf(page);
  await assertAccessible(page, 'high contrast');
  await assertNoSidewaysScrolling(page);
});

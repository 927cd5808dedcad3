// Drafts and signed documents of the patient: who and when, what differs, going on with one, correcting one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, stage, summaryOf, tabTo, ZOOMED } from './stage.mjs';

const set = stage();
const open = async (launch, options = {}) => {
  const page = await set.open(launch, options);
  await summaryOf(page);
  await page.getByRole('button', { name: 'Versions', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Versions' }).waitFor();
  return page;
};
const listOf = (page) => page.getByRole('region', { name: 'Drafts and signed documents of this patient' });
const comparisonOf = (page) => page.getByRole('region', { name: 'Compare' });

test('tells of each draft and document where it stands, who changed and signed it, and when', async () => {
  const page = await open('model');
  await listOf(page).getByText('Filed in the EHR').waitFor();
  const items = await listOf(page).getByRole('listitem').allInnerTexts();
  assert.equal(items.length, 3);
  assert.match(
    items[0],
    /Draft, changed.*Composed 14-Jan-2026 08:02.*2 changes, last by Dr\. Ines Okafor, 14-Jan-2026 08:07/s,
  );
  assert.match(
    items[1],
    /Filed in the EHR.*Rules, without a model.*Signed by Practitioner\/baker, 12-Jan-2026 16:34.*DocumentReference\/1987/s,
  );
  assert.match(items[2], /Filed, replaced since/);
  await assertClean(page);
});

test('compares the newest text with the last one that was signed, words whole', async () => {
  const page = await open('model');
  const comparison = comparisonOf(page);
  await comparison.getByText('3 lines differ.').waitFor();
  const changed = comparison.locator('p', { hasText: 'Furosemide' });
  assert.match(await changed.locator('del').innerText(), /20/);
  assert.match(await changed.locator('ins').innerText(), /40/);
  assert.doesNotMatch(await comparison.innerText(), /lisinopril/i, 'far from a change');
  await comparison
    .getByRole('button', { name: /lines without a change/ })
    .first()
    .click();
});

test('compares what was drafted with what was made of it', async () => {
  const page = await open('model');
  await comparisonOf(page).getByText('lines differ').waitFor();
  await page.getByRole('button', { name: /^What was changed in Chart summary, 12-Jan-2026/ }).click();
  const line = comparisonOf(page).locator('p', { hasText: 'Weight' });
  assert.match(await line.locator('del').innerText(), /81\.5/);
  assert.match(await line.locator('ins').innerText(), /8\.15/);
  await comparisonOf(page)
    .getByLabel('After')
    .selectOption({ label: 'Chart summary, 12-Jan-2026 16:31 UTC, as drafted' });
  await comparisonOf(page).getByText('Both texts are the same.').waitFor();
});

test('a draft from before is opened and its review goes on', async () => {
  const page = await open('model');
  await tabTo(page, 'button', /^Go on with the review of Chart summary/);
  await page.keyboard.press('Enter');
  const summary = await summaryOf(page);
  await page.getByText('A draft from before, opened again').waitFor();
  await summary.getByText('Furosemide 40 mg by mouth twice daily').first().waitFor();
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  assert.equal(set.server.posts.at(-1).path, 'drafts/v-3/sign');
  await page.getByRole('button', { name: 'Write a new summary' }).click();
  await page.getByLabel('Kind of summary').waitFor();
  await summaryOf(page);
  await assertClean(page);
});

test('a filed document is corrected by a draft in its place', async () => {
  const page = await open('model');
  await page.getByRole('button', { name: /^Correct it: Chart summary, 12-Jan-2026/ }).click();
  await summaryOf(page);
  await page.getByText('A draft from before, opened again').waitFor();
  assert.equal(set.server.posts.at(-1).path, 'drafts/v-2/replace');
});

test('a text that is not the one of its hash is not compared', async () => {
  const page = await open('versions-forged');
  await page.getByRole('alert').getByText('The answer could not be trusted').waitFor();
  assert.equal(await page.getByText('Another text.').count(), 0);
});

test('nothing to list, and a list that cannot be had, are told apart', async () => {
  const page = await open('no-versions');
  await page.getByText('Nothing was drafted or signed here yet.').waitFor();
  const down = await open('versions-down');
  await down.getByRole('alert').getByText('Something went wrong').waitFor();
  await down.getByRole('button', { name: 'Try again' }).click();
  await listOf(down).waitFor();
});

test('words of the server are text, whatever they hold', async () => {
  const page = await open('versions-hostile');
  await listOf(page).getByText('<img src=x').first().waitFor();
  assert.equal(await page.title(), 'Anamnesis');
  assert.equal(await page.locator('img, #root script').count(), 0);
  await assertClean(page);
});

test('is accessible in light, in dark and at 400 % zoom', async () => {
  const page = await open('model', { reducedMotion: 'reduce' });
  await comparisonOf(page).getByText('lines differ').waitFor();
  await assertAccessible(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await assertAccessible(page, 'dark');
  await page.setViewportSize(ZOOMED);
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page, '400 % zoom');
});

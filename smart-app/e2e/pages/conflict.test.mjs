// A draft that is not what the page shows any more: the chart stays, what happened is said, and no word is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary as draft } from '../fixture/chart.mjs';
import { assertAccessible } from './accessible.mjs';
import { assertClean, focusedText, stage, summaryOf } from './stage.mjs';

const set = stage();
const FUROSEMIDE = '#statement-medications-0';
const MINE = 'Furosemide, dose under review.';
const words = (page) => page.getByLabel('Words of this statement');
const patient = (page) => page.getByRole('region', { name: 'Patient', exact: true });
const unsaved = (page) => page.getByRole('region', { name: 'Your words that were not saved' });

/** Saves changed words of a statement. */
async function save(page) {
  await summaryOf(page);
  await page.locator(FUROSEMIDE).getByRole('button', { name: 'Edit (E)' }).click();
  await words(page).fill(MINE);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

async function sign(page) {
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign and file this text' });
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
}

test('a text that somebody else changed is shown, and unsaved words stay to be saved over it', async () => {
  const page = await set.open('edit-conflict');
  await save(page);
  const alert = page.getByRole('alert');
  await alert.getByText('The text has changed since you saw it').waitFor();
  await alert.getByText('Nothing was edited.').waitFor();
  assert.equal(await words(page).inputValue(), MINE);
  assert.ok(await patient(page).isVisible());
  await assertAccessible(page, 'conflict');
  await alert.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.locator(FUROSEMIDE).getByText('Furosemide, to be reviewed tomorrow.').waitFor();
  await page.locator(FUROSEMIDE).getByText('Dr. Ines Okafor').waitFor();
  assert.equal(await alert.count(), 0);
  assert.equal(await words(page).inputValue(), MINE);
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await words(page).waitFor({ state: 'detached' });
  await page.locator(FUROSEMIDE).getByText(MINE).waitFor();
  const sent = set.server.posts.filter(({ path }) => path.endsWith('/edits')).map(({ body }) => body);
  assert.equal(sent[0].seenHash, draft.textHash);
  assert.notEqual(sent[1].seenHash, draft.textHash, 'over the text that was seen then');
  await assertClean(page);
});

test('unsaved words have a place of their own where their statement was left out meanwhile', async () => {
  const page = await set.open('edit-homeless', { permissions: ['clipboard-read', 'clipboard-write'] });
  await save(page);
  await page.getByRole('button', { name: 'Show it as it is now' }).click();
  await unsaved(page).getByText(MINE).waitFor();
  await page.getByRole('region', { name: 'Left out by you: 1 statement' }).waitFor();
  await assertAccessible(page, 'unsaved words');
  await unsaved(page).getByRole('button', { name: 'Copy them' }).click();
  await unsaved(page).getByText('Copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), MINE);
  await unsaved(page).getByRole('button', { name: 'Drop them' }).click();
  await unsaved(page).waitFor({ state: 'detached' });
});

test('a draft that was recalled while somebody wrote keeps the words and takes no more', async () => {
  const page = await set.open('edit-recalled');
  await save(page);
  const alert = page.getByRole('alert');
  await alert.getByText('This draft was recalled', { exact: true }).waitFor();
  assert.equal(await words(page).inputValue(), MINE);
  await alert.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByText('The model of release 3 mixes up doses.').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Edit (E)' }).count(), 0);
  await unsaved(page).getByText(MINE).waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Write a new summary' }).click();
  await summaryOf(page);
  await unsaved(page).getByText(MINE).waitFor();
});

test('a draft that somebody else has signed says so, by whom, and keeps unsaved words', async () => {
  const page = await set.open('edit-over');
  await save(page);
  await page.getByRole('alert').getByText('This draft can no longer be changed or signed').waitFor();
  assert.equal(await words(page).inputValue(), MINE);
  await page.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  await page.getByText('Dr. Jo Baker').waitFor();
  await unsaved(page).getByText(MINE).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sign and file…' }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Edit (E)' }).count(), 0);
});

test('a draft that expired says so and offers no signature', async () => {
  const page = await set.open('edit-expired');
  await save(page);
  await page.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByRole('heading', { name: 'Expired: this draft was not signed in time' }).waitFor();
  assert.equal(await focusedText(page), 'Expired: this draft was not signed in time');
  assert.equal(await page.getByRole('button', { name: 'Sign and file…' }).count(), 0);
});

test('a draft that is gone leaves the chart open, and unsaved words go with the clinician to a new one', async () => {
  const page = await set.open('edit-gone');
  await save(page);
  const alert = page.getByRole('alert');
  await alert.getByText('This draft is not there any more').waitFor();
  assert.ok(await patient(page).isVisible());
  await alert.getByRole('button', { name: 'Write a new summary' }).click();
  await unsaved(page).getByText(MINE).waitFor();
  await summaryOf(page);
  assert.equal(set.server.posts.filter(({ path }) => path === 'summary/stream').length, 2);
  await unsaved(page).getByText(MINE).waitFor();
  await assertClean(page);
});

test('a chart that was left elsewhere goes from the page; words that were about to be saved stay for a while', async () => {
  const page = await set.open('edit-left', { clock: true });
  await save(page);
  await page.getByRole('alert').getByText('This chart is not open here').waitFor();
  await page.getByRole('alert').getByText('What you saved is kept with its draft, under Versions.').waitFor();
  assert.doesNotMatch(await page.locator('html').innerHTML(), /MARLOW|Furosemide 40 mg/);
  await unsaved(page).getByText(MINE).waitFor();
  await assertAccessible(page, 'left, with unsaved words');
  await page.clock.fastForward('05:10');
  await unsaved(page).waitFor({ state: 'detached' });
  assert.doesNotMatch(await page.locator('html').innerHTML(), /Furosemide/);
});

test('a signature over a text that is another by now signs nothing; the text as it is can be read and signed', async () => {
  const page = await set.open('sign-mismatch');
  await summaryOf(page);
  await sign(page);
  const alert = page.getByRole('alert');
  await alert.getByText('The text has changed since you saw it').waitFor();
  assert.ok(await patient(page).isVisible());
  await alert.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.locator(FUROSEMIDE).getByText('Furosemide, to be reviewed tomorrow.').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Sign and file…');
  assert.equal(await alert.count(), 0);
  await sign(page);
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  const hashes = set.server.posts
    .filter(({ path }) => path.endsWith('/sign'))
    .map(({ body }) => body.textHash);
  assert.equal(hashes[0], draft.textHash);
  assert.notEqual(hashes[1], draft.textHash);
});

test('a draft that cannot be loaded anew says so and can be asked for again', async () => {
  const page = await set.open('reload-fails');
  await save(page);
  await page.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByRole('alert').getByText('Something went wrong').waitFor();
  assert.equal(await words(page).inputValue(), MINE);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator(FUROSEMIDE).getByText('Furosemide, to be reviewed tomorrow.').waitFor();
});

test('a change without a form of its own that is refused says so too', async () => {
  const page = await set.open('restore-conflict');
  await summaryOf(page);
  await page.getByRole('button', { name: /^Put back/ }).click();
  await page.getByRole('alert').getByText('The text has changed since you saw it').waitFor();
});

test('a document that somebody else replaced is listed as it stands', async () => {
  const page = await set.open('versions-late');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('button', { name: /^Correct it: Chart summary, 12-Jan-2026/ }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('This draft can no longer be changed or signed').waitFor();
  await alert.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByRole('listitem').getByText('Filed, replaced since').first().waitFor();
  assert.ok(await patient(page).isVisible());
});

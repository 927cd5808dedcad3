// Taking a filed document back: for a reason, by its signer, and never said to be done before the EHR did it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, focusedText, stage, summaryOf, tabTo, ZOOMED } from './stage.mjs';

const set = stage();
const NAME = /^Take it back: Chart summary, 12-Jan-2026/;
const dialogOf = (page) => page.getByRole('dialog', { name: 'Take this document back' });
const wishes = () => set.server.posts.filter(({ path }) => path.endsWith('/retract'));

async function open(launch, options) {
  const page = await set.open(launch, options);
  await summaryOf(page);
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('button', { name: NAME }).waitFor();
  return page;
}

async function ask(page) {
  await page.getByRole('button', { name: NAME }).click();
  await dialogOf(page).getByRole('button', { name: 'Take it back', exact: true }).click();
}

test('is asked for with a reason by keyboard, says that it is under way, and is done when the EHR did it', async () => {
  const page = await open('retract-slow');
  assert.equal(await page.getByRole('button', { name: /^Take it back/ }).count(), 1, 'of its signer alone');
  await tabTo(page, 'button', NAME);
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await dialog.getByText('entered in error').waitFor();
  await dialog.getByText('In the EHR as DocumentReference/1987').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  await dialog.getByLabel('Why').selectOption('unsafe');
  await tabTo(page, 'button', /^Take it back$/);
  await page.keyboard.press('Enter');
  await dialog.getByRole('status').getByText('Taking it back in the EHR').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await dialog.count(), 1, 'what is under way is not left');
  assert.equal(await dialog.getByText('The EHR shows it as entered in error.').count(), 0);
  set.server.release();
  await dialog.getByText('The EHR shows it as entered in error.').waitFor();
  assert.equal(await focusedText(page), 'The EHR shows it as entered in error.');
  assert.deepEqual(wishes(), [
    { launchId: 'retract-slow', path: 'drafts/v-2/retract', body: { reason: 'unsafe' } },
  ]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('listitem').getByText('Taken back in the EHR').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'versions-heading');
  assert.equal(await page.getByRole('button', { name: NAME }).count(), 0);
  await assertClean(page);
});

test('is nothing before the second button: going back changes nothing and gives the focus back', async () => {
  const page = await open('model');
  await page.getByRole('button', { name: NAME }).click();
  await dialogOf(page).waitFor();
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Take it back…');
  assert.deepEqual(wishes(), []);
});

test('is not done where the EHR does not do it, with its words', async () => {
  const page = await open('retract-refused');
  await ask(page);
  const alert = dialogOf(page).getByRole('alert');
  await alert.getByText('Not confirmed: count on it being in the chart').waitFor();
  await alert.getByText('The EHR does not take it (http-422).').waitFor();
  await alert.getByText('Incident c51e-0b7d').waitFor();
  assert.equal(await alert.getByText('No chart could be read').count(), 0, 'the EHR was reached');
  assert.equal(await page.getByText('The EHR shows it as entered in error.').count(), 0);
});

test('is asked for again where the answer was lost', async () => {
  const page = await open('retract-lost');
  await ask(page);
  await dialogOf(page).getByRole('alert').getByText('Not confirmed').waitFor();
  await dialogOf(page).getByRole('button', { name: 'Take it back', exact: true }).click();
  await dialogOf(page).getByText('The EHR shows it as entered in error.').waitFor();
  assert.equal(wishes().length, 2);
});

test('is refused to whoever did not sign it, without a word of retrying', async () => {
  const page = await open('retract-other');
  await ask(page);
  const alert = dialogOf(page).getByRole('alert');
  await alert.getByText('Only who signed this document can take it back.').waitFor();
  assert.equal(await alert.getByText('Not confirmed').count(), 0);
});

test('is accessible in light, in dark and at 400 % zoom', async () => {
  const page = await open('retract-refused', { reducedMotion: 'reduce' });
  await ask(page);
  await dialogOf(page).getByRole('alert').waitFor();
  await assertAccessible(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await assertAccessible(page, 'dark');
  await page.setViewportSize(ZOOMED);
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page, '400 % zoom');
});

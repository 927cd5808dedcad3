// How far back a summary looks: chosen by the clinician, said on the page and in everything that leaves it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './accessible.mjs';
import { stage, summaryOf } from './stage.mjs';

const set = stage();
const SAID = 'Looks back 1 year, to 16-Nov-2023: 212 older entries not used';
const wishes = () => set.server.posts.filter(({ path }) => path === 'summary/stream').map(({ body }) => body);

test('a clinician chooses how far back a summary looks', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  assert.equal(wishes().at(-1).lookBack, undefined, 'as the EHR’s settings say');
  await page.getByLabel('Looks back').selectOption('2 years');
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') === 'false');
  assert.equal(wishes().at(-1).lookBack, 'P2Y');
  await page.getByLabel('Length').selectOption('short');
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') === 'false');
  assert.deepEqual([wishes().at(-1).lookBack, wishes().at(-1).length], ['P2Y', 'short']);
});

test('what is not used for being older is said, and that it is in the chart all the same', async () => {
  const page = await set.open('looks-back');
  await summaryOf(page);
  const card = page.getByRole('region', { name: 'What was read from the chart' });
  await card.getByText(SAID).waitFor();
  await card.getByText('Not used: result 210, note 2.').waitFor();
  await card.getByText('Dated entries from 03-Mar-2012 to 16-Nov-2024').waitFor();
  await card.getByText('They are in the chart').waitFor();
  assert.ok((await page.locator('.print-sheet').textContent()).includes(SAID));
  await assertAccessible(page);
});

test('a summary of all there is says nothing of it', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  assert.equal(await page.getByText('Looks back 1 year').count(), 0);
});

test('the usual look back is a setting of the user’s, kept on the server', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('How far back summaries look').selectOption('5 years');
  await page.getByText('Kept.').waitFor();
  assert.equal(set.server.posts.filter(({ path }) => path === 'settings').at(-1).body.lookBack, 'P5Y');
});

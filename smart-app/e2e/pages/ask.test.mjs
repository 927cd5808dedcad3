// Asking the chart, and checking somebody's text against it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, stage, summaryOf, ZOOMED } from './stage.mjs';

const set = stage();

async function ask(page, question) {
  await page.getByRole('button', { name: 'Ask', exact: true }).first().click();
  await page.getByLabel('Question on this chart').fill(question);
  await page.keyboard.press('Enter');
}

async function check(page, text) {
  await page.getByRole('button', { name: 'Check a text' }).click();
  await page.getByLabel('Text to be checked against this chart').fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('list').last().waitFor();
}

const TEXT = 'Takes furosemide 40 mg. Takes furosemide 80 mg. Had a stroke.';

test('an answer is sentences with their sources, and says what was searched', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await ask(page, 'What was the last potassium?');
  const answer = page.getByRole('region', { name: 'What was the last potassium?' });
  await answer.getByText('Potassium: 5.9 mmol/L, dated 11 Nov 2024.').waitFor();
  await answer.getByText('3 more facts bear on it.').waitFor();
  await answer.getByText('Searched: results named potassium').waitFor();
  await answer.getByText('could not be put into checked words').waitFor();
  await answer.getByRole('button', { name: 'L1, result: source' }).click();
  await page.getByRole('heading', { name: 'Source L1' }).waitFor();
  assert.deepEqual(set.server.posts.at(-1).body, { question: 'What was the last potassium?' });
  await assertClean(page);
});

test('"not found" says what was searched and that it is no statement about the patient', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await ask(page, 'What was the last troponin?');
  await page.getByRole('main').getByText('That says nothing about the patient').waitFor();
  await page.getByText('Searched: results named troponin; notes').waitFor();
});

test('a question that no chart can answer is refused with the reason', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await ask(page, 'Should I stop furosemide?');
  await page.getByText('It asks for a judgement or advice.').waitFor();
});

test('each sentence of a text has its verdict in words, and flags can be shown alone', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await check(page, TEXT);
  const result = page.getByRole('region', { name: '1 contradicted, 1 not found, 1 supported' });
  const items = result.getByRole('listitem');
  assert.match(await items.nth(0).innerText(), /^Supported/);
  assert.match(await items.nth(1).innerText(), /^Contradicted[\s\S]*The chart says 40 mg/);
  assert.match(await items.nth(2).innerText(), /^Not found/);
  await result.getByRole('button', { name: 'Show only flags' }).click();
  assert.equal(await items.count(), 2);
  await items.nth(0).getByRole('button', { name: 'M1, medication: source' }).click();
  await page.getByRole('heading', { name: 'Source M1' }).waitFor();
  await assertClean(page);
});

test('a lost session takes everything off the screen here too', async () => {
  const page = await set.open('ask-lost');
  await summaryOf(page);
  await ask(page, 'What was the last potassium?');
  await page.getByText('Your session has ended').waitFor();
  assert.doesNotMatch(await page.locator('body').textContent(), /MARLOW|potassium/i);
});

test('an answer whose words are not supported is not shown', async () => {
  const page = await set.open('ask-unsupported');
  await summaryOf(page);
  await ask(page, 'What was the last potassium?');
  await page.getByRole('alert').getByText('The answer could not be trusted').waitFor();
});

for (const [name, act] of [
  ['answer', (page) => ask(page, 'What was the last potassium?')],
  ['checked text', (page) => check(page, TEXT)],
]) {
  test(`is accessible in light, in dark and at 400 % zoom: ${name}`, async () => {
    const page = await set.open('model', { reducedMotion: 'reduce' });
    await summaryOf(page);
    await act(page);
    await page.getByRole('region', { name: /potassium|contradicted/ }).waitFor();
    await assertAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await assertAccessible(page, 'dark');
    await page.setViewportSize(ZOOMED);
    await assertNoSidewaysScrolling(page);
    await assertAccessible(page, '400 % zoom');
  });
}

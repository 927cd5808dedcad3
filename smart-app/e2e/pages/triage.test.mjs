import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, DESK, stage, triageOf, ZOOMED } from './stage.mjs';

const set = stage();

test('the level stands with its reasons, evidence and options for review', async () => {
  const page = await set.open('model');
  const acuity = await triageOf(page);
  await acuity.getByText('Level 2 of 5', { exact: true }).waitFor();
  await acuity.getByText('shortness of breath with a known heart failure').waitFor();
  await acuity.getByText('Options for review: position').waitFor();
  await acuity.getByText('Source: Gilboy').first().waitFor();
  assert.match(
    await acuity.innerText(),
    /likely to need\?\s+expected resources: many/,
    'a number, not a yes',
  );
  await assertClean(page);
});

test('a value opens its source as a citation does', async () => {
  const page = await set.open('model');
  await triageOf(page);
  const news2 = page.getByRole('region', { name: 'NEWS2', exact: true });
  await news2.getByRole('button', { name: 'V4, vital sign: source' }).click();
  await page.getByRole('heading', { name: 'Source V4' }).waitFor();
});

test('what is missing or refused is said and is no number', async () => {
  const page = await set.open('model');
  await triageOf(page);
  await page.getByRole('heading', { name: '2 inputs are missing' }).waitFor();
  await page.getByText('temperature 3.7 Cel: outside 20 to 45 Cel').waitFor();
  const news2 = page.getByRole('region', { name: 'NEWS2', exact: true });
  await news2.getByRole('heading', { name: 'NEWS2: not computable' }).waitFor();
  await page.getByText('NEWS2 as a table').click();
  await page.getByRole('row', { name: '14 Jan 2026 08:00 not computable' }).waitFor();
});

test('the words of a model stand in a part of their own, or it is said why there are none', async () => {
  const page = await set.open('model');
  await triageOf(page);
  const remarks = page.getByRole('region', { name: 'Beside the scores, by the model scripted' });
  await remarks.getByText('acute heart failure').waitFor();
  const without = await set.open('triage-rules');
  await triageOf(without);
  await without.getByText('did not answer in time. Level and scores do not need it.').waitFor();
});

test('an answer whose level is less urgent than the rules is not shown', async () => {
  const page = await set.open('triage-lowered');
  await page.getByRole('button', { name: 'Triage' }).click();
  await page.getByRole('alert').getByText('The answer could not be trusted').waitFor();
  assert.equal(await page.getByText('Level 5').count(), 0);
});

test('the text is signed and filed as that of a summary', async () => {
  const page = await set.open('model');
  await triageOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('EMERGENCY TRIAGE, as of 14 Jan 2026 08:12').waitFor();
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
});

for (const [viewport, colorScheme] of [
  [DESK, 'light'],
  [DESK, 'dark'],
  [ZOOMED, 'light'],
]) {
  test(`accessible at ${viewport.width} wide, ${colorScheme}`, async () => {
    const page = await set.open('model', { viewport, colorScheme });
    await triageOf(page);
    await assertAccessible(page, 'triage');
    await assertNoSidewaysScrolling(page);
    await assertClean(page);
  });
}

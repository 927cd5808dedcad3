import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, focusedText, stage, summaryOf, tabTo, ZOOMED } from './stage.mjs';

const set = stage();
const potassium = { name: 'L1, result: source' };

test('opens the fact behind a citation beside the summary and gives the focus back on Escape', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  const pill = page.getByRole('button', potassium).last();
  await pill.click();
  const source = page.getByRole('complementary', { name: 'Source of a citation' });
  await source.getByRole('heading', { name: 'Source L1' }).waitFor();
  assert.equal(await focusedText(page), 'Source L1');
  assert.equal(await pill.getAttribute('aria-expanded'), 'true');
  const text = (await source.innerText()).replace(/\s+/g, ' ');
  for (const part of [
    'Potassium',
    '5.9 mmol/L',
    'high',
    'Effective 11-Nov-2024 19:05 UTC-05:00',
    'Status final',
    'Source Observation/potassium-3/_history/1',
    'Element Observation.valueQuantity',
  ]) {
    assert.ok(text.includes(part), `${part} is not in: ${text}`);
  }
  await page.keyboard.press('Escape');
  await page.getByText('Choose a citation').waitFor();
  assert.ok(await pill.evaluate((element) => element === document.activeElement));
  await assertClean(page);
});

test('goes from one citation to the next without closing', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', potassium).first().click();
  await page.getByRole('heading', { name: 'Source L1' }).waitFor();
  await page.getByRole('button', { name: 'A1, allergy: source' }).click();
  await page.getByRole('heading', { name: 'Source A1' }).waitFor();
  assert.equal(await page.locator('[aria-expanded="true"]').count(), 1);
  await page.getByRole('button', { name: 'Close source' }).click();
  await page.waitForFunction(() => document.activeElement?.textContent === 'A1');
});

test('does not move a line of the summary when a source opens', async () => {
  const page = await set.open('model');
  const summary = await summaryOf(page);
  const before = await summary.boundingBox();
  await page.getByRole('button', potassium).first().click();
  await page.getByRole('heading', { name: 'Source L1' }).waitFor();
  assert.deepEqual(await summary.boundingBox(), before);
});

test('leads from the fact back to the statements that cite it', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', potassium).first().click();
  const back = page.getByRole('complementary').getByRole('button', { name: /^Potassium rose/ });
  await back.click();
  await page.waitForFunction(() => document.activeElement?.id === 'statement-results-0');
});

test('opens a citation with the keyboard alone', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await tabTo(page, 'button', 'C2, problem: source');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Source C2' }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Close source');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.textContent === 'C2');
});

test('opens the fact over the summary at 400 % zoom and keeps the focus in it', async () => {
  const page = await set.open('model', { viewport: ZOOMED });
  await summaryOf(page);
  await tabTo(page, 'button', 'C2, problem: source');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Source C2' });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'));
  await dialog.getByText('Chronic kidney disease stage 3b', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'C2');
  await assertClean(page);
});

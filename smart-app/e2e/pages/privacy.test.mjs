// What nobody may see: a chart that was left alone, on the screen and on paper; and the text on its ways out of the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './accessible.mjs';
import { assertClean, stage, summaryOf } from './stage.mjs';

const set = stage();
const covered = (page) => page.getByRole('button', { name: 'Show the chart' });

test('a chart that is left alone for five minutes is covered, with every dialog, and on paper', async () => {
  const page = await set.open('model', { clock: true });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').waitFor();
  await page.clock.fastForward('04:40');
  assert.equal(await covered(page).count(), 0);
  await page.clock.fastForward('00:40');
  await covered(page).waitFor();
  const seen = await page.locator('body').innerText();
  assert.doesNotMatch(seen, /MARLOW|Furosemide|potassium/i);
  await page.emulateMedia({ media: 'print' });
  assert.doesNotMatch(await page.locator('body').innerText(), /MARLOW|Furosemide|potassium/i);
  await page.emulateMedia({ media: 'screen' });
  await assertAccessible(page, 'covered');
  assert.equal(await page.title(), 'Anamnesis');
  await assertClean(page);
});

test('moving the mouse does not uncover it; asking for it does, while the session is open', async () => {
  const page = await set.open('model', { clock: true });
  await summaryOf(page);
  await page.clock.fastForward('05:20');
  await covered(page).waitFor();
  await page.mouse.move(200, 200);
  await page.mouse.move(300, 300);
  assert.equal(await covered(page).count(), 1);
  await page.keyboard.press('Enter');
  await summaryOf(page);
  assert.equal(
    set.server.posts.filter(({ path }) => path === 'summary/stream').length,
    1,
    'the draft is still there',
  );
});

test('a session that is over leaves nothing to be uncovered', async () => {
  const page = await set.open('lock-lost', { clock: true });
  await summaryOf(page);
  await page.clock.fastForward('05:20');
  await covered(page).click();
  await page.getByText('Your session has ended').waitFor();
  assert.doesNotMatch(await page.locator('body').textContent(), /MARLOW/);
});

test('after fifteen minutes the chart is gone from the page', async () => {
  const page = await set.open('model', { clock: true });
  await summaryOf(page);
  await page.clock.fastForward('15:20');
  await page.getByText('Your session has ended').waitFor();
  assert.doesNotMatch(await page.locator('html').innerHTML(), /MARLOW/);
});

test('somebody who reads is not locked out, and the server hears of it', async () => {
  const page = await set.open('model', { clock: true });
  await summaryOf(page);
  const heard = page.waitForRequest((request) => request.url().endsWith('/api/alive'));
  for (let minute = 0; minute < 7; minute++) {
    await page.clock.fastForward('01:01');
    await page.mouse.move(100 + minute, 200);
  }
  await heard;
  assert.equal(await covered(page).count(), 0);
});

test('a draft is printed with its patient, its state and its sources, and nothing that was withheld', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Print or save as PDF' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  const text = await sheet.innerText();
  for (const part of [
    'MARLOW, Edith (Mrs)',
    '07-Mar-1949',
    'M-204-771',
    'DRAFT, not signed',
    'Observation/potassium-3',
  ]) {
    assert.ok(text.includes(part), `${part} is not printed`);
  }
  assert.ok(!text.includes('Atrial fibrillation'));
  assert.equal(await page.getByRole('banner').count(), 0);
  assert.equal(await page.locator('#root').isVisible(), false);
  assert.equal(
    await sheet.locator('thead').evaluate((head) => getComputedStyle(head).display),
    'table-header-group',
  );
  const pdf = await page.pdf({ format: 'A5' });
  assert.ok(pdf.length > 1000);
});

test('a copied draft says whose it is and that it is a draft', async () => {
  const page = await set.open('model', { permissions: ['clipboard-read', 'clipboard-write'] });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await page.getByText('Copied, with patient, state and sources.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(
    copied,
    /^MARLOW, Edith \(Mrs\), Born 07-Mar-1949 \(75y\), Sex Female, MRN M-204-771, Allergies Sulfonamide antibiotics\nDRAFT, not signed\n/,
  );
  assert.match(copied, /- Spironolactone 25 mg by mouth once daily, ordered 8 October 2024\. \[\d+\]/);
});

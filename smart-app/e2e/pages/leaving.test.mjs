// One chart is left: nothing of it stays on the page, the server closes it, and a page beside it stays as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, focusedText, stage, summaryOf, tabTo, ZOOMED } from './stage.mjs';

const set = stage();
const LEAVE = 'Leave this chart';
const dialogOf = (page) => page.getByRole('dialog', { name: 'Leave this chart?' });
const closed = (page) => page.getByRole('heading', { name: 'This chart is closed' });
const closes = () => set.server.posts.filter(({ path }) => path === 'close');

async function leave(page) {
  await page.getByRole('button', { name: LEAVE }).first().click();
  await dialogOf(page).getByRole('button', { name: LEAVE }).click();
}

/** Nothing of the chart, and nothing of what was written to it, is anywhere in the page. */
async function assertEmpty(page) {
  assert.doesNotMatch(await page.locator('html').innerHTML(), /MARLOW|Furosemide|potassium|4471/i);
}

test('a chart is left by keyboard: it is gone from the page, closed on the server, and that is said', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await tabTo(page, 'button', LEAVE);
  await page.keyboard.press('Enter');
  await dialogOf(page).getByText('Other charts that you have open stay open.').waitFor();
  assert.equal(await focusedText(page), 'Stay');
  await assertAccessible(page, 'asking');
  assert.deepEqual(closes(), [], 'not before it is confirmed');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await closed(page).waitFor();
  await page.getByRole('status').getByText('Nothing of it is kept on this page.').waitFor();
  assert.equal(await focusedText(page), 'This chart is closed');
  assert.equal(closes().length, 1);
  await assertEmpty(page);
  await assertAccessible(page, 'left');
  await assertClean(page);
});

test('who stays has the chart as it was, and the focus where it came from', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', { name: LEAVE }).click();
  await dialogOf(page).waitFor();
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.waitForFunction((name) => document.activeElement?.textContent === name, LEAVE);
  await summaryOf(page);
  assert.deepEqual(closes(), []);
});

test('says that unsaved words are lost, and keeps none of them', async () => {
  const page = await set.open('model');
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await summaryOf(page);
  await page.locator('#statement-medications-0').getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill('Furosemide, dose under review.');
  await page.getByRole('button', { name: LEAVE }).click();
  await dialogOf(page).getByText('not saved. They are lost when you leave.').waitFor();
  await dialogOf(page).getByRole('button', { name: LEAVE }).click();
  await closed(page).waitFor();
  await assertEmpty(page);
  await page.reload();
  assert.deepEqual(asked, [], 'nothing is at stake any more');
});

test('a server that does not confirm is said to, with the chart gone already, and is asked again', async () => {
  const page = await set.open('close-lost');
  await summaryOf(page);
  await leave(page);
  const alert = page.getByRole('alert');
  await alert.getByText('the server has not confirmed that it is closed').waitFor();
  await assertEmpty(page);
  assert.equal(await closed(page).count(), 0);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await closed(page).waitFor();
  assert.equal(closes().length, 2);
});

test('a chart that is closed already is closed', async () => {
  const page = await set.open('closed-already');
  await summaryOf(page);
  await leave(page);
  await closed(page).waitFor();
  await assertEmpty(page);
});

test('a chart is left while its summary is being written, and nothing more is asked for it', async () => {
  const page = await set.open('stream-gone');
  await page.getByRole('heading', { name: 'Being written: checked so far' }).waitFor();
  await page.getByRole('button', { name: LEAVE }).click();
  await dialogOf(page).getByRole('button', { name: LEAVE }).click();
  await closed(page).waitFor();
  // Whatever was sent with the close has arrived when this is answered.
  await page.evaluate(() => fetch('/app/assets/none').then(() => undefined));
  assert.deepEqual(
    set.server.posts.map(({ path }) => path),
    ['summary/stream', 'close'],
  );
  await assertEmpty(page);
  set.server.release();
});

test('every view has the way out, and a chart beside it stays open', async () => {
  const page = await set.open('model');
  const beside = await set.open('side-one');
  await summaryOf(page);
  await summaryOf(beside);
  for (const view of ['Triage', 'Chart', 'Ask', 'Versions', 'About', 'Settings']) {
    await page.getByRole('button', { name: view, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: view }).waitFor();
    assert.ok(await page.getByRole('button', { name: LEAVE }).first().isVisible(), view);
  }
  await leave(page);
  await closed(page).waitFor();
  await assertEmpty(page);
  assert.deepEqual(
    closes().map(({ launchId }) => launchId),
    ['model'],
  );
  await beside.getByText('AAKRE').first().waitFor();
});

test('the ward of a chart is left with it', async () => {
  const page = await set.open('on-ward', { path: 'ward/Group/ward-7/' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await leave(page);
  await closed(page).waitFor();
  await assertEmpty(page);
});

test('the way out can be taken at 400 % zoom', async () => {
  const page = await set.open('model', { viewport: ZOOMED });
  await summaryOf(page);
  await page.getByRole('button', { name: LEAVE }).click();
  await dialogOf(page).getByRole('button', { name: LEAVE }).waitFor();
  await assertNoSidewaysScrolling(page);
  await dialogOf(page).getByRole('button', { name: LEAVE }).click();
  await closed(page).waitFor();
  await assertNoSidewaysScrolling(page);
});

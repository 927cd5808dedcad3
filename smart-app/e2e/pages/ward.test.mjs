// The ward's page in a browser: order, what is missing, decisions, and what happens when the list cannot be renewed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, stage, summaryOf, tabTo, ZOOMED } from './stage.mjs';

const set = stage();
const WARD = { path: 'ward/Group/ward-7/' };

const listed = async (launch, options = {}) => {
  const page = await set.open(launch, { ...WARD, ...options });
  await page.getByRole('table').waitFor();
  return page;
};
const openDecision = async (page) => {
  await page.getByRole('button', { name: 'Place HARCOURT, Joan (Mrs) by hand' }).click();
  await page.getByRole('dialog').waitFor();
};

test('lists the patients in the order of the server with why, what is missing and how old it is', async () => {
  const page = await listed('model');
  const rows = await page.getByRole('table').getByRole('row').allTextContents();
  assert.equal(rows.length, 6);
  assert.match(rows[1], /Emergency band.*HARCOURT.*NEWS2 3 -> 8 in 4 h/);
  assert.match(rows[2], /Urgent band.*Rules alone: Usual values.*MARLOW.*placed by Dr\. Ines Okafor/);
  assert.match(
    rows[3],
    /by Dr\. Ines Okafor,.*worse since, so the rules place again.*Older reading: timeout/,
  );
  assert.match(rows[4], /No score.*consciousness: not recorded.*outside 20 to 45.*not permitted/);
  assert.match(rows[5], /Name not recorded/);
  const notRead = page.getByRole('region', { name: '3 patients whose place is not known' });
  assert.match(await notRead.textContent(), /vale.*Not permitted.*wren.*Failed.*yates.*Not asked/);
  await page.getByText('This list is not complete').waitFor();
  await assertClean(page);
});

for (const [name, act] of [
  ['the list', async () => undefined],
  ['the decision', openDecision],
]) {
  test(`is accessible in light, in dark and at 400 % zoom: ${name}`, async () => {
    const page = await listed('model', { reducedMotion: 'reduce' });
    await act(page);
    await assertAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await assertAccessible(page, 'dark');
    await page.setViewportSize(ZOOMED);
    await assertNoSidewaysScrolling(page);
    await assertAccessible(page, '400 % zoom');
  });
}

test('a decision needs a reason, is sent with the launch’s token and renews the list', async () => {
  const page = await listed('model');
  await openDecision(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The rules say: Emergency band').waitFor();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  assert.equal(set.server.posts.length, 0, 'no reason, no decision');
  await dialog.getByLabel('Reason (required, kept with your name)').fill('seen, on the way to theatre');
  await dialog.getByLabel('Place in the order').selectOption('raised');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(
    set.server.posts.map(({ path, body }) => [path, body]),
    [
      [
        'ward/Group/ward-7/override',
        { patient: 'harcourt', tier: 'raised', reason: 'seen, on the way to theatre', hours: 12 },
      ],
    ],
  );
});

test('a list that has not changed stays as it is and says when it was checked', async () => {
  const page = await listed('model');
  await page.getByText('Checked 14-Jan-2026 08:12').waitFor();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Checked 14-Jan-2026 08:13').waitFor();
  assert.equal(await page.getByRole('table').getByRole('row').count(), 6);
});

test('a list that cannot be renewed stays, and the failure is said', async () => {
  const page = await listed('ward-stale');
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('alert').getByText('The EHR cannot be reached').waitFor();
  assert.equal(await page.getByRole('table').getByRole('row').count(), 6);
  await page.getByText('Checked 14-Jan-2026 08:12').waitFor();
});

test('nobody stays on the screen when the session is lost', async () => {
  const page = await listed('ward-lost');
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Your session has ended').waitFor();
  assert.doesNotMatch(await page.locator('body').textContent(), /HARCOURT/);
});

test('a user whose sign-in reaches no ward is told so', async () => {
  const page = await set.open('ward-forbidden', WARD);
  await page.getByRole('alert').getByText('The EHR does not permit this').waitFor();
});

test('who may not sign cannot decide', async () => {
  const page = await listed('reader');
  assert.equal(await page.getByRole('button', { name: /by hand/ }).count(), 0);
});

test('names and reasons are text, whatever they hold', async () => {
  const page = await listed('ward-hostile');
  assert.notEqual(await page.title(), 'taken');
  await assertClean(page);
});

test('the chart’s page leads to the wards of its patient, by keyboard too, and back', async () => {
  const page = await set.open('on-ward');
  await summaryOf(page);
  await tabTo(page, 'link', 'Ward list: Ward 7 West');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ward 7 West' }).waitFor();
  await page.getByRole('link', { name: 'Back to the chart' }).click();
  await summaryOf(page);
});

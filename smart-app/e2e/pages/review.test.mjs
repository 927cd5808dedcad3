// The clinician's review of a draft: every statement can be accepted, changed, left out and put back, by keyboard too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary as draft } from '../fixture/chart.mjs';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, DESK, stage, summaryOf, ZOOMED } from './stage.mjs';

const set = stage();
const FIRST = 'statement-one-liner-0';
const FUROSEMIDE = 'statement-medications-0';
const focusOn = (page, id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
const edits = () => set.server.posts.filter(({ path }) => path.endsWith('/edits')).map(({ body }) => body);

/** Changes the words of a statement. */
async function change(page, id, words) {
  await page.locator(`#${id}`).getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill(words);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Words of this statement').waitFor({ state: 'detached' });
}

test('changed words are sent with the text that was seen, and stand as the clinician’s', async () => {
  const page = await set.open('model');
  const summary = await summaryOf(page);
  await change(page, FUROSEMIDE, 'Furosemide, dose under review.');
  assert.deepEqual(edits(), [
    { statement: 4, action: 'edit', text: 'Furosemide, dose under review.', seenHash: draft.textHash },
  ]);
  const item = page.locator(`#${FUROSEMIDE}`);
  await item.getByText('Clinician’s words, not found in the chart: No fact').waitFor();
  await item.getByText('Dr. Ines Okafor, 14-Jan-2026 08:14').waitFor();
  await item.locator('del', { hasText: 'Furosemide 40 mg by mouth twice daily' }).waitFor();
  await focusOn(page, FUROSEMIDE);
  assert.ok((await summary.innerText()).includes('dose under review'));
  await assertClean(page);
});

test('what is signed is the text with the changes', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await change(page, FUROSEMIDE, 'Furosemide, dose under review.');
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Furosemide, dose under review.').waitFor();
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  const signed = set.server.posts.at(-1);
  assert.notEqual(signed.body.textHash, draft.textHash);
  assert.equal(
    await page.getByRole('button', { name: 'Edit (E)' }).count(),
    0,
    'nothing changes once signed',
  );
});

test('words that the chart contradicts block the signature until the clinician stands by them', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await change(page, FUROSEMIDE, 'Furosemide 80 mg twice daily.');
  await page.getByText('1 statement in your words is contradicted by the chart').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Sign and file…' }).isDisabled());
  await page.getByRole('button', { name: 'I stand by these words' }).click();
  await page.getByText('The clinician stands by them.').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Sign and file…' }).isEnabled());
});

test('a statement that is left out leaves the text, with a reason, and can be put back', async () => {
  const page = await set.open('model');
  const summary = await summaryOf(page);
  await page.locator('#statement-encounters-0').getByRole('button', { name: 'Leave out (R)' }).click();
  await page.getByLabel('Why it is left out').selectOption('not-relevant');
  await page.getByRole('button', { name: 'Leave out', exact: true }).click();
  const rejected = page.getByRole('region', { name: 'Left out by you: 1 statement' });
  await rejected.getByText('Not relevant here').waitFor();
  assert.ok(!(await summary.innerText()).includes('Office visit'));
  assert.equal(edits()[0].reason, 'not-relevant');
  await rejected.getByRole('button', { name: /^Put back/ }).click();
  await rejected.waitFor({ state: 'detached' });
  assert.ok((await summary.innerText()).includes('Office visit'));
});

test('words can be inserted behind a statement', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.locator('#statement-plan-0').getByRole('button', { name: 'Insert behind (I)' }).click();
  await page.getByLabel('Words to stand behind this statement').fill('Cardiology to call the family.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('#statement-plan-1').getByText('Cardiology to call the family.').waitFor();
});

test('the draft’s words are restored', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await change(page, FUROSEMIDE, 'Furosemide, dose under review.');
  await page.locator(`#${FUROSEMIDE}`).getByRole('button', { name: 'Restore the draft’s words (U)' }).click();
  await page.locator(`#${FUROSEMIDE} del`).waitFor({ state: 'detached' });
  await page.locator(`#${FUROSEMIDE}`).getByText('Furosemide 40 mg by mouth twice daily').waitFor();
});

test('a review is done with the keys alone, and the keys are heard in the summary only', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'not outside the summary');
  await page.locator('#summary').focus();
  await page.keyboard.press('j');
  await focusOn(page, FIRST);
  await page.keyboard.press('a');
  await page.getByText('9 statements not yet accepted').waitFor();
  await page.keyboard.press('j');
  await focusOn(page, 'statement-active-problems-0');
  await page.keyboard.press('k');
  await focusOn(page, FIRST);
  await page.keyboard.press('e');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type(' jak');
  await page.keyboard.press('Escape');
  await focusOn(page, FIRST);
  await page.keyboard.press('r');
  await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  await page.keyboard.press('Escape');
  await focusOn(page, FIRST);
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'Source P1' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Source P1' }).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.getElementById('summary')?.contains(document.activeElement));
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys of the review' }).getByText('next statement').waitFor();
  assert.deepEqual(edits(), []);
  await assertClean(page);
});

test('a section is accepted at once', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Accept all of Medications' }).click();
  await page.getByText('8 statements not yet accepted').waitFor();
});

test('a change that failed keeps the words and says so', async () => {
  const page = await set.open('edit-failed');
  await summaryOf(page);
  await page.locator(`#${FUROSEMIDE}`).getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill('Words not to be lost.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').getByText('Something went wrong').waitFor();
  assert.equal(await page.getByLabel('Words of this statement').inputValue(), 'Words not to be lost.');
});

const SPIRONOLACTONE = 'statement-medications-1';
const fieldOf = (page, id) => page.locator(`#${id}`).getByLabel('Words of this statement');
const editOf = (page, id) => page.locator(`#${id}`).getByRole('button', { name: 'Edit (E)' });
const forms = (page) => page.locator('#summary form');

test('each form keeps its own unsaved words until they are saved or dropped, whatever is opened beside it', async () => {
  const page = await set.open('model');
  const summary = await summaryOf(page);
  await editOf(page, FUROSEMIDE).click();
  await fieldOf(page, FUROSEMIDE).fill('Furosemide, dose under review.');
  await editOf(page, SPIRONOLACTONE).click();
  await page.waitForFunction(
    (id) =>
      document.getElementById(id).contains(document.activeElement) &&
      document.activeElement.tagName === 'TEXTAREA',
    SPIRONOLACTONE,
  );
  await fieldOf(page, SPIRONOLACTONE).fill('Spironolactone stopped today.');
  await page.getByRole('button', { name: 'Leave out all of Encounters and procedures (X)' }).click();
  await page.getByLabel('Why Encounters and procedures is left out').waitFor();
  await page.locator('#statement-plan-0').getByRole('button', { name: 'Leave out (R)' }).click();
  await page.getByLabel('Why Encounters and procedures is left out').waitFor({ state: 'detached' });
  await page.locator('#statement-plan-0').getByRole('button', { name: 'Insert behind (I)' }).click();
  await page.getByLabel('Why it is left out').waitFor({ state: 'detached' });
  await page.getByLabel('Words to stand behind this statement').fill('Cardiology to call.');
  await assertAccessible(page, 'three forms');
  assert.equal(await forms(page).count(), 3);
  assert.equal(await fieldOf(page, FUROSEMIDE).inputValue(), 'Furosemide, dose under review.');
  assert.equal(await fieldOf(page, SPIRONOLACTONE).inputValue(), 'Spironolactone stopped today.');
  // What is saved goes; the others stay, over the text that came of it.
  await page.locator(`#${FUROSEMIDE}`).getByRole('button', { name: 'Save', exact: true }).click();
  await fieldOf(page, FUROSEMIDE).waitFor({ state: 'detached' });
  assert.equal(await fieldOf(page, SPIRONOLACTONE).inputValue(), 'Spironolactone stopped today.');
  await fieldOf(page, SPIRONOLACTONE).press('Escape');
  await fieldOf(page, SPIRONOLACTONE).waitFor({ state: 'detached' });
  await page.getByLabel('Words to stand behind this statement').press('Control+Enter');
  await summary.getByText('Cardiology to call.').waitFor();
  assert.deepEqual(
    edits().map(({ action, statement, text }) => [action, statement, text]),
    [
      ['edit', 4, 'Furosemide, dose under review.'],
      ['insert', edits()[1].statement, 'Cardiology to call.'],
    ],
  );
  assert.equal(await forms(page).count(), 0);
  await assertClean(page);
});

test('an open form stays with its statement where another is put in before it', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await editOf(page, SPIRONOLACTONE).click();
  await fieldOf(page, SPIRONOLACTONE).fill('Spironolactone stopped today.');
  await page.locator(`#${SPIRONOLACTONE}`).getByRole('button', { name: 'Feedback' }).click();
  await page.getByLabel('In your words (optional)').fill('Potassium is high.');
  await page.locator(`#${FUROSEMIDE}`).getByRole('button', { name: 'Insert behind (I)' }).click();
  await page.getByLabel('Words to stand behind this statement').fill('Torasemide was tried.');
  await page.locator(`#${FUROSEMIDE}`).getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator(`#${SPIRONOLACTONE}`).getByText('Torasemide was tried.').first().waitFor();
  const moved = page.locator('#statement-medications-2');
  assert.equal(await fieldOf(page, 'statement-medications-2').inputValue(), 'Spironolactone stopped today.');
  assert.equal(await moved.getByLabel('In your words (optional)').inputValue(), 'Potassium is high.');
  await moved.getByRole('button', { name: 'Send' }).click();
  await moved.getByText('Kept under number').waitFor();
  assert.equal(set.server.posts.at(-1).body.statement, 5);
});

test('a form without words gives way to the next, and what became of one is said in it alone', async () => {
  const page = await set.open('edit-failed');
  await summaryOf(page);
  await editOf(page, FUROSEMIDE).click();
  await editOf(page, SPIRONOLACTONE).click();
  assert.equal(await forms(page).count(), 1);
  await fieldOf(page, SPIRONOLACTONE).fill('Spironolactone stopped today.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator(`#${SPIRONOLACTONE}`).getByRole('alert').waitFor();
  await editOf(page, FUROSEMIDE).click();
  await fieldOf(page, FUROSEMIDE).waitFor();
  assert.equal(await page.getByRole('alert').count(), 1);
  assert.equal(await page.locator(`#${SPIRONOLACTONE}`).getByRole('alert').count(), 1);
});

test('the browser asks before the page goes with unsaved words, and not without', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  const asked = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await editOf(page, FUROSEMIDE).click();
  await fieldOf(page, FUROSEMIDE).fill('Furosemide, dose under review.');
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
  await summaryOf(page);
  await editOf(page, FUROSEMIDE).click();
  await fieldOf(page, FUROSEMIDE).fill('Furosemide, dose under review.');
  await fieldOf(page, FUROSEMIDE).press('Escape');
  await page.locator(`#${FUROSEMIDE}`).getByRole('button', { name: 'Feedback' }).click();
  await page.getByLabel('In your words (optional)').fill('Potassium is high.');
  await page.getByLabel('In your words (optional)').fill('');
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
});

test('who may not sign can change nothing', async () => {
  const page = await set.open('reader');
  await summaryOf(page);
  assert.equal(await page.getByRole('button', { name: 'Edit (E)' }).count(), 0);
});

test('a draft and its review stay as they are while another view is open', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await change(page, FUROSEMIDE, 'Furosemide, dose under review.');
  await page.getByRole('button', { name: 'Triage' }).click();
  await page.getByRole('region', { name: 'Acuity, for review' }).waitFor();
  await page.getByRole('button', { name: 'Summary', exact: true }).click();
  await page.locator(`#${FUROSEMIDE}`).getByText('dose under review').waitFor();
  assert.equal(set.server.posts.filter(({ path }) => path === 'summary/stream').length, 1);
});

test('a queued document says when it is tried next, and a refused one why', async () => {
  const queued = await set.open('pending');
  await summaryOf(queued);
  await sign(queued);
  await queued.getByRole('heading', { name: 'Signed, waiting to be filed' }).waitFor();
  await queued.getByText('14-Jan-2026 08:16 UTC').waitFor();
  const refused = await set.open('refused-later');
  await summaryOf(refused);
  await sign(refused);
  await refused.getByRole('heading', { name: 'Signed, but not filed' }).waitFor();
  await refused.getByText('The EHR does not take documents of this type.').waitFor();
});

test('a queued document is asked after until the EHR has it', async () => {
  const page = await set.open('filed-later');
  await summaryOf(page);
  await sign(page);
  await page.getByRole('heading', { name: 'Signed, waiting to be filed' }).waitFor();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  await page.getByText('DocumentReference/2041').waitFor();
});

for (const [viewport, colorScheme] of [
  [DESK, 'light'],
  [DESK, 'dark'],
  [ZOOMED, 'light'],
]) {
  test(`the review is accessible at ${viewport.width} wide, ${colorScheme}`, async () => {
    const page = await set.open('model', { viewport, colorScheme });
    await summaryOf(page);
    await change(page, FUROSEMIDE, 'Furosemide 80 mg twice daily.');
    await page.locator('#statement-plan-0').getByRole('button', { name: 'Leave out (R)' }).click();
    await page.getByLabel('Why it is left out').waitFor();
    await assertAccessible(page, 'review');
    await assertNoSidewaysScrolling(page);
  });
}

async function sign(page) {
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('the actions of a statement are one stop of the Tab key, and arrows go along them', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  const actions = page.locator(`#${FUROSEMIDE}`).getByRole('toolbar').getByRole('button');
  assert.equal(await actions.and(page.locator('[tabindex="0"]')).count(), 1);
  await actions.first().focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement?.ariaLabel), 'Edit (E)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const last = await actions.last().getAttribute('aria-label');
  assert.equal(await page.evaluate(() => document.activeElement?.ariaLabel), last);
});

test('a section is left out at once for a reason, as one step that is undone', async () => {
  const page = await set.open('model');
  const summary = await summaryOf(page);
  const whole = (await summary.innerText()).includes('Spironolactone');
  assert.ok(whole);
  await page.locator(`#${FUROSEMIDE}`).focus();
  await page.keyboard.press('x');
  await page.getByLabel('Why Medications is left out').selectOption('outdated');
  await page.getByRole('button', { name: 'Leave out 2 statements' }).click();
  const rejected = page.getByRole('region', { name: 'Left out by you: 2 statements' });
  await rejected.getByText('Outdated').first().waitFor();
  await summary.getByText('All of this section was left out by the clinician.').waitFor();
  assert.deepEqual(
    edits().map(({ action, statement, reason }) => [action, statement, reason]),
    [
      ['reject', 4, 'outdated'],
      ['reject', 5, 'outdated'],
    ],
  );
  assert.notEqual(edits()[1].seenHash, edits()[0].seenHash, 'each over the text that came of the one before');
  await page.waitForFunction(() => document.activeElement?.id === 'summary');
  await page.keyboard.press('z');
  await rejected.waitFor({ state: 'detached' });
  assert.ok((await summary.innerText()).includes('Spironolactone'));
  await page.getByRole('button', { name: 'Undo the last change (Z)' }).waitFor({ state: 'detached' });
  await assertClean(page);
});

test('an inserted statement and changed words are taken back by undo', async () => {
  const page = await set.open('model');
  const summary = await summaryOf(page);
  await change(page, FUROSEMIDE, 'Furosemide, dose under review.');
  await page.locator('#statement-plan-0').getByRole('button', { name: 'Insert behind (I)' }).click();
  await page.getByLabel('Words to stand behind this statement').fill('Cardiology to call the family.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await summary.getByText('Cardiology to call the family.').waitFor();
  const undo = page.getByRole('button', { name: 'Undo the last change (Z)' });
  await undo.click();
  await summary.getByText('Cardiology to call the family.').waitFor({ state: 'detached' });
  await undo.click();
  await summary.getByText('dose under review').waitFor({ state: 'detached' });
  await undo.waitFor({ state: 'detached' });
  assert.ok((await summary.innerText()).includes('Furosemide 40 mg by mouth twice daily'));
});

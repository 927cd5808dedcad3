import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary as draft } from '../fixture/chart.mjs';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, focusedText, stage, summaryOf, tabTo, ZOOMED } from './stage.mjs';

const set = stage();

async function confirm(page) {
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign and file this text' });
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
}

test('shows exactly the text to be filed, then signs that text and says it is filed', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign and file this text' });
  await dialog.getByText('For MARLOW, Edith (Mrs), born 07-Mar-1949').waitFor();
  const origin = await dialog.locator('dl').first().innerText();
  assert.match(origin, /Goes to\s+the chart of this patient in /);
  assert.match(origin, /Drafted by\s+artificial intelligence, model .*; the document says so/);
  assert.match(origin, /Signed by\s+you, Dr\. Ines Okafor/);
  const shown = await dialog.getByRole('region', { name: 'Text to be filed' }).textContent();
  assert.equal(shown, draft.text);
  await dialog.getByText(`begins ${draft.textHash.slice(0, 4)} `).waitFor();
  await dialog.getByText('2 withheld statements are not in it.').waitFor();
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  assert.equal(await focusedText(page), 'Filed in the EHR');
  await page.getByText('DocumentReference/2041').waitFor();
  assert.deepEqual(set.server.posts.at(-1), {
    launchId: 'model',
    path: `drafts/${draft.draftId}/sign`,
    body: { textHash: draft.textHash },
  });
  assert.equal(await page.getByRole('button', { name: 'Sign and file…' }).count(), 0);
  await assertClean(page);
});

test('shows before the signature what the EHR gets besides the text', async () => {
  const page = await set.open('model', { reducedMotion: 'reduce' });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const filed = page.getByRole('region', { name: 'What will be filed' });
  await filed.getByText('Chart summary (LOINC 34133-9); Clinical Note').waitFor();
  const told = await filed.locator('dl').innerText();
  assert.match(told, /Status\s+current; the note itself: final/);
  assert.match(told, /Author\s+you \(Dr\. Ines Okafor\); Anamnesis with the language model m-1/);
  assert.match(told, /Answers for it\s+Dr\. Ines Okafor/);
  assert.match(told, /Marked as\s+Artificial Intelligence asserted/);
  assert.match(told, /Date\s+the time of your signature/);
  assert.match(told, /Visit\s+the one you have open/);
  assert.match(told, /Replaces\s+DocumentReference\/1998/);
  assert.match(told, /Formats\s+text\/plain; charset=utf-8, about 1\.8 kB; application\/pdf, about 23 kB/);
  await assertAccessible(page, 'what will be filed');
  await page.setViewportSize(ZOOMED);
  await assertNoSidewaysScrolling(page);
  await assertClean(page);
});

for (const launch of ['no-preview', 'preview-of-another']) {
  test(`signs all the same where the document cannot be shown (${launch})`, async () => {
    const page = await set.open(launch);
    await summaryOf(page);
    await page.getByRole('button', { name: 'Sign and file…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign and file this text' });
    await dialog.getByText('How the document will look in the EHR cannot be shown at the moment.').waitFor();
    assert.equal(await dialog.getByText('LOINC').count(), 0);
    await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
    await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  });
}

test('warns before the signature where the EHR takes notes of a visit only and none is open', async () => {
  const page = await set.open('visit-missing');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const filed = page.getByRole('region', { name: 'What will be filed' });
  await filed.getByText('this EHR takes notes of a visit only: it would not be filed').waitFor();
  await filed.getByText('nothing: only the text says that software drafted it').waitFor();
  await filed.getByText('no other document').waitFor();
});

test('shows every statement, and nothing withheld, where the server gives no whole text', async () => {
  const page = await set.open('rules');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const filed = await page.getByRole('region', { name: 'Text to be filed' }).innerText();
  const expected = draft.sections.flatMap(({ title, statements }) => [
    title,
    ...statements.map(({ text }) => text),
  ]);
  assert.deepEqual(filed.split('\n').filter(Boolean), expected);
});

test('signs with the keyboard alone', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await tabTo(page, 'button', 'Sign and file…');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'button', /^Sign and file$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
});

test('signs nothing when the clinician goes back', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Sign and file…');
  assert.equal(set.server.posts.filter(({ path }) => path.endsWith('/sign')).length, 0);
});

test('says that the document was filed already', async () => {
  const page = await set.open('already');
  await confirm(page);
  await page.getByRole('heading', { name: 'Already filed' }).waitFor();
  await page.getByText('Nothing was added a second time.').waitFor();
});

test('never says "filed" while the EHR has not confirmed', async () => {
  const page = await set.open('pending');
  await confirm(page);
  await page.getByRole('heading', { name: /^Signed, (not yet|waiting to be) filed$/ }).waitFor();
  assert.equal(await page.getByText('Filed in the EHR').count(), 0);
});

test('says that filing is unknown when the answer is lost, and can be sent again', async () => {
  const page = await set.open('sign-lost');
  await confirm(page);
  const alert = page.getByRole('alert');
  await alert.getByText('Filing was not confirmed').waitFor();
  await alert.getByText('the same document is never filed twice').waitFor();
  await confirm(page);
  await page.getByRole('heading', { name: 'Already filed' }).waitFor();
});

test('marks a recalled draft before it is signed, with the reason, and says at the button why it is off', async () => {
  const page = await set.open('recalled', { reducedMotion: 'reduce' });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByText('Recalled: do not rely on it').waitFor();
  await page.getByRole('button', { name: /^Go on with the review of/ }).click();
  await summaryOf(page);
  const mark = page.getByRole('alert');
  await mark.getByText('This draft was recalled: do not rely on it').waitFor();
  await mark.getByText('The model of release 3 mixes up doses.').waitFor();
  const button = page.getByRole('button', { name: 'Sign and file…' });
  assert.ok(await button.isDisabled());
  const why = await button.evaluate((element) => {
    const id = element.getAttribute('aria-describedby');
    return document.getElementById(id).textContent;
  });
  assert.match(why, /recalled: The model of release 3 mixes up doses\./);
  for (const name of [
    'Edit (E)',
    'Accept (A)',
    'Leave out (R)',
    'Insert behind (I)',
    'Undo the last change (Z)',
  ]) {
    assert.equal(await page.getByRole('button', { name }).count(), 0, `${name} is off`);
  }
  await mark.getByText('It cannot be changed or signed any more. Have a new one written.').waitFor();
  await page.locator('#statement-medications-0').focus();
  await page.keyboard.press('e');
  await page.keyboard.press('a');
  assert.equal(await page.getByLabel('Words of this statement').count(), 0);
  await assertAccessible(page, 'recalled');
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.locator('.print-sheet').innerText(), /RECALLED, do not rely on it/);
  await page.emulateMedia({ media: 'screen' });
  await mark.getByRole('button', { name: 'Write a new summary' }).click();
  await page.getByRole('button', { name: 'Sign and file…' }).waitFor();
  assert.ok(await button.isEnabled());
});

test('a draft that was recalled while it was read is not signed, and is shown with its mark', async () => {
  const page = await set.open('sign-recalled');
  await confirm(page);
  const alert = page.getByRole('alert');
  await alert.getByText('This draft was recalled', { exact: true }).waitFor();
  await alert.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByText('The model of release 3 mixes up doses.').first().waitFor();
  assert.ok(await page.getByRole('button', { name: 'Sign and file…' }).isDisabled());
});

test('a draft in the place of a recalled document can be changed, and signed once its words are others', async () => {
  const page = await set.open('mends-recalled');
  await summaryOf(page);
  const mark = page.getByRole('alert');
  await mark.getByText('The document in the EHR was recalled: do not rely on it').waitFor();
  const button = page.getByRole('button', { name: 'Sign and file…' });
  assert.ok(await button.isDisabled());
  await page.locator('#statement-medications-0').getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill('Furosemide, to be reviewed tomorrow.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await mark.waitFor({ state: 'detached' });
  assert.ok(await button.isEnabled());
});

test('says before the signature that words in an open form are no part of the text', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.locator('#statement-medications-0').getByRole('button', { name: 'Edit (E)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign and file this text' });
  const open = async () => {
    await page.getByRole('button', { name: 'Sign and file…' }).click();
    await dialog.waitFor();
  };
  const warning = dialog.getByText('You have words in an open form that are not saved.');
  await open();
  assert.equal(await warning.count(), 0, 'nothing is written yet');
  await page.keyboard.press('Escape');
  await page.getByLabel('Words of this statement').fill('Furosemide stopped.');
  await open();
  await warning.waitFor();
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  const unsaved = page.getByRole('region', { name: 'Your words that were not saved' });
  await unsaved.getByText('Furosemide stopped.').waitFor();
});

test('offers no signature to a user who may not sign, and says why', async () => {
  const page = await set.open('reader');
  await summaryOf(page);
  await page.getByText('does not allow you to sign').waitFor();
  assert.equal(await page.getByRole('button', { name: /Sign and file/ }).count(), 0);
});

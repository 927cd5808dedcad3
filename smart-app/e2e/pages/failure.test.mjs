import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, stage, summaryOf } from './stage.mjs';

const set = stage();

const ENDED = [
  ['session-lost', 'Your session has ended'],
  ['gone', 'Your session has ended'],
  ['wrong-launch', 'This chart is not open here'],
  ['nobodys-launch', 'This chart is not open here'],
  ['other-launch', 'This page no longer matches the chart'],
];

for (const [launch, title] of ENDED) {
  test(`shows nothing of the chart when the launch ends: ${launch}`, async () => {
    const page = await set.open(launch);
    await page.getByRole('alert').getByText(title).waitFor();
    assert.ok(!(await page.locator('body').innerText()).includes('MARLOW'));
    assert.equal(await page.getByRole('button').count(), 0);
    await assertClean(page);
  });
}

const FAILED = [
  ['forbidden', 'The EHR does not permit this', 'patient/Condition.rs was not granted.'],
  ['model-down', 'The language model cannot be reached', 'Incident c07d-11e9'],
  ['busy', 'Too much is asked for at the moment', 'Wait a moment'],
  ['streams-full', 'Too much is asked for at the moment', 'Nothing is wrong with the chart'],
  ['ehr-slow', 'The EHR cannot be reached', 'The EHR did not answer in time.'],
  ['slowest', 'No answer in time', 'The server took too long'],
  ['broken', 'Something went wrong', 'Incident f3b9-77a2'],
  ['network', 'The connection was lost', 'Check the connection'],
  ['forged', 'The answer could not be trusted', 'nothing of it is shown'],
  ['uncited', 'The answer could not be trusted', 'nothing of it is shown'],
  ['unverified', 'The answer could not be trusted', 'nothing of it is shown'],
];

for (const [launch, title, words] of FAILED) {
  test(`says what failed and keeps the patient in view: ${launch}`, async () => {
    const page = await set.open(launch);
    const alert = page.getByRole('alert');
    await alert.getByText(title).waitFor();
    await alert.getByText(words).waitFor();
    await page.getByRole('region', { name: 'Patient' }).waitFor();
    assert.equal(await page.getByText(/Uncited words|Unverified words/).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Sign and file…' }).count(), 0, 'nothing to sign');
    await assertClean(page);
  });
}

test('gets the summary on "Try again" once the EHR is back', async () => {
  const page = await set.open('ehr-down');
  await page.getByRole('alert').getByText('The EHR cannot be reached').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await summaryOf(page);
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('gets the summary on "Try again" once there is room', async () => {
  const page = await set.open('busy');
  await page.getByRole('alert').getByText('Too much is asked for').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await summaryOf(page);
});

test('says that the budget for models is used up and until when, and shows what rules wrote', async () => {
  const page = await set.open('budget');
  const summary = await summaryOf(page);
  await page.getByText('This hour’s budget for language models is used up').waitFor();
  await page.getByText('A model can be asked again in 25 minutes.').waitFor();
  await page.getByText('Composed by rules, without a language model').first().waitFor();
  assert.ok((await summary.getByRole('listitem').count()) > 0);
  await assertClean(page);
});

test('never says filed where the signature could not be recorded', async () => {
  const page = await set.open('audit-down');
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('alert').getByText('This cannot be recorded at the moment').waitFor();
  await page.getByRole('alert').getByText('Incident e1d0-4411').waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Filed in the EHR' }).count(), 0);
});

test('words that could not be checked stand as unchecked and never as supported', async () => {
  const page = await set.open('edit-unchecked');
  await summaryOf(page);
  const item = page.locator('#statement-medications-0');
  await item.getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill('Furosemide, dose under review.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await item.getByText('Clinician’s words, not checked: the chart could not be read').waitFor();
});

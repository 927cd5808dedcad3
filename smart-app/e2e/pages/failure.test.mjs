import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClean, stage, summaryOf } from './stage.mjs';

const set = stage();

const ENDED = [
  ['session-lost', 'Your session has ended'],
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
  ['broken', 'Something went wrong', 'Incident f3b9-77a2'],
  ['network', 'The connection was lost', 'Check the connection'],
  ['forged', 'The answer could not be trusted', 'nothing of it is shown'],
  ['uncited', 'The answer could not be trusted', 'nothing of it is shown'],
];

for (const [launch, title, words] of FAILED) {
  test(`says what failed and keeps the patient in view: ${launch}`, async () => {
    const page = await set.open(launch);
    const alert = page.getByRole('alert');
    await alert.getByText(title).waitFor();
    await alert.getByText(words).waitFor();
    await page.getByRole('region', { name: 'Patient' }).waitFor();
    assert.equal(await page.getByText('Uncited words.').count(), 0);
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

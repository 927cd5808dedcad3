// A ward in a real browser, against the running sandbox: the launch of one of its patients, the way to the list, its order
// with reasons, and a decision that moves a patient up while the place by rules stays beside it.
// Addresses: EHR_BASE, PRODUCT_BASE. Exit code 0 only if all held.
import assert from 'node:assert/strict';
import { endWithoutChromium, findChromium, startChromium } from './chromium.mjs';
import { collectComplaints, openInFrame, STEP_MS, signInAndFind } from './sandbox.mjs';

const NAMES = ['Abara', 'Bergström', 'Delacroix', 'Eriksen', 'Fofanah', 'Gallo', 'Hussein'];

if (!findChromium()) endWithoutChromium();

const browser = await startChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  page.setDefaultTimeout(STEP_MS);
  const complaints = collectComplaints(page);
  const app = await openInFrame(page, await signInAndFind(page, 'Bergström'));
  await app.getByRole('navigation').getByRole('link', { name: 'Ward C3' }).first().click();
  await app.getByRole('heading', { name: 'Ward C3' }).waitFor();
  const before = await rows(app);
  assert.equal(before.length, NAMES.length);
  assert.match(before[0], /Emergency band.*Abara.*NEWS2 1 -> 16 in 4 h/s);
  assert.match(row(before, 'Eriksen'), /SpO2: not recorded/);
  assert.ok(place(before, 'Eriksen') < place(before, 'Fofanah'), 'who has no score is before who is well');
  console.log(`Ward C3: ${before.length} patients in order, first of them Abara`);
  await decide(app, 'emergency', 'grey and sweating');
  const after = await rows(app);
  assert.match(row(after, 'Bergström'), /Emergency band.*Rules alone.*grey and sweating/s);
  assert.ok(place(after, 'Bergström') < place(before, 'Bergström'), 'a decision moves the patient up');
  await decide(app, 'none', 'seen and well');
  assert.doesNotMatch(row(await rows(app), 'Bergström'), /grey and sweating/);
  assert.deepEqual(complaints, []);
  console.log('The ward held from the launch to the decision.');
} catch (error) {
  console.error(`The ward failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

async function rows(app) {
  await app.getByRole('table').waitFor();
  return (await app.getByRole('table').getByRole('row').allTextContents()).slice(1);
}

function place(all, name) {
  return all.findIndex((text) => text.includes(name));
}

function row(all, name) {
  return all[place(all, name)] ?? '';
}

/** Keeps a decision on the launched patient and waits for the list that has it. */
async function decide(app, tier, reason) {
  await app.getByRole('button', { name: /^Place .*Bergström.* by hand$/ }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Place in the order').selectOption(tier);
  await dialog.getByLabel(/^Reason/).fill(reason);
  const renewed = app
    .page()
    .waitForResponse((answer) => /\/api\/ward\/[^/]+\/[^/]+$/.test(new URL(answer.url()).pathname));
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await renewed;
  await dialog.waitFor({ state: 'detached' });
}

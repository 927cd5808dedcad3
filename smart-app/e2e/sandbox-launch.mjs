// The whole way in a real browser, against the running sandbox: the EHR's page, the launch in a frame of another
// site without third-party cookies, the summary, a source, the signature, and the document in the EHR's own list.
// Addresses: EHR_BASE, PRODUCT_BASE; the chart to open: CHART (its name or part of it). Exit code 0 only if all held.
import assert from 'node:assert/strict';
import { endWithoutChromium, findChromium, startChromium } from './chromium.mjs';
import { collectComplaints, openInFrame, STEP_MS, signInAndFind } from './sandbox.mjs';

// The first of the sandbox's hand-written charts.
const CHART = process.env.CHART ?? 'Lindgren';

if (!findChromium()) endWithoutChromium();

const browser = await startChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  page.setDefaultTimeout(STEP_MS);
  const complaints = collectComplaints(page);
  const patient = await signInAndFind(page, CHART);
  const before = await documents(page, patient);
  const app = await launch(page, patient);
  await readSource(app);
  const location = await signAndFile(app);
  await assertListed(page, patient, before, location);
  assert.deepEqual(complaints, []);
  console.log('The launch in the EHR held from sign-in to the filed document.');
} catch (error) {
  console.error(`The launch in the EHR failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

async function documents(page, patient) {
  await page.goto(patient);
  return page.locator('article.document code').allTextContents();
}

/** Opens the app in the EHR's frame and waits for the checked summary. */
async function launch(page, patient) {
  const frame = await openInFrame(page, patient);
  await assertThirdPartyCookiesBlocked(frame);
  await frame.getByRole('region', { name: 'Summary for review' }).waitFor();
  const statements = frame.getByRole('region', { name: 'Summary for review' }).getByRole('listitem');
  const count = await statements.count();
  assert.ok(count > 0, 'the summary has statements');
  for (const statement of await statements.all()) {
    assert.ok((await statement.locator('[data-citation]').count()) > 0, 'every statement has a citation');
  }
  console.log(`Launched in the frame; ${count} statements, all cited`);
  return frame;
}

// Without this the test would not show that the session survives browsers that block such cookies.
async function assertThirdPartyCookiesBlocked(frame) {
  const kept = await frame.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: whether such a cookie is kept is what is asked
    document.cookie = 'probe=1; SameSite=None; Secure';
    return document.cookie;
  });
  assert.equal(
    kept,
    '',
    'the browser blocks third-party cookies, and the session is not readable by scripts',
  );
}

async function readSource(app) {
  const pill = app.getByRole('region', { name: 'Summary for review' }).locator('[data-citation]').first();
  await pill.click();
  const source = app.getByRole('complementary').or(app.getByRole('dialog'));
  await source.getByRole('heading', { name: `Source ${await pill.textContent()}` }).waitFor();
  assert.match(await source.locator('code').first().textContent(), /^[A-Z]\w+\/[\w.-]+/);
  await app.page().keyboard.press('Escape');
  await app.waitForFunction(() => !document.querySelector('[aria-expanded="true"]'));
  console.log('Opened a source and closed it');
}

/** Signs the text; returns the reference of the filed document. */
async function signAndFile(app) {
  await app.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Sign and file this text' });
  await dialog.getByRole('button', { name: 'Sign and file', exact: true }).click();
  const outcome = app.getByRole('status').filter({ has: app.getByRole('heading') });
  await outcome.getByRole('heading', { name: 'Filed in the EHR' }).waitFor();
  const location = await outcome.getByText(/^DocumentReference\/[\w.-]+$/).textContent();
  console.log(`Signed and filed as ${location}`);
  return location;
}

async function assertListed(page, patient, before, location) {
  assert.ok(!before.includes(location), `${location} was not there before`);
  const after = await documents(page, patient);
  assert.deepEqual(
    after.filter((each) => !before.includes(each)),
    [location],
    'the EHR lists exactly one document more',
  );
}

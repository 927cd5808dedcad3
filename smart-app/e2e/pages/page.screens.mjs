// Renews the pictures in docs/screens. They show the made-up chart of the fixture.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stage, summaryOf, triageOf } from './stage.mjs';

const SCREENS = join(import.meta.dirname, '../../../docs/screens');
const set = stage();
mkdirSync(SCREENS, { recursive: true });

const shoot = (page, name, fullPage = true) =>
  page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage, animations: 'disabled' });

for (const colorScheme of ['light', 'dark']) {
  test(`summary with an open source, ${colorScheme}`, async () => {
    const page = await set.open('model', { colorScheme, viewport: { width: 1280, height: 1000 } });
    await summaryOf(page);
    await page.getByRole('button', { name: 'L1, result: source' }).last().click();
    await page.getByRole('heading', { name: 'Source L1' }).waitFor();
    await shoot(page, `summary-${colorScheme}`);
  });
}

test('triage with an open source', async () => {
  const page = await set.open('model', { viewport: { width: 1280, height: 1000 } });
  await triageOf(page);
  await page.getByRole('button', { name: 'V4, vital sign: source' }).first().click();
  await page.getByRole('heading', { name: 'Source V4' }).waitFor();
  await shoot(page, 'triage');
});

test('incomplete chart', async () => {
  const page = await set.open('incomplete', { viewport: { width: 1280, height: 640 } });
  await summaryOf(page);
  await shoot(page, 'incomplete-chart', false);
});

test('confirmation before the signature', async () => {
  const page = await set.open('incomplete', { viewport: { width: 1280, height: 860 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'sign', false);
});

test('session lost, narrow', async () => {
  const page = await set.open('session-lost', { viewport: { width: 480, height: 360 } });
  await page.getByRole('alert').waitFor();
  await shoot(page, 'session-lost', false);
});

test('narrow, with an open source', async () => {
  const page = await set.open('rules', { viewport: { width: 420, height: 800 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'M1, medication: source' }).first().click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'narrow', false);
});

test('a draft under review', async () => {
  const page = await set.open('model', { viewport: { width: 1280, height: 1000 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Accept all of Active problems' }).click();
  await page.locator('#statement-medications-0').getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill('Furosemide 80 mg twice daily.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('contradicted by the chart: ').waitFor();
  await page.locator('#statement-plan-0').getByRole('button', { name: 'Leave out (R)' }).click();
  await page.getByLabel('Why it is left out').waitFor();
  await shoot(page, 'review');
});

test('the chart over time', async () => {
  const page = await set.open('model', { viewport: { width: 1280, height: 900 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Chart', exact: true }).click();
  await page.getByRole('region', { name: '13 facts read from the chart' }).waitFor();
  await shoot(page, 'chart');
  await page.getByRole('button', { name: 'Trends' }).click();
  await page.getByRole('slider').first().waitFor();
  await shoot(page, 'trends');
});

test('a question and its answer', async () => {
  const page = await set.open('model', { viewport: { width: 1280, height: 700 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Ask', exact: true }).first().click();
  await page.getByLabel('Question on this chart').fill('What was the last potassium?');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'L1, result: source' }).click();
  await shoot(page, 'ask', false);
});

test('ward in order', async () => {
  const page = await set.open('model', {
    path: 'ward/Group/ward-7/',
    viewport: { width: 1280, height: 900 },
  });
  await page.getByRole('table').waitFor();
  await page.getByText('3 values behind it').click();
  await shoot(page, 'ward');
});

test('drafts and documents, and what differs', async () => {
  const page = await set.open('model', { viewport: { width: 1280, height: 900 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByText('lines differ').waitFor();
  await shoot(page, 'versions');
});

test('a text that somebody else changed meanwhile', async () => {
  const page = await set.open('edit-conflict', { viewport: { width: 1280, height: 900 } });
  await summaryOf(page);
  await page.locator('#statement-medications-0').getByRole('button', { name: 'Edit (E)' }).click();
  await page.getByLabel('Words of this statement').fill('Furosemide, dose under review.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').scrollIntoViewIfNeeded();
  await shoot(page, 'conflict', false);
});

test('a recalled draft', async () => {
  const page = await set.open('sign-recalled', { viewport: { width: 1280, height: 900 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign and file', exact: true }).click();
  await page.getByRole('button', { name: 'Show it as it is now' }).click();
  await page.getByText('The model of release 3').first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shoot(page, 'recalled', false);
});

test('taking a document back', async () => {
  const page = await set.open('retract-refused', { viewport: { width: 1280, height: 800 } });
  await summaryOf(page);
  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await page.getByRole('button', { name: /^Take it back: / }).click();
  await page.getByRole('button', { name: 'Take it back', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await shoot(page, 'retraction', false);
});

for (const [view, name] of [
  ['Settings', 'settings'],
  ['About', 'about'],
]) {
  test(`${name} of the page`, async () => {
    const page = await set.open('model', { viewport: { width: 1280, height: 900 } });
    await summaryOf(page);
    await page.getByRole('button', { name: view, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: view }).waitFor();
    await page.getByRole('region').nth(1).waitFor();
    await shoot(page, name, false);
  });
}

for (const [launch, name] of [
  ['ehr-down', 'ehr-down'],
  ['forged', 'not-trusted'],
  ['network', 'connection-lost'],
]) {
  test(`a failure that keeps the patient in view: ${name}`, async () => {
    const page = await set.open(launch, { viewport: { width: 1280, height: 560 } });
    await page.getByRole('alert').waitFor();
    await shoot(page, name, false);
  });
}

const NOTICES = join(import.meta.dirname, '../../../target/notices.json');
const notices = existsSync(NOTICES) ? JSON.parse(readFileSync(NOTICES, 'utf8')) : {};

for (const code of ['launch-denied', 'launch-clocks-differ', 'launch-cookie-blocked-in-frame']) {
  test(`a launch that ends: ${code}`, { skip: !notices[code] }, async () => {
    const page = await set.open(null, { at: 'about:blank', viewport: { width: 640, height: 360 } });
    await page.setContent(notices[code].html);
    await shoot(page, code, false);
  });
}

// Renews the pictures in docs/screens. They show the made-up chart of the fixture.
import { mkdirSync } from 'node:fs';
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

test('ward in order', async () => {
  const page = await set.open('model', {
    path: 'ward/Group/ward-7/',
    viewport: { width: 1280, height: 900 },
  });
  await page.getByRole('table').waitFor();
  await page.getByText('3 values behind it').click();
  await shoot(page, 'ward');
});

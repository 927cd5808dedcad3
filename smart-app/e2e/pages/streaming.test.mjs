import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './accessible.mjs';
import { assertClean, stage, summaryOf } from './stage.mjs';

const set = stage();
const partial = (page) => page.getByRole('region', { name: 'Being written: checked so far' });
const statements = (page) => partial(page).getByRole('listitem').count();

/** Lets the held statements come one after another until `count` of them are there. */
async function until(page, count) {
  for (let have = await statements(page); have < count; have = await statements(page)) {
    set.server.release();
    await partial(page)
      .getByRole('listitem')
      .nth(have)
      .waitFor()
      .catch(() => undefined);
  }
}

test('statements stand there before the summary is whole, each with its source, and cannot be signed', async () => {
  const page = await set.open('streams');
  await partial(page).waitFor();
  await page.getByText('The language model is writing').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sign and file…' }).count(), 0);
  await partial(page)
    .getByRole('button', { name: /: source$/ })
    .first()
    .waitFor();
  await assertAccessible(page, 'while it is written');
  await assertClean(page);
});

test('says after how long the first checked statement stood there, and the whole', async () => {
  const page = await set.open('model');
  await summaryOf(page);
  await page.getByText(/^(First checked statement after|Written and checked in) \d+\.\d s/).waitFor();
});

test('nothing that stands there moves while further statements come', async () => {
  const page = await set.open('streams');
  await partial(page).waitFor();
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) =>
      window.shifts.push(...list.getEntries().map(({ value }) => value)),
    ).observe({ type: 'layout-shift' });
  });
  await until(page, 3);
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

test('cancel leaves what came in view, hangs up, and it can be written again', async () => {
  const page = await set.open('streams-cancelled');
  await partial(page).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. Nothing was kept.').first().waitFor();
  assert.ok((await statements(page)) > 0);
  await page.getByText('Not finished: what follows was checked').waitFor();
  await page.getByRole('button', { name: 'Write it again' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  assert.ok(set.server.gone.includes('streams-cancelled'));
});

test('what came before the connection broke stays in view, and trying again gives the whole', async () => {
  const page = await set.open('stream-breaks');
  await partial(page).waitFor();
  set.server.release();
  await page.getByText('The connection was lost').waitFor();
  assert.ok((await statements(page)) > 0);
  await assertAccessible(page, 'broken');
  await page.getByRole('button', { name: /try again/i }).click();
  await summaryOf(page);
  assert.equal(await partial(page).count(), 0);
});

test('a connection that is cut again and again is taken up where it broke off, and said once', async () => {
  const page = await set.open('stream-resumes', { watch: hearStatus });
  await summaryOf(page);
  const { resumes } = set.server;
  assert.deepEqual(
    resumes,
    resumes.map((_, at) => (at === 0 ? null : `s.${2 * at}`)),
  );
  assert.ok(resumes.length > 3);
  const seen = await page.evaluate(() => window.most);
  assert.deepEqual(seen, [...new Set(seen)], 'nothing stands there twice');
  const said = await page.evaluate(() => window.said);
  assert.equal(said.filter((words) => words.startsWith('The connection was lost')).length, 1);
  await assertClean(page);
});

test('a stream that is gone is said to be, what came stays in view, and it can be written anew', async () => {
  const page = await set.open('stream-gone');
  await partial(page).waitFor();
  set.server.release();
  await page.getByText('The writing was broken off').waitFor();
  assert.ok((await statements(page)) > 0);
  await assertAccessible(page, 'gone');
  set.server.resumes.length = 0;
  await page.getByRole('button', { name: /try again/i }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  assert.equal(set.server.resumes[0], null);
});

/** Keeps what the live region says, each change once, and the longest list of statements that stood there. */
function hearStatus() {
  window.said = [];
  window.most = [];
  new MutationObserver(() => {
    const words = document.querySelector('[role="status"]')?.textContent ?? '';
    if (words !== window.said.at(-1)) window.said.push(words);
    const items = [...document.querySelectorAll('[aria-labelledby="partial-heading"] li')];
    const texts = items.map((item) => item.textContent);
    if (texts.length > window.most.length) window.most = texts;
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

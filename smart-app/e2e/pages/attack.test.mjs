// Attack cases that only a browser can show. Their numbers are those of docs/attack-cases.md.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { assertClean, stage, summaryOf } from './stage.mjs';

const set = stage();
const CANARY = /MARLOW|M-204-771|1949-03-07/;

test('case37AFrameOfAnOriginThatIsNotListedStaysEmpty', async () => {
  const listed = await framing('localhost');
  const other = await framing('127.0.0.1');
  try {
    const shown = await set.open('model', { at: listed.address });
    await shown.frameLocator('iframe').getByText('MARLOW').first().waitFor();

    const complaints = [];
    const blocked = await set.open('model', {
      at: other.address,
      hear: (message) => complaints.push(message.text()),
    });
    await until(() => complaints.some((text) => text.includes('frame-ancestors')));
    const texts = await Promise.all(blocked.frames().map((frame) => frame.locator('body').innerText()));
    assert.ok(texts.every((text) => !CANARY.test(text)));
  } finally {
    await Promise.all([listed.stop(), other.stop()]);
  }
});

test('case39MarkupInNamesNotesAndAnswersIsTextAndNothingRuns', async () => {
  const asked = [];
  const page = await set.open('hostile');
  page.on('request', (request) => asked.push(request.url()));
  await summaryOf(page);
  await page.getByRole('region', { name: 'Patient' }).getByText('<img src=x onerror=').waitFor();
  assert.equal(await page.locator('img, iframe, object, #root script').count(), 0);
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(set.server.base)),
    [],
  );
  await assertClean(page);
});

test('case40NothingOfPatientOrTokenIsInAddressesStorageRefererOrHistory', async () => {
  const page = await set.open('model');
  const requests = [];
  page.on('request', (request) => requests.push(request));
  await page.reload();
  await summaryOf(page);
  await page.getByRole('button', { name: 'Sign and file…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sign and file' }).click();
  await page.getByText('Filed in the EHR').waitFor();
  assert.ok(requests.length > 3);
  for (const request of requests) {
    const headers = await request.allHeaders();
    assert.ok(!CANARY.test(decodeURIComponent(request.url())), 'no patient in an address');
    assert.equal(headers.authorization, undefined);
    assert.ok(!headers.referer);
    assert.ok(!/token-of/.test(request.url()), 'no token in an address');
  }
  assert.ok(!CANARY.test(await page.title()));
  assert.equal(await page.evaluate(() => JSON.stringify(history.state)), 'null');
  await assertClean(page);
});

/** A page of another origin that shows the chart's page in a frame. */
async function framing(host) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><title>EHR</title><iframe src="${set.server.base}/app/model/"></iframe>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://${host}:${server.address().port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function until(holds) {
  for (let left = 100; left > 0 && !holds(); left -= 1) await new Promise((next) => setTimeout(next, 50));
  assert.ok(holds());
}

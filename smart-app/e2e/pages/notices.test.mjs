// The pages of words that the server sends where a launch comes to nothing, as the server's own tests wrote them down.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling } from './accessible.mjs';
import { assertClean, stage, ZOOMED } from './stage.mjs';

const WRITTEN = join(import.meta.dirname, '../../../target/notices.json');
const isThere = existsSync(WRITTEN);
const notices = isThere ? JSON.parse(readFileSync(WRITTEN, 'utf8')) : {};
const EXPECTED = {
  'launch-denied': 'Access was not granted',
  'launch-unknown-ehr': 'This EHR is not set up here',
  'launch-scope-refused': 'The EHR refuses a permission that Anamnesis needs',
  'launch-without-patient': 'No patient was opened',
  'launch-clocks-differ': 'The clocks of the EHR and of Anamnesis differ',
  'launch-cookie-blocked': 'The browser blocked a cookie that Anamnesis needs',
  'launch-cookie-blocked-in-frame': 'The browser keeps no cookie of Anamnesis inside the EHR',
  'launch-unknown-state': 'This sign-in is over',
  'launch-handoff-over': 'This window came too late',
  'launch-identity-refused': 'The EHR did not say clearly who you are',
  'chart-not-open': 'This chart is not open here',
};

const set = stage();
let server;
before(async () => {
  server = createServer((request, response) => {
    const notice = notices[request.url.slice(1)];
    if (!notice) return response.writeHead(404).end();
    response.writeHead(notice.status, {
      'Content-Type': 'text/html;charset=utf-8',
      'Content-Security-Policy': notice.policy,
    });
    response.end(notice.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});
after(() => new Promise((resolve) => server.close(resolve)));

const open = (code, options) =>
  set.open(null, { at: `http://127.0.0.1:${server.address().port}/${code}`, ...options });

test('the notices were written down by the tests of the server', {
  skip: !isThere && process.env.CI !== 'true',
}, () => {
  assert.deepEqual(
    Object.keys(EXPECTED).filter((code) => !notices[code]),
    [],
  );
});

for (const [code, title] of Object.entries(EXPECTED)) {
  test(`a launch that ends with ${code} is told to everybody`, { skip: !isThere }, async () => {
    const page = await open(code);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText(`Code: ${code.replace('-in-frame', '')}, incident i-1`).waitFor();
    await assertAccessible(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertAccessible(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await assertAccessible(page, 'forced colours');
    await page.setViewportSize(ZOOMED);
    await assertNoSidewaysScrolling(page);
    await assertClean(page);
  });
}

test('the window of its own is opened by keyboard', { skip: !isThere }, async () => {
  const page = await open('launch-cookie-blocked-in-frame');
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, 'Open the chart in a window of its own');
});

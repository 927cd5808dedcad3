// Two charts side by side, in two frames of one page of an EHR: nothing of one is ever in the other.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { stage } from './stage.mjs';

const set = stage();
const ACTIONS = 1000;
const SIDES = [
  { launch: 'side-one', mark: 'AAKRE', other: /BRANDT|side-two/ },
  { launch: 'side-two', mark: 'BRANDT', other: /AAKRE|side-one/ },
];

test('case35AThousandActionsInTwoFramesStayWithTheirOwnCharts', async () => {
  const ehr = await page();
  try {
    const asked = [];
    const shown = await set.open('', {
      at: ehr.address,
      clock: false,
      viewport: { width: 2640, height: 1000 },
    });
    shown.on('request', (request) => asked.push(request));
    await shown.reload();
    const sides = [];
    for (const side of SIDES) {
      const frame = await (
        await shown.locator(`iframe[title="${side.launch}"]`).elementHandle()
      ).contentFrame();
      const summary = frame.getByRole('region', { name: 'Summary for review' });
      await summary.waitFor();
      sides.push({
        ...side,
        frame,
        pills: await summary.locator('[data-citation]').count(),
        open: false,
        edits: 0,
      });
    }
    // A fixed order that looks like none: which frame is next, and which source, follow from the count alone.
    let seed = 7;
    const next = (below) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let at = 0; at < ACTIONS; at += 1) {
      const side = sides[next(2)];
      if (at % 100 === 50) await edit(side);
      else if (side.open) await close(side);
      else await openSource(side, next(side.pills));
      if (at % 20 === 0) await assertApart(sides);
    }
    await assertApart(sides);
    await assertRequestsApart(asked, sides);
  } finally {
    await ehr.stop();
  }
});

async function openSource(side, which) {
  await side.frame.evaluate(
    (nth) =>
      document
        .querySelectorAll('[data-citation]')
        [nth % document.querySelectorAll('[data-citation]').length].click(),
    which,
  );
  await side.frame.waitForFunction(() => document.querySelector('[aria-expanded="true"]'));
  side.open = true;
}

async function close(side) {
  await side.frame.getByRole('button', { name: 'Close source' }).click();
  await side.frame.waitForFunction(() => !document.querySelector('[aria-expanded="true"]'));
  side.open = false;
}

async function edit(side) {
  if (side.open) await close(side);
  const words = `In the words of the reader of ${side.mark}, ${side.edits}.`;
  const statement = side.frame.locator('#statement-medications-0');
  await statement.getByRole('button', { name: 'Edit (E)' }).click();
  await side.frame.getByLabel('Words of this statement').fill(words);
  await side.frame.getByRole('button', { name: 'Save', exact: true }).click();
  await statement.getByText(words).first().waitFor();
  side.edits += 1;
}

async function assertApart(sides) {
  for (const side of sides) {
    const html = await side.frame.evaluate(() => document.documentElement.outerHTML);
    assert.ok(html.includes(side.mark), `${side.launch} shows its own chart`);
    assert.ok(!side.other.test(html), `nothing of the other chart is in ${side.launch}`);
  }
}

async function assertRequestsApart(asked, sides) {
  for (const side of sides) {
    const own = asked.filter(
      (request) => request.frame() === side.frame && request.url().includes('/app/side-'),
    );
    assert.ok(own.length > 3);
    for (const request of own) {
      const sent = `${request.url()} ${JSON.stringify(await request.allHeaders())} ${request.postData() ?? ''}`;
      assert.ok(
        !side.other.test(sent.replace(/"cookie":"[^"]*"/, '')),
        'a request names its own launch only',
      );
    }
    const posts = set.server.posts.filter(({ launchId }) => launchId === side.launch);
    assert.equal(posts.filter(({ path }) => path.endsWith('/edits')).length, side.edits);
    for (const post of posts) {
      assert.ok(
        !side.other.test(JSON.stringify(post)),
        'what is sent for one chart holds nothing of the other',
      );
      if (post.path.startsWith('drafts/')) assert.ok(post.path.startsWith(`drafts/draft-${side.mark}/`));
    }
  }
  assert.ok(sides.every(({ edits }) => edits > 0));
}

/** An EHR's page with both charts in it. */
async function page() {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    const frames = SIDES.map(
      ({ launch }) =>
        `<iframe title="${launch}" width="1300" height="960" src="${set.server.base}/app/${launch}/"></iframe>`,
    );
    response.end(`<!doctype html><title>EHR</title>${frames.join('')}`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${server.address().port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

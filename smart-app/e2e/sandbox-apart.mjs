// Two charts side by side against the running sandbox: both launched in frames of one page of the EHR, then many actions between
// them in an order that looks like none. Nothing of one patient may ever be in the other's frame, in what it asks, or in what it is
// answered. On demand: it takes minutes. EHR_BASE, PRODUCT_BASE; CHARTS (two names or parts of them, with a comma), ACTIONS, SEED.
// Exit code 0 only if all held.
import assert from 'node:assert/strict';
import { endWithoutChromium, findChromium, startChromium } from './chromium.mjs';
import { collectComplaints, openInFrame, PRODUCT, STEP_MS, signInAndFind } from './sandbox.mjs';

const CHARTS = (process.env.CHARTS ?? 'Lindgren,Okonjo').split(',');
const ACTIONS = Number(process.env.ACTIONS ?? 1000);
const SEED = Number(process.env.SEED ?? 7);
const LOOK_EVERY = 20;
/** Resources of one patient: their references are nobody else's. */
const OWN = /"source":"((?!Practitioner|Organization|Location|Medication\/)[A-Z]\w+\/[\w.-]+)/g;

if (!findChromium()) endWithoutChromium();

/**
 * Keeps what the product's frames ask and are answered until it was looked through. What a stream brings cannot be read beside the page: it
 * is looked for in what the page shows.
 */
function listen(page) {
  const heard = { kept: [], asked: 0, answered: 0 };
  const isOurs = (request) => request.url().startsWith(`${PRODUCT}/app/`) && request.url().includes('/api/');
  page.on('request', (request) => {
    if (!isOurs(request)) return;
    heard.asked += 1;
    const said = `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`;
    heard.kept.push({ frame: request.frame(), what: `a request to ${pathOf(request)}`, text: said });
  });
  page.on('response', (response) => {
    if (!isOurs(response.request())) return;
    heard.answered += 1;
    const isStream = (response.headers()['content-type'] ?? '').startsWith('text/event-stream');
    const text = isStream ? '' : response.text().catch(() => '');
    heard.kept.push({ frame: response.frame(), what: `an answer of ${pathOf(response.request())}`, text });
  });
  return heard;
}

/** Without the launch's id. */
function pathOf(request) {
  return new URL(request.url()).pathname.replace(/^\/app\/[^/]+/, '');
}

/** The EHR's own page with one chart in its frame, and a second frame beside it, launched by the EHR for the other patient. */
async function launchBoth(page) {
  const patients = [];
  for (const chart of CHARTS) patients.push(await signInAgain(page, chart, patients.length === 0));
  const first = await openInFrame(page, patients[0]);
  // With the cookies of who is signed in; the EHR's pages fetch nothing themselves.
  const other = await (await page.request.get(`${patients[1]}/anamnesis`)).text();
  const launch = /<iframe src="([^"]+)"/.exec(other)[1].replaceAll('&amp;', '&');
  await first.getByRole('region', { name: 'Summary for review' }).waitFor();
  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src, title: 'Anamnesis, the other' });
    document.querySelector('iframe').after(frame);
    for (const each of document.querySelectorAll('iframe'))
      Object.assign(each.style, { width: '1300px', height: '1000px' });
  }, launch);
  const handle = await page.locator('iframe[title="Anamnesis, the other"]').elementHandle();
  const second = await handle.contentFrame();
  await second.waitForURL(new RegExp(`^${PRODUCT}/app/[^/]+/$`));
  await second.getByRole('region', { name: 'Summary for review' }).waitFor();
  return [first, second].map((frame, at) => ({
    frame,
    chart: CHARTS[at],
    patient: patients[at],
    view: 'Summary',
    isOpen: false,
    turns: 0,
    written: [],
    launchId: '',
    marks: [],
  }));
}

/** The address of a patient's page; who is signed in finds it in the list. */
async function signInAgain(page, chart, isFirst) {
  if (isFirst) return signInAndFind(page, chart);
  const link = page.getByRole('rowheader', { name: new RegExp(chart, 'i') }).getByRole('link');
  const href = await link.first().getAttribute('href');
  console.log(`Found the chart of ${await link.first().textContent()}`);
  return new URL(href, page.url()).href;
}

/** By what each chart is known: its patient, launch and draft, and every resource that was read of it. */
async function learnMarks(sides, heard) {
  for (const side of sides) {
    await show(side, 'Chart');
    await show(side, 'Versions');
    await side.frame
      .getByRole('button', { name: /^What was changed in/ })
      .or(STANDS.Versions(side.frame))
      .first()
      .waitFor();
  }
  const told = await Promise.all(heard.kept.map(async (one) => ({ ...one, text: await one.text })));
  for (const side of sides) {
    const own = told.filter(({ frame }) => frame === side.frame).map(({ text }) => text);
    const context = JSON.parse(own.find((text) => text.startsWith('{"launchId"')));
    const { id, name, mrn } = context.patient;
    const drafts = own.flatMap((text) =>
      [...text.matchAll(/"draftId":"([\w-]+)"/g)].map((match) => match[1]),
    );
    const resources = own.flatMap((text) => [...text.matchAll(OWN)].map((match) => match[1]));
    assert.ok(drafts.length > 0 && name && resources.length > 10, `what ${side.chart} is known by was heard`);
    side.launchId = context.launchId;
    side.marks = [
      ...new Set([
        id,
        mrn,
        context.launchId,
        context.csrf,
        ...drafts,
        ...resources,
        ...name.split(/[\s,().-]+/),
      ]),
    ].filter((mark) => mark && mark.length > 4);
    console.log(`${side.chart}: ${side.marks.length} marks, ${resources.length} resources cited or listed`);
  }
  const [one, other] = sides.map(({ marks }) => new Set(marks));
  assert.equal([...one].filter((mark) => other.has(mark)).length, 0, 'no mark is of both charts');
}

/** The actions, one after the other or one in each frame at once; how many of each kind. */
async function act(sides, heard) {
  let seed = SEED;
  const next = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const done = {};
  const one = async (side) => {
    const name = nextAction(side, next);
    side.turns += 1;
    await DOING[name](side, next);
    done[name] = (done[name] ?? 0) + 1;
  };
  for (let at = 0; at < ACTIONS; ) {
    const both = next(4) === 0 && at + 2 <= ACTIONS;
    await Promise.all((both ? sides : [sides[next(2)]]).map(one));
    const before = at;
    at += both ? 2 : 1;
    if (Math.floor(at / LOOK_EVERY) > Math.floor(before / LOOK_EVERY)) await look(sides, heard);
    if (Math.floor(at / 100) > Math.floor(before / 100)) console.log(`${at} actions`);
  }
  return done;
}

/** What is open is closed at times, and what is written is written seldom; most is reading, as on a ward. */
function nextAction(side, next) {
  const drawn = next(100);
  if (drawn < 8) return 'edits';
  if (drawn < 14) return 'questions';
  if (drawn < 17) return 'triages';
  if (drawn < 21) return 'lists of versions';
  if (drawn < 36) return 'looks at the timeline';
  return side.view === 'Summary' && side.isOpen ? 'sources closed' : 'sources opened';
}

// Two frames act at once, and a page has one mouse.
const DOING = {
  'sources opened': async (side, next) => {
    if (side.view !== 'Summary' && side.view !== 'Chart') await show(side, 'Summary');
    await closeSource(side);
    // A timeline can be narrowed to nothing.
    if ((await side.frame.locator('[data-citation]:visible').count()) === 0) await show(side, 'Summary');
    const pills = side.frame.locator('[data-citation]:visible');
    const pill = pills.nth(next(await pills.count()));
    await pill.dispatchEvent('click');
    await side.frame.waitForFunction(() => document.querySelector('[aria-expanded="true"][data-citation]'));
    side.isOpen = true;
  },
  'sources closed': closeSource,
  edits: async (side, next) => {
    await show(side, 'Summary');
    const buttons = side.frame.locator('#summary').getByRole('button', { name: 'Edit (E)' });
    await buttons.nth(next(await buttons.count())).dispatchEvent('click');
    const words = `In the words of the reader of ${side.marks[0]}, ${side.turns}.`;
    await side.frame.getByLabel('Words of this statement').fill(words);
    await side.frame.getByRole('button', { name: 'Save', exact: true }).dispatchEvent('click');
    await side.frame.getByLabel('Words of this statement').waitFor({ state: 'detached' });
    await side.frame.locator('#summary').getByText(words).first().waitFor();
    side.written.push(words);
  },
  questions: async (side, next) => {
    await show(side, 'Ask');
    const asked = ['What was the last potassium?', 'Which allergies are recorded?', 'Is there diabetes?'][
      next(3)
    ];
    const question = `${asked} (${side.turns})`;
    await side.frame.getByLabel('Question on this chart').fill(question);
    await side.frame.getByRole('button', { name: 'Ask', exact: true }).last().dispatchEvent('click');
    // A question that is not answered is said to be; that too is looked through.
    await side.frame
      .getByRole('heading', { level: 2, name: question, exact: true })
      .or(side.frame.locator('#tool').getByRole('alert'))
      .first()
      .waitFor();
  },
  triages: async (side) => {
    await show(side, side.view === 'Triage' ? 'Summary' : 'Triage');
  },
  'lists of versions': async (side) => {
    await show(side, 'Versions');
    await side.frame
      .getByRole('region', { name: 'Compare' })
      .or(side.frame.getByRole('list'))
      .first()
      .waitFor();
  },
  'looks at the timeline': async (side, next) => {
    await show(side, 'Chart');
    const words = ['', 'blood', 'pain', 'mg', 'chronic'][next(5)];
    await side.frame.getByLabel('Words', { exact: true }).fill(words);
    await side.frame.getByLabel('Time', { exact: true }).selectOption({ index: next(4) });
  },
};

const STANDS = {
  Summary: (frame) => frame.getByRole('region', { name: 'Summary for review' }),
  Triage: (frame) => frame.getByRole('region', { name: 'Acuity, for review' }),
  Chart: (frame) => frame.getByRole('region', { name: /facts? read from the chart$/ }),
  Ask: (frame) => frame.getByLabel('Question on this chart'),
  Versions: (frame) => frame.getByRole('region', { name: 'Drafts and signed documents of this patient' }),
};

/** Goes to a view and waits for it to stand. */
async function show(side, view) {
  await closeSource(side);
  if (side.view !== view) {
    await side.frame
      .getByRole('navigation', { name: 'Views of the chart' })
      .getByRole('button', { name: view, exact: true })
      .dispatchEvent('click');
    side.view = view;
  }
  await STANDS[view](side.frame).waitFor();
}

async function closeSource(side) {
  if (!side.isOpen) return;
  await side.frame.getByRole('button', { name: 'Close source' }).dispatchEvent('click');
  await side.frame.waitForFunction(() => !document.querySelector('[aria-expanded="true"][data-citation]'));
  side.isOpen = false;
}

/** Looks for the one in all of the other: what is shown, typed, asked and answered. */
async function look(sides, heard) {
  const kept = heard.kept.splice(0);
  for (const [at, side] of sides.entries()) {
    const foreign = sides[1 - at].marks.map((mark) => mark.toLowerCase());
    const shown = await side.frame.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
      return `${document.documentElement.outerHTML} ${fields.join(' ')}`;
    });
    assertNone(foreign, shown, `the frame of ${side.chart}`);
    assert.ok(side.frame.url().includes(side.launchId), 'the frame is on its own launch');
    for (const { frame, what, text } of kept) {
      if (frame === side.frame) assertNone(foreign, await text, `${what} in the frame of ${side.chart}`);
    }
  }
}

// What was found is the other patient's: it is told by its kind alone.
function assertNone(foreign, text, where) {
  const all = text.toLowerCase();
  const found = foreign.filter((mark) => all.includes(mark)).length;
  assert.equal(found, 0, `${found} marks of the other chart are in ${where}`);
}

const browser = await startChromium();
try {
  const page = await browser.newPage({ viewport: { width: 2700, height: 1200 } });
  page.setDefaultTimeout(STEP_MS);
  const complaints = collectComplaints(page);
  const heard = listen(page);
  const sides = await launchBoth(page, heard);
  await learnMarks(sides, heard);
  const done = await act(sides, heard);
  await look(sides, heard);
  assert.deepEqual(complaints, []);
  assert.equal(new Set(sides.map(({ frame }) => new URL(frame.url()).pathname)).size, 2, 'two launches');
  const counted = Object.entries(done).map(([name, count]) => `${count} ${name}`);
  console.log(`${ACTIONS} actions (${counted.join(', ')}) in two frames stayed with their own charts.`);
  console.log(`${heard.asked} requests and ${heard.answered} answers were looked through.`);
} catch (error) {
  console.error(`Two charts side by side failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

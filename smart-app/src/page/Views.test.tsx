import { MantineProvider } from '@mantine/core';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { USUAL } from '../contract/settings';
import { launchAnswer, serverThat, summaryAnswer } from '../test-chart';
import { triageAnswer } from '../test-triage';
import { App } from './App';
import { systemColors, theme } from './theme';

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const statement = {
  text: 'Asthma since 1999.',
  verdict: 'supported',
  citations: ['C1'],
  index: 0,
  edit: null,
};
const draft = (one: object = statement, more: object = {}) => ({
  ...summaryAnswer(),
  sections: [{ code: 'active-problems', title: 'Active problems', statements: [one] }],
  ...more,
});
const fact = summaryAnswer().facts.C1;
const whole = { facts: { C1: fact }, complete: true, coverage: [] };

let asked: [string, unknown][] = [];

beforeEach(() => {
  asked = [];
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('data-locked');
});

function open(answers: Record<string, Response | Error> = {}) {
  const server = serverThat({
    context: json(launchAnswer),
    settings: json(USUAL),
    alive: json({ open: true }),
    summary: json(draft()),
    ...answers,
  });
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    asked.push([input.replace('/app/l-1/api/', ''), init?.body ? JSON.parse(String(init.body)) : null]);
    return server(input, init);
  });
  render(
    <MantineProvider theme={theme} colorSchemeManager={systemColors} env="test">
      <App launchId="l-1" />
    </MantineProvider>,
  );
  return screen.findByRole('region', { name: 'Summary for review' });
}

const go = async (view: string) => userEvent.click(screen.getByRole('button', { name: view }));
const sentTo = (path: string) => asked.filter(([to]) => to === path).map(([, body]) => body);

it('sendsAChangeWithTheHashThatWasSeenAndShowsItAsTheCliniciansWords', async () => {
  const own = {
    ...statement,
    text: 'Asthma, well controlled.',
    verdict: 'not-found',
    citations: [],
    edit: { mark: 'edited', drafted: statement.text, checkReason: 'No fact says this.', acknowledged: false },
  };
  const summary = await open({ 'drafts/d-1/edits': json(draft(own, { textHash: 'cd'.repeat(32) })) });
  await userEvent.click(within(summary).getByRole('button', { name: 'Edit (E)' }));
  const field = await screen.findByLabelText(/Words of this statement/);
  await userEvent.clear(field);
  await userEvent.type(field, 'Asthma, well controlled.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(
    await screen.findByText('Clinician’s words, not found in the chart: No fact says this.'),
  ).toBeTruthy();
  expect(sentTo('drafts/d-1/edits')).toEqual([
    { statement: 0, action: 'edit', text: 'Asthma, well controlled.', seenHash: 'ab'.repeat(32) },
  ]);
});

it('blocksTheSignatureUntilTheClinicianStandsByContradictedWords', async () => {
  const edit = { mark: 'edited', drafted: 'x', checkReason: null, acknowledged: false };
  await open({ summary: json(draft({ ...statement, verdict: 'contradicted', citations: [], edit })) });
  expect(screen.getByRole('button', { name: 'Sign and file…' })).toHaveProperty('disabled', true);
  expect(screen.getByText(/1 statement in your words is contradicted/)).toBeTruthy();
});

it('keepsWhatWasLeftOutApartFromTheText', async () => {
  const edit = { mark: 'rejected', drafted: statement.text, reason: 'outdated' };
  const summary = await open({ summary: json(draft({ ...statement, edit })) });
  const rejected = await screen.findByRole('region', { name: 'Left out by you: 1 statement' });
  expect(within(rejected).getByText('Outdated')).toBeTruthy();
  expect(within(summary).queryByText(statement.text)).toBeNull();
});

it('refusesADraftWhoseStatementIsNotSupportedAndNobodysOwn', async () => {
  void open({ summary: json(draft({ ...statement, verdict: 'not-found' })) }).catch(() => undefined);
  expect(await screen.findByText('The answer could not be trusted')).toBeTruthy();
});

it('answersAQuestionWithSourcesAndKeepsTheDraft', async () => {
  const answer = {
    outcome: 'found',
    refusal: null,
    statements: [{ text: 'Asthma, active.', verdict: 'supported', reason: null, citations: ['C1'] }],
    beyond: 0,
    searched: ['problems'],
    conflicts: [],
    ...whole,
  };
  await open({ ask: json(answer) });
  await go('Ask');
  await userEvent.type(await screen.findByLabelText(/Question on this chart/), 'Asthma?{Enter}');
  expect(await screen.findByText('Asthma, active.')).toBeTruthy();
  expect(sentTo('ask')).toEqual([{ question: 'Asthma?' }]);
  await go('Summary');
  expect(await screen.findByRole('region', { name: 'Summary for review' })).toBeTruthy();
  expect(sentTo('summary/stream')).toHaveLength(1);
});

it('givesEachSentenceOfATextItsVerdict', async () => {
  const sentences = [{ text: 'Has asthma.', verdict: 'contradicted', reason: 'No.', citations: ['C1'] }];
  await open({ check: json({ sentences, hidden: true, ...whole }) });
  await go('Check a text');
  await userEvent.type(await screen.findByLabelText(/Text to be checked/), 'Has asthma.');
  await userEvent.click(screen.getByRole('button', { name: 'Check' }));
  expect(
    await screen.findByRole('region', { name: '1 contradicted, 0 not found, 0 supported' }),
  ).toBeTruthy();
  expect(screen.getByText(/characters that do not show/)).toBeTruthy();
});

it('showsTheChartAndItsTrends', async () => {
  const point = {
    when: '2024-01-01',
    value: '4',
    comparator: null,
    low: null,
    high: null,
    flag: null,
    citation: 'C1',
  };
  const chart = {
    ...whole,
    reading: 'r',
    total: 1,
    offset: 0,
    facts: [{ fact, day: '1999-01-01' }],
    series: [
      {
        name: 'Potassium',
        kind: 'result',
        unit: 'mmol/L',
        points: [point, { ...point, value: '5' }],
        beyond: 0,
      },
    ],
    seriesBeyond: 0,
  };
  await open({ 'chart?offset=0': json(chart) });
  await go('Chart');
  expect(await screen.findByText('01-Jan-1999')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Trends' }));
  const walk = screen.getByRole('slider');
  expect(walk.getAttribute('aria-valuetext')).toContain('5 mmol/L');
  walk.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(walk.getAttribute('aria-valuetext')).toContain('4 mmol/L');
});

it('writesTheKindThatTheUserChoseFirstAndPutsTheColoursInForce', async () => {
  await open({ settings: json({ ...USUAL, kind: 'handoff', theme: 'contrast' }) });
  expect(sentTo('summary/stream')).toEqual([{ kind: 'handoff', focus: null }]);
  expect(document.documentElement.hasAttribute('data-contrast')).toBe(true);
});

it('writesNoSummaryWhereTheLaunchWantsATriage', async () => {
  void open({
    context: json({ ...launchAnswer, intent: 'triage' }),
    triage: json(triageAnswer()),
  }).catch(() => undefined);
  expect(await screen.findByRole('region', { name: 'Acuity, for review' })).toBeTruthy();
  expect(sentTo('summary/stream')).toEqual([]);
  await go('Summary');
  expect(await screen.findByRole('region', { name: 'Summary for review' })).toBeTruthy();
  expect(sentTo('summary/stream')).toHaveLength(1);
});

it('waitsForNoSettings', async () => {
  await open({ settings: json({ code: 'unexpected' }, 500) });
  expect(sentTo('summary/stream')).toEqual([{ kind: 'brief', focus: null }]);
});

it('keepsAChangedSettingOnTheServer', async () => {
  await open();
  await go('Settings');
  await userEvent.selectOptions(await screen.findByLabelText('Colours'), 'dark');
  expect(sentTo('settings').at(-1)).toEqual({ ...USUAL, theme: 'dark' });
});

it('sendsFeedbackOnAStatementAsASafetyIssueWhereItIsUnsafe', async () => {
  const summary = await open({ 'drafts/d-1/feedback': json({ number: '12345678-9' }) });
  await userEvent.click(within(summary).getByRole('button', { name: 'Feedback' }));
  await userEvent.selectOptions(await screen.findByLabelText('What about it'), 'unsafe');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Kept under number 12345678/)).toBeTruthy();
  expect(sentTo('drafts/d-1/feedback')).toEqual([
    { statement: 0, category: 'unsafe', safety: true, words: '' },
  ]);
});

it('saysTheLimitsEvenWhereThereIsNoCard', async () => {
  await open();
  await go('About');
  expect(await screen.findByText(/Nothing is filed without your signature/)).toBeTruthy();
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getAllByText('QUILL, Tom').length).toBeGreaterThan(0);
});

it('coversTheChartWhenNobodyIsThereAndEndsItWithTheSession', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval', 'Date'] });
  await open();
  act(() => vi.advanceTimersByTime(5 * 60_000 + 6_000));
  const show = await screen.findByRole('button', { name: 'Show the chart' });
  expect(document.documentElement.hasAttribute('data-locked')).toBe(true);
  expect(screen.queryByRole('region', { name: 'Summary for review' })).toBeNull();
  await userEvent.click(show);
  expect(await screen.findByRole('region', { name: 'Summary for review' })).toBeTruthy();
  expect(sentTo('alive').length).toBeGreaterThan(0);
  act(() => vi.advanceTimersByTime(15 * 60_000 + 6_000));
  expect(await screen.findByText('Your session has ended')).toBeTruthy();
  expect(document.body.textContent).not.toContain('QUILL');
});

const preview = {
  textHash: 'ab'.repeat(32),
  status: 'current',
  docStatus: null,
  type: 'Chart summary',
  typeCode: '34133-9',
  categories: ['Clinical Note'],
  labels: [],
  authors: [{ kind: 'signer', name: 'Dr. Amara Bell' }],
  authenticator: null,
  visit: 'missing',
  replaces: [],
  contents: [{ contentType: 'text/plain', bytes: 900 }],
};

async function filedBefore(answer: Response) {
  await open({ 'drafts/d-1/preview': answer });
  await userEvent.click(screen.getByRole('button', { name: 'Sign and file…' }));
  return screen.findByRole('region', { name: 'What will be filed' });
}

it('showsBeforeTheSignatureWhatTheEhrGetsAndWhatItIsNotTold', async () => {
  const filed = await filedBefore(json(preview));
  await within(filed).findByText('Chart summary (LOINC 34133-9); Clinical Note');
  const told = within(filed)
    .getAllByRole('definition')
    .map((each) => each.textContent);
  expect(told).toEqual([
    'Chart summary (LOINC 34133-9); Clinical Note',
    'current',
    'you (Dr. Amara Bell)',
    'nobody named',
    'nothing: only the text says that software drafted it',
    'the time of your signature',
    'none open, and this EHR takes notes of a visit only: it would not be filed',
    'no other document',
    'text/plain, about 0.9 kB',
  ]);
});

it.each([
  ['another text', json({ ...preview, textHash: 'cd'.repeat(32) })],
  ['a failure', json({ code: 'unexpected' }, 500)],
  ['another form', json({ ...preview, visit: 'perhaps' })],
])('showsNoDocumentOf %s andCanBeSignedAllTheSame', async (_what, answer) => {
  const filed = await filedBefore(answer);
  expect(await within(filed).findByText(/cannot be shown at the moment/)).toBeTruthy();
  expect(within(filed).queryByRole('definition')).toBeNull();
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'Sign and file' })).toHaveProperty('disabled', false);
});

it('neverClaimsToFileWhereTheEhrTakesNoDocuments', async () => {
  const misfits = [{ code: 'no-document-create', words: 'takes no documents' }];
  await open({ context: json({ ...launchAnswer, misfits }) });
  expect(screen.getByRole('heading', { name: 'Sign' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Sign…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign this text' });
  expect(within(dialog).getByText(/This EHR takes no documents/)).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: 'Sign' })).toBeTruthy();
  expect(dialog.textContent).not.toMatch(/filed|Sign and file/);
  expect(sentTo('drafts/d-1/preview')).toEqual([]);
});

it('saysBesideFiledWhatTheEhrDidNotKeep', async () => {
  const caveat = 'This EHR kept no AI label and does not show that this note replaces the earlier one.';
  await open({ 'drafts/d-1/sign': json({ outcome: 'filed', location: 'DocumentReference/9', caveat }) });
  await userEvent.click(screen.getByRole('button', { name: 'Sign and file…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign and file this text' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Sign and file' }));
  expect(await screen.findByRole('heading', { name: 'Filed in the EHR' })).toBeTruthy();
  expect(screen.getByText(caveat)).toBeTruthy();
});

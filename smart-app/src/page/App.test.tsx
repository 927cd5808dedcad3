import { createHash } from 'node:crypto';
import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { launchAnswer, serverThat, summaryAnswer } from '../test-chart';
import { App } from './App';
import { systemColors, theme } from './theme';

afterEach(() => vi.unstubAllGlobals());

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function open(answers: Record<string, Response | Error>, launchId: string | null = 'l-1') {
  vi.stubGlobal('fetch', serverThat(answers));
  render(
    <MantineProvider theme={theme} colorSchemeManager={systemColors} env="test">
      <App launchId={launchId} />
    </MantineProvider>,
  );
}

const usual = { context: json(launchAnswer), summary: json(summaryAnswer()) };

it('neverShowsAWithheldStatementAmongTheSummary', async () => {
  open(usual);
  const summary = await screen.findByRole('region', { name: 'Summary for review' });
  expect(within(summary).getByText('Asthma since 1999.')).toBeTruthy();
  expect(within(summary).queryByText('Bronchoscopy planned.')).toBeNull();
  const withheld = screen.getByRole('region', { name: 'Withheld from the summary: 1 statement' });
  expect(within(withheld).getByText('Bronchoscopy planned.')).toBeTruthy();
});

it('neverPassesARuleMadeSummaryOffAsAModels', async () => {
  open(usual);
  expect(await screen.findByText('Composed by rules, without a language model')).toBeTruthy();
  expect(screen.queryByText(/Written by/)).toBeNull();
});

it('saysIncompleteEvenWhereNoTypeSaysWhy', async () => {
  open({ ...usual, summary: json({ ...summaryAnswer(), complete: false }) });
  expect(await screen.findByText('This summary was made from an incomplete chart')).toBeTruthy();
});

it('saysIncompleteWhereATypeFailedThoughTheAnswerClaimsOtherwise', async () => {
  const coverage = [{ type: 'Condition', outcome: 'failed', read: 0, total: null, detail: null }];
  open({ ...usual, summary: json({ ...summaryAnswer(), coverage }) });
  expect(await screen.findByText(/Look in the EHR for: Problems/)).toBeTruthy();
});

it('takesThePatientOffTheScreenWhenTheSessionIsLost', async () => {
  open({ ...usual, summary: json({ code: 'session-ended' }, 401) });
  expect(await screen.findByText('Your session has ended')).toBeTruthy();
  expect(screen.queryByText('QUILL, Tom')).toBeNull();
});

it('keepsThePatientInViewWhenTheConnectionIsLost', async () => {
  open({ ...usual, summary: new TypeError('Failed to fetch') });
  expect(await screen.findByText('The connection was lost')).toBeTruthy();
  expect(screen.getByText('QUILL, Tom')).toBeTruthy();
});

it.each(['triage', 'paint-the-wall', null])('opensTheViewThatTheUserWantedInTheEhr: %s', async (intent) => {
  open({ ...usual, context: json({ ...launchAnswer, intent }) });
  const server = fetch;
  const asked: string[] = [];
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    asked.push(input);
    return server(input, init);
  });
  const wanted = intent === 'triage' ? 'triage' : 'summary';
  await vi.waitFor(() => expect(asked.some((url) => url.includes(`/api/${wanted}`))).toBe(true));
  if (intent !== 'triage') expect(asked.some((url) => url.endsWith('/api/triage'))).toBe(false);
});

it('showsNoChartWithoutALaunchInTheAddress', () => {
  open(usual, null);
  expect(screen.getByText('This chart is not open here')).toBeTruthy();
});

it('doesNotSayFiledWhileFilingIsPending', async () => {
  open({ ...usual, 'drafts/d-1/sign': json({ outcome: 'pending' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign and file…' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Sign and file' }));
  expect(await screen.findByText('Signed, not yet filed')).toBeTruthy();
  expect(screen.queryByText('Filed in the EHR')).toBeNull();
});

it('showsTheFiledTextVerbatimBeforeTheSignatureWhereItHasItsHash', async () => {
  const text = 'CHART SUMMARY\n\n- Asthma since 1999.\n';
  const textHash = createHash('sha256').update(text).digest('hex');
  open({ ...usual, summary: json({ ...summaryAnswer(), text, textHash }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign and file…' }));
  const shown = await screen.findByRole('region', { name: 'Text to be filed' });
  expect(shown.textContent).toBe(text);
});

it('trustsNoTextThatIsNotTheOneOfItsHash', async () => {
  open({ ...usual, summary: json({ ...summaryAnswer(), text: 'CHART SUMMARY of another chart' }) });
  expect(await screen.findByText('The answer could not be trusted')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign and file…' })).toBeNull();
});

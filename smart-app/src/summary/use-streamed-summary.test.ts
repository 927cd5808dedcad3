import { expect, it, vi } from 'vitest';
import { failure } from '../contract/failure';
import { readStream, type Told } from '../contract/summary-stream';
import { summaryAnswer } from '../test-chart';
import { next, type Streamed } from './use-streamed-summary';

const { sections, facts } = summaryAnswer();
const statement = {
  section: 'active-problems',
  title: 'Active problems',
  place: 1,
  statement: sections[0]?.statements[0],
  facts,
};

const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** A stream in pieces of `size` characters, as a network may cut it. */
function bodyOf(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

it.each([1, 7, 10_000])('readsEventsHoweverTheNetworkCutsThem %i', async (size) => {
  const told: Told[] = [];
  const text = [
    event('reading', { searched: 3, searches: 12, resources: 412 }),
    ': \n\n',
    event('coverage', { complete: true, coverage: [] }),
    event('writing', { kind: 'model' }),
    event('statement', statement),
    event('unheard-of', {}),
    event('summary', summaryAnswer()),
  ].join('');
  const answer = await readStream(bodyOf(text, size), (one) => told.push(one));
  expect(told.map(({ kind }) => kind)).toEqual(['reading', 'coverage', 'writing', 'statement']);
  expect(answer.ok).toBe(true);
});

it.each([
  ['a statement that cites nothing', { ...statement, statement: { ...statement.statement, citations: [] } }],
  ['a statement without its facts', { ...statement, facts: {} }],
  [
    'a statement that is not supported',
    { ...statement, statement: { ...statement.statement, verdict: 'not-found' } },
  ],
])('showsNothingOf %s', async (_, wrong) => {
  const told: Told[] = [];
  const answer = await readStream(
    bodyOf(event('statement', wrong) + event('summary', summaryAnswer()), 50),
    (one) => told.push(one),
  );
  expect(told).toEqual([]);
  expect(answer).toEqual({ ok: false, failure: failure('unreadable') });
});

it('takesAStreamThatEndsWithoutASummaryForALostConnection', async () => {
  const answer = await readStream(bodyOf(event('statement', statement), 50), () => undefined);
  expect(answer).toEqual({ ok: false, failure: failure('network-lost') });
});

it('tellsARefusalWithinTheStreamAsOne', async () => {
  const text = event('failed', { status: 502, code: 'ehr-timeout', message: 'No.', incident: 'i-1' });
  expect(await readStream(bodyOf(text, 50), () => undefined)).toEqual({
    ok: false,
    failure: { kind: 'ehr-unavailable', message: 'No.', incident: 'i-1' },
  });
});

const begun: Streamed = {
  phase: 'waiting',
  partial: { step: 'reading', reading: null, coverage: null, statements: [], connection: 'held' },
};

it('keepsWhatCameWhenItFailsAndUntilTheNextTryWrites', () => {
  const told = { kind: 'statement', value: statement } as unknown as Told;
  const written = next(next(begun, { kind: 'writing' }), told);
  const failed = next(written, { kind: 'failed', failure: failure('network-lost') });
  expect(failed.phase === 'failed' && failed.partial.statements).toHaveLength(1);
  const again = next(failed, { kind: 'begun' });
  expect(again.phase === 'waiting' && again.partial.statements).toHaveLength(1);
  const writing = next(again, { kind: 'writing' });
  expect(writing.phase === 'waiting' && writing.partial.statements).toHaveLength(0);
});

it('hearsNothingMoreOnceItIsCancelled', () => {
  const cancelled = next(begun, { kind: 'cancelled' });
  expect(next(cancelled, { kind: 'statement', value: statement } as unknown as Told)).toBe(cancelled);
});

it('saysByWhichEventItGoesOn', async () => {
  const ids: string[] = [];
  const text = `event: begun\nid: s.1\ndata: {}\n\n${event('reading', { searched: 1, searches: 2, resources: 3 })}id: s.2\n${event('writing', {})}`;
  const answer = await readStream(
    bodyOf(text, 9),
    () => undefined,
    (id) => ids.push(id),
  );
  expect(ids).toEqual(['s.1', 's.2']);
  expect(answer).toEqual({ ok: false, failure: failure('network-lost') });
});

it('takesASilentConnectionForALostOne', async () => {
  vi.useFakeTimers();
  const silent = readStream(new ReadableStream(), () => undefined);
  const failed = expect(silent).rejects.toThrow('silent');
  await vi.advanceTimersByTimeAsync(15_000);
  await failed;
  vi.useRealTimers();
});

it('keepsWhatCameWhileTheConnectionIsLostAndKnowsThatItWas', () => {
  const told = { kind: 'statement', value: statement } as unknown as Told;
  const lost = next(next(begun, told), { kind: 'lost' });
  expect(lost.phase === 'waiting' && lost.partial).toMatchObject({
    connection: 'lost',
    statements: [statement],
  });
  const resumed = next(lost, told);
  expect(resumed.phase === 'waiting' && resumed.partial).toMatchObject({
    connection: 'resumed',
    statements: [statement, statement],
  });
});

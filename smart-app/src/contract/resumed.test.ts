import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failure } from './failure';
import type { Answer } from './request';
import { resumed } from './resumed';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const LOST: Answer<string> = { ok: false, failure: failure('network-lost') };
const WHOLE: Answer<string> = { ok: true, value: 'whole' };

/** Connections of which each has these events and ends so; the last one again and again. */
function connections(...each: { readonly ids: readonly string[]; readonly answer: Answer<string> }[]) {
  const asked: (string | null)[] = [];
  const ask = async (lastEventId: string | null, seen: (id: string) => void) => {
    const now = each[Math.min(asked.length, each.length - 1)];
    asked.push(lastEventId);
    now?.ids.forEach(seen);
    return now?.answer ?? LOST;
  };
  return { asked, ask };
}

async function follow(
  ask: Parameters<typeof resumed<string>>[0],
  signal: AbortSignal = new AbortController().signal,
) {
  const heard = { lost: vi.fn(), left: vi.fn() };
  const answer = resumed<string>(ask, signal, heard);
  await vi.runAllTimersAsync();
  return { answer: await answer, ...heard };
}

it('goesOnBehindTheLastEventThatCame', async () => {
  const { asked, ask } = connections(
    { ids: ['s.1', 's.2'], answer: LOST },
    { ids: ['s.3'], answer: LOST },
    { ids: ['s.4'], answer: WHOLE },
  );
  const { answer, lost } = await follow(ask);
  expect(answer).toBe(WHOLE);
  expect(asked).toEqual([null, 's.2', 's.3']);
  expect(lost).toHaveBeenCalledTimes(2);
});

it('givesUpAfterFiveTriesThatBringNothing', async () => {
  const { asked, ask } = connections({ ids: ['s.1'], answer: LOST }, { ids: [], answer: LOST });
  expect((await follow(ask)).answer).toBe(LOST);
  expect(asked).toHaveLength(6);
});

it('asksNoSecondTimeForWhatCannotBeNamed', async () => {
  const { asked, ask } = connections({ ids: [], answer: LOST });
  expect((await follow(ask)).answer).toBe(LOST);
  expect(asked).toEqual([null]);
});

it('takesTheServersWordThatItIsGone', async () => {
  const gone: Answer<string> = { ok: false, failure: failure('stream-gone') };
  const { asked, ask } = connections({ ids: ['s.1'], answer: LOST }, { ids: [], answer: gone });
  expect((await follow(ask)).answer).toBe(gone);
  expect(asked).toHaveLength(2);
});

it('saysThatItLeftAndAsksForNothingMore', async () => {
  const leaving = new AbortController();
  const { asked, ask } = connections({ ids: ['s.1'], answer: LOST });
  const { left, lost } = await follow(async (id, seen) => {
    const answer = await ask(id, seen);
    leaving.abort();
    return answer;
  }, leaving.signal);
  expect(asked).toHaveLength(1);
  expect(left).toHaveBeenCalledExactlyOnceWith('s.1');
  expect(lost).not.toHaveBeenCalled();
});

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import type { Reading, StreamedCoverage, StreamedStatement, Told } from '../contract/summary-stream';
import { composeSummary, readDraft } from '../launch/launch-api';
import type { Wanted } from './kinds';

/** What has come so far of a summary that is not whole: all of it checked, none of it to be signed. */
export interface Partial {
  readonly step: 'reading' | 'writing' | 'repairing' | 'doubting';
  readonly reading: Reading | null;
  readonly coverage: StreamedCoverage | null;
  readonly statements: readonly StreamedStatement[];
  /** Whether its connection was ever lost, and is now. */
  readonly connection: 'held' | 'lost' | 'resumed';
}

/** How long it took, from the wish to the first checked statement (null where all came at once) and to the whole. */
export interface Took {
  readonly firstMs: number | null;
  readonly wholeMs: number;
}

/** Where the summary stands. Statements that came stay when it fails or is cancelled. */
export type Streamed =
  | { readonly phase: 'waiting'; readonly partial: Partial }
  | { readonly phase: 'cancelled'; readonly partial: Partial }
  | { readonly phase: 'failed'; readonly failure: Failure; readonly partial: Partial }
  | { readonly phase: 'ready'; readonly value: Summary; readonly took: Took | null };

const NOTHING: Partial = {
  step: 'reading',
  reading: null,
  coverage: null,
  statements: [],
  connection: 'held',
};

type Step =
  | { readonly kind: 'begun' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly value: Summary; readonly took: Took | null }
  | Told;

/** The next state; events that come after the end change nothing. */
export function next(before: Streamed, step: Step): Streamed {
  if (step.kind === 'begun') {
    // Until the first statement of the new try comes, those of the one before stay in view.
    const kept = before.phase === 'ready' ? [] : before.partial.statements;
    return { phase: 'waiting', partial: { ...NOTHING, statements: kept } };
  }
  if (before.phase !== 'waiting') return before;
  const partial = connected(before.partial);
  switch (step.kind) {
    case 'cancelled':
      return { phase: 'cancelled', partial };
    case 'failed':
      return { phase: 'failed', failure: step.failure, partial };
    case 'ready':
      return { phase: 'ready', value: step.value, took: step.took };
    case 'reading':
      return { phase: 'waiting', partial: { ...partial, reading: step.value } };
    case 'coverage':
      return { phase: 'waiting', partial: { ...partial, coverage: step.value } };
    case 'writing':
      return { phase: 'waiting', partial: { ...partial, step: 'writing', statements: [] } };
    case 'repairing':
    case 'doubting':
      return { phase: 'waiting', partial: { ...partial, step: step.kind } };
    case 'lost':
      return { phase: 'waiting', partial: { ...partial, connection: 'lost' } };
    case 'statement':
      return { phase: 'waiting', partial: { ...partial, statements: [...partial.statements, step.value] } };
  }
}

/** Whatever comes, the connection is there again. */
function connected(partial: Partial): Partial {
  return partial.connection === 'lost' ? { ...partial, connection: 'resumed' } : partial;
}

/** Has a summary written, or a draft from before opened, once when shown and again on `retry`; `wanted` must keep its identity between renders. */
export function useStreamedSummary(launch: LaunchContext, wanted: Wanted) {
  const [attempt, setAttempt] = useState(0);
  const [streamed, take] = useReducer(next, { phase: 'waiting', partial: NOTHING });
  const running = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to ask again
  useEffect(() => {
    const left = new AbortController();
    running.current = left;
    take({ kind: 'begun' });
    const begun = performance.now();
    let firstMs: number | null = null;
    const heard = (step: Step) => {
      if (step.kind === 'statement') firstMs ??= performance.now() - begun;
      if (!left.signal.aborted) take(step);
    };
    const took = () => (wanted.draftId === null ? { firstMs, wholeMs: performance.now() - begun } : null);
    const summary =
      wanted.draftId === null
        ? composeSummary(launch, wanted, left.signal, heard)
        : readDraft(launch, wanted.draftId, left.signal);
    summary.then((answer) =>
      heard(
        answer.ok
          ? { kind: 'ready', value: answer.value, took: took() }
          : { kind: 'failed', failure: answer.failure },
      ),
    );
    return () => left.abort();
  }, [launch, wanted, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // The server sees the connection end, and hangs up on the model.
  const cancel = useCallback(() => {
    running.current?.abort();
    take({ kind: 'cancelled' });
  }, []);
  return { streamed, retry, cancel };
}

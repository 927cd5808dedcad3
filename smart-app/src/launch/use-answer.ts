import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { Answer } from '../contract/request';

/** Where a question stands. */
export type Asked<T> =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly value: T };

/** Asks once when shown and again on `retry`; `ask` must keep its identity between renders. */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<Answer<T>>): {
  readonly asked: Asked<T>;
  readonly retry: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState<Asked<T>>({ phase: 'waiting' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to ask again
  useEffect(() => {
    const left = new AbortController();
    setAsked({ phase: 'waiting' });
    ask(left.signal).then((answer) => {
      if (left.signal.aborted) return;
      setAsked(
        answer.ok ? { phase: 'ready', value: answer.value } : { phase: 'failed', failure: answer.failure },
      );
    });
    return () => left.abort();
  }, [ask, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { asked, retry };
}

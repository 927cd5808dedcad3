import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../contract/request';
import { useLaunchEnd } from './launch-end';
import type { Asked } from './use-answer';

/** Asks when told to; a newer question takes the place of one that is under way. Null until the first. */
export function useAsking<Q, T>(
  ask: (question: Q, signal: AbortSignal) => Promise<Answer<T>>,
): { readonly asked: Asked<T> | null; readonly put: (question: Q) => void } {
  const [asked, setAsked] = useState<Asked<T> | null>(null);
  const underway = useRef<AbortController | null>(null);
  const ends = useLaunchEnd();
  const latest = useRef({ ask, ends });
  latest.current = { ask, ends };

  useEffect(() => () => underway.current?.abort(), []);

  const put = useCallback(async (question: Q) => {
    underway.current?.abort();
    const mine = new AbortController();
    underway.current = mine;
    setAsked({ phase: 'waiting' });
    const answer = await latest.current.ask(question, mine.signal);
    if (mine.signal.aborted) return;
    if (answer.ok) setAsked({ phase: 'ready', value: answer.value });
    else if (!latest.current.ends(answer.failure)) setAsked({ phase: 'failed', failure: answer.failure });
  }, []);
  return { asked, put };
}

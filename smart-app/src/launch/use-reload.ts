import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { FilingStatus } from '../contract/filing';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { readDraft, readFilingStatus } from './launch-api';
import { useLaunchEnd } from './launch-end';

/** The loading of a draft as it is now. */
export interface Reloading {
  reload(): void;
  readonly isDone: boolean;
  readonly failure: Failure | null;
}

/** Loads a draft anew, its text and where it stands together: a text that is signed elsewhere must not look as if it could be. */
export function useReload(
  launch: LaunchContext,
  draftId: string,
  onLoaded: (draft: Summary, status: FilingStatus) => void,
): Reloading {
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underway = useRef<AbortController | null>(null);
  const ends = useLaunchEnd();
  const latest = useRef({ onLoaded, ends });
  latest.current = { onLoaded, ends };
  useEffect(() => () => underway.current?.abort(), []);

  const reload = useCallback(async () => {
    underway.current?.abort();
    const mine = new AbortController();
    underway.current = mine;
    setDone(false);
    setFailure(null);
    const [draft, status] = await Promise.all([
      readDraft(launch, draftId, mine.signal),
      readFilingStatus(launch, draftId, mine.signal),
    ]);
    if (mine.signal.aborted) return;
    if (draft.ok && status.ok) {
      latest.current.onLoaded(draft.value, status.value);
      setDone(true);
      return;
    }
    for (const answer of [draft, status]) {
      if (!answer.ok && !latest.current.ends(answer.failure)) setFailure(answer.failure);
    }
  }, [launch, draftId]);
  return { reload, isDone, failure };
}

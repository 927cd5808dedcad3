import { useEffect, useState } from 'react';
import { type FilingStatus, standingOf } from '../contract/filing';
import type { LaunchContext } from '../contract/launch-context';
import { readFilingStatus } from '../launch/launch-api';
import { useLaunchEnd } from '../launch/launch-end';
import { useLocked } from '../lock/PrivacyLock';

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Asks where a signed draft stands, less and less often, until the EHR has it or will not have it. Null until the first
 * answer, or where nothing is to be asked; a failed question is asked again and changes nothing.
 */
export function useFilingStatus(
  launch: LaunchContext,
  draftId: string,
  isPending: boolean,
): FilingStatus | null {
  const [status, setStatus] = useState<FilingStatus | null>(null);
  const ends = useLaunchEnd();
  const isLocked = useLocked();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who hears of the end does not change what is asked
  useEffect(() => {
    if (!isPending || isLocked) return;
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (wait: number) => {
      const answer = await readFilingStatus(launch, draftId, left.signal);
      if (left.signal.aborted) return;
      if (answer.ok) setStatus(answer.value);
      else if (ends(answer.failure)) return;
      if (answer.ok && standingOf(answer.value) !== 'queued') return;
      timer = setTimeout(() => ask(Math.min(wait * 2, LONGEST_WAIT_MS)), wait);
    };
    void ask(FIRST_WAIT_MS);
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [launch, draftId, isPending, isLocked]);
  return status;
}

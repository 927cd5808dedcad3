import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { WardList } from '../contract/ward';
import { useLocked } from '../lock/PrivacyLock';
import { readWard, type WardPlace } from './ward-api';

const EVERY_MS = 60_000;

/** A ward on the screen: the last list, when it was last confirmed, and why it was not confirmed since. */
export interface WardState {
  readonly list: WardList | null;
  readonly confirmedAt: string | null;
  readonly failure: Failure | null;
  readonly asking: boolean;
}

/** Asks for a ward at once, every minute, and when told to; a list that could not be renewed stays and says so. */
export function useWard(
  launch: LaunchContext,
  place: WardPlace,
): { readonly state: WardState; readonly refresh: () => void } {
  const [state, setState] = useState<WardState>({
    list: null,
    confirmedAt: null,
    failure: null,
    asking: true,
  });
  const [turn, setTurn] = useState(0);
  const version = useRef<string | null>(null);
  const isLocked = useLocked();
  const byItself = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a reason to ask again
  useEffect(() => {
    if (isLocked) return;
    const left = new AbortController();
    setState((before) => ({ ...before, asking: true }));
    const unattended = byItself.current;
    byItself.current = false;
    readWard(launch, place, { since: version.current, unattended }, left.signal).then((answer) => {
      if (left.signal.aborted) return;
      if (!answer.ok) {
        setState((before) => ({ ...before, failure: answer.failure, asking: false }));
        return;
      }
      version.current = answer.value.version;
      setState((before) => ({
        list: answer.value.unchanged ? before.list : answer.value,
        confirmedAt: answer.value.asOf,
        failure: null,
        asking: false,
      }));
    });
    const next = setTimeout(() => {
      byItself.current = true;
      setTurn((count) => count + 1);
    }, EVERY_MS);
    return () => {
      clearTimeout(next);
      left.abort();
    };
  }, [launch, place, turn, isLocked]);

  const refresh = useCallback(() => setTurn((count) => count + 1), []);
  return { state, refresh };
}

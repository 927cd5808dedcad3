import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import { endsLaunch, type Failure } from '../contract/failure';

type End = (failure: Failure, unsaved?: readonly string[]) => void;

const EndContext = createContext<End>(() => undefined);

/** Hears of failures that end the launch, wherever on the page they happen. */
export function LaunchEnd({ onEnd, children }: { onEnd: End; children: ReactNode }) {
  return <EndContext value={onEnd}>{children}</EndContext>;
}

/**
 * Tells the page that the launch has ended: nothing of the chart stays on the screen, only the words that somebody was about to
 * save. Other failures stay with the caller.
 */
export function useLaunchEnd(): (failure: Failure, unsaved?: readonly string[]) => boolean {
  const end = useContext(EndContext);
  return (failure, unsaved) => {
    const ends = endsLaunch(failure);
    if (ends) end(failure, unsaved);
    return ends;
  };
}

/** The same for a failure that is a part of what is shown; before it is painted, so that no chart stands beside it. */
export function useEndOf(failure: Failure | null, unsaved?: () => readonly string[]): void {
  const end = useContext(EndContext);
  const latest = useRef(unsaved);
  latest.current = unsaved;
  useLayoutEffect(() => {
    if (failure && endsLaunch(failure)) end(failure, latest.current?.());
  }, [failure, end]);
}

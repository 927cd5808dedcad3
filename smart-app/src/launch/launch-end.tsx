import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import { endsLaunch, type Failure } from '../contract/failure';

type End = (failure: Failure, unsaved?: readonly string[]) => void;

const EndContext = createContext<End>(() => undefined);

const LeaveContext = createContext<() => void>(() => undefined);

interface LaunchEndProps {
  readonly onEnd: End;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Hears of failures that end the launch, and of who leaves it, wherever on the page that happens. */
export function LaunchEnd({ onEnd, onLeave, children }: LaunchEndProps) {
  return (
    <EndContext value={onEnd}>
      <LeaveContext value={onLeave}>{children}</LeaveContext>
    </EndContext>
  );
}

/** Leaves the chart: nothing of it stays on the page, and the server closes it. */
export function useLeave(): () => void {
  return useContext(LeaveContext);
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

import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { endsLaunch, type Failure } from '../contract/failure';

const EndContext = createContext<(failure: Failure) => void>(() => undefined);

/** Hears of failures that end the launch, wherever on the page they happen. */
export function LaunchEnd({ onEnd, children }: { onEnd: (failure: Failure) => void; children: ReactNode }) {
  return <EndContext value={onEnd}>{children}</EndContext>;
}

/** Tells the page that the launch has ended: nothing of the chart stays on the screen. Other failures stay with the caller. */
export function useLaunchEnd(): (failure: Failure) => boolean {
  const end = useContext(EndContext);
  return (failure) => {
    const ends = endsLaunch(failure);
    if (ends) end(failure);
    return ends;
  };
}

/** The same for a failure that is a part of what is shown. */
export function useEndOf(failure: Failure | null): void {
  const end = useContext(EndContext);
  useEffect(() => {
    if (failure && endsLaunch(failure)) end(failure);
  }, [failure, end]);
}

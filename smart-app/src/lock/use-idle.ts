import { useEffect, useRef, useState } from 'react';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_MS = 5_000;

/** How long nobody has been at the page, in steps: it is for the caller to say what a step means. */
export interface Idle {
  /** The last step whose time has passed; -1 while somebody is there. */
  readonly step: number;
  /** Somebody is there again. */
  back(): void;
}

/**
 * Watches for people. Once a step is reached, moving the mouse does not undo it: that takes `back`. A page in the background
 * counts as left from the moment it was left, whatever its timers did.
 *
 * @param stepsMs after how much time each step is reached, ascending; keeps its identity between renders
 * @param onPresence told at most once a minute while somebody is there
 */
export function useIdle(stepsMs: readonly number[], onPresence: () => void): Idle {
  const [step, setStep] = useState(-1);
  const seen = useRef(Date.now());
  const told = useRef(Date.now());
  const latest = useRef({ step, onPresence });
  latest.current = { step, onPresence };

  useEffect(() => {
    const look = () => {
      const idle = Date.now() - seen.current;
      const reached = stepsMs.filter((ms) => idle >= ms).length - 1;
      if (reached > latest.current.step) setStep(reached);
    };
    const sign = () => {
      look();
      if (latest.current.step >= 0 || Date.now() - seen.current >= (stepsMs[0] ?? Infinity)) return;
      seen.current = Date.now();
      if (seen.current - told.current < 60_000) return;
      told.current = seen.current;
      latest.current.onPresence();
    };
    for (const kind of SIGNS) document.addEventListener(kind, sign, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      for (const kind of SIGNS) document.removeEventListener(kind, sign, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [stepsMs]);

  return {
    step,
    back: () => {
      seen.current = Date.now();
      setStep(-1);
    },
  };
}

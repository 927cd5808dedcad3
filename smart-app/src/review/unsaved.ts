import { useEffect, useRef } from 'react';

/** Words in open forms that the server does not have yet, each under the form it was written in. They outlast the form. */
export type Unsaved = Map<string, string>;

/** The words themselves, each once. */
export function wordsOf(unsaved: Unsaved): readonly string[] {
  return [...new Set([...unsaved.values()].map((text) => text.trim()).filter((text) => text !== ''))];
}

/** Has the browser ask before the page goes while there is something that only the page has. */
export function useWarningBeforeLoss(isAtStake: () => boolean): void {
  const latest = useRef(isAtStake);
  latest.current = isAtStake;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}

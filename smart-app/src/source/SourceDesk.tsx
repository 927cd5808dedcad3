import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Fact } from '../contract/summary';
import { type Cited, type CitingStatement, citing } from './citing';

interface OpenSource {
  readonly factId: string;
  /** The one pill that opened it; the same fact can be cited in several places. */
  readonly pillId: string;
}

interface Desk {
  readonly open: OpenSource | null;
  readonly citing: readonly CitingStatement[];
  /** The fact of an id; a withheld statement may cite one that does not exist. */
  factOf(factId: string): Fact | undefined;
  show(source: OpenSource): void;
  /** Closes the source and gives the focus back to its pill. */
  close(): void;
  /** Closes the source and moves the focus to a statement that cites it. */
  leaveFor(placeId: string): void;
}

const DeskContext = createContext<Desk | null>(null);

/** Holds which source lies open beside the statements. */
export function SourceDesk({ summary, children }: { summary: Cited; children: ReactNode }) {
  const [open, setOpen] = useState<OpenSource | null>(null);
  const shown = useRef<OpenSource | null>(null);

  const show = useCallback((source: OpenSource) => {
    shown.current = source;
    setOpen(source);
  }, []);
  const leaveFor = useCallback((placeId: string) => {
    setOpen(null);
    focusWhenShown(placeId);
  }, []);
  const close = useCallback(() => {
    if (shown.current) leaveFor(shown.current.pillId);
  }, [leaveFor]);

  const desk = useMemo(
    () => ({
      factOf: (factId: string) => (Object.hasOwn(summary.facts, factId) ? summary.facts[factId] : undefined),
      open,
      citing: open ? citing(summary, open.factId) : [],
      show,
      close,
      leaveFor,
    }),
    [summary, open, show, close, leaveFor],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk of the page. */
export function useSourceDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no SourceDesk above');
  return desk;
}

// A drawer holds the focus until it is gone from the page, so the move waits for the next frame.
function focusWhenShown(elementId: string): void {
  requestAnimationFrame(() => document.getElementById(elementId)?.focus());
}

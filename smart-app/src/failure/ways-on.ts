import { createContext, useContext } from 'react';
import type { FailureKind } from '../contract/failure';

/** What can be done where a draft is not the one that was seen. A part of the page offers what it can do. */
export interface WaysOn {
  /** Shows the draft as the server has it now. */
  readonly reload?: () => void;
  /** Has a new one written. */
  readonly fresh?: () => void;
}

type Way = keyof WaysOn;

const OFFERED: Partial<Record<FailureKind, readonly Way[]>> = {
  'draft-gone': ['fresh'],
  'draft-changed': ['reload'],
  'draft-over': ['reload'],
  'draft-recalled': ['reload', 'fresh'],
};

/** The ways on of the part of the page around. */
export const WaysOnContext = createContext<WaysOn>({});

/** The ways on that are of use after a failure. */
export function useWaysOn(kind: FailureKind): readonly { readonly way: Way; readonly go: () => void }[] {
  const ways = useContext(WaysOnContext);
  return (OFFERED[kind] ?? []).flatMap((way) => {
    const go = ways[way];
    return go ? [{ way, go }] : [];
  });
}

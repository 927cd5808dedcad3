import { type RefObject, useCallback, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { Statement, Summary } from '../contract/summary';
import { type Edit, editDraft } from '../launch/launch-api';
import { useLaunchEnd } from '../launch/launch-end';
import { undoOf } from './undoing';

/** What is open under a statement: its words, or the reasons for leaving it out, or words to stand behind it. */
export type Doing = 'edit' | 'reject' | 'insert';

export interface Review {
  /** Whether this user may still change this draft. */
  readonly open: boolean;
  readonly doing: { readonly index: number; readonly what: Doing } | null;
  /** The code of the section that is about to be left out. */
  readonly leaving: string | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  isAccepted(statement: Statement): boolean;
  accept(statements: readonly Statement[], accepted: boolean): void;
  begin(index: number, what: Doing): void;
  leave(section: string): void;
  cancel(): void;
  /** Makes changes one after the other, as one step to be undone; resolves to whether all were made. */
  send(...edits: readonly Edit[]): Promise<boolean>;
  /** Takes the last step back; null where there is none. */
  readonly undo: (() => void) | null;
  /** Words of the open form that the server does not have yet; they outlast the form. */
  readonly unsaved: RefObject<string>;
  /** The draft is another by now: steps that were made on the one before are no longer undone. */
  renew(): void;
}

// Words that have changed since are other words: they were not accepted.
const keyOf = (statement: Statement) => `${statement.index} ${statement.text}`;

/** The clinician's review of a draft, statement by statement; one change at a time, each over the text that was seen. */
export function useReview(
  launch: LaunchContext,
  draft: Summary,
  isOpen: boolean,
  unsaved: RefObject<string>,
  onRevised: (draft: Summary) => void,
): Review {
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<Review['doing']>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const [steps, setSteps] = useState<readonly (readonly Edit[])[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const underway = useRef(false);
  const ends = useLaunchEnd();

  const accept = useCallback((statements: readonly Statement[], yes: boolean) => {
    setAccepted((before) => {
      const after = new Set(before);
      for (const key of statements.map(keyOf)) {
        if (yes) after.add(key);
        else after.delete(key);
      }
      return after;
    });
  }, []);
  const begin = useCallback(
    (index: number, what: Doing) => {
      unsaved.current = '';
      setFailure(null);
      setLeaving(null);
      setDoing({ index, what });
    },
    [unsaved],
  );
  const leave = useCallback((section: string) => {
    setFailure(null);
    setDoing(null);
    setLeaving(section);
  }, []);
  const cancel = useCallback(() => {
    unsaved.current = '';
    setFailure(null);
    setDoing(null);
    setLeaving(null);
  }, [unsaved]);
  const renew = useCallback(() => {
    setFailure(null);
    setSteps([]);
  }, []);

  // One after the other: each is made on the text that came of the one before. What was made stays where a later one fails.
  const make = async (edits: readonly Edit[]): Promise<{ undo: Edit[]; isDone: boolean }> => {
    const undo: Edit[] = [];
    let now = draft;
    for (const edit of edits) {
      const answer = await editDraft(launch, now, edit, new AbortController().signal);
      if (!answer.ok) {
        if (!ends(answer.failure, unsaved.current)) setFailure(answer.failure);
        return { undo, isDone: false };
      }
      const back = undoOf(edit, now, answer.value);
      if (back) undo.unshift(back);
      now = answer.value;
      onRevised(now);
    }
    return { undo, isDone: true };
  };

  const step = async (edits: readonly Edit[], keep: (undo: readonly Edit[]) => void) => {
    if (underway.current) return false;
    underway.current = true;
    setBusy(true);
    setFailure(null);
    const { undo, isDone } = await make(edits);
    underway.current = false;
    setBusy(false);
    keep(undo);
    if (isDone) cancel();
    return isDone;
  };

  const send = (...edits: readonly Edit[]) =>
    step(edits, (undo) => {
      if (undo.length > 0) setSteps((before) => [...before, undo]);
    });
  const last = steps.at(-1);
  const undo = last
    ? () => void step(last, () => setSteps((before) => before.filter((one) => one !== last)))
    : null;

  return {
    open: isOpen,
    doing,
    leaving,
    busy,
    failure,
    isAccepted: (statement) => accepted.has(keyOf(statement)),
    accept,
    begin,
    leave,
    cancel,
    send,
    undo: isOpen ? undo : null,
    unsaved,
    renew,
  };
}

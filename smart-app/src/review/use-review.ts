import { useCallback, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { Statement, Summary } from '../contract/summary';
import { type Edit, editDraft } from '../launch/launch-api';
import { useLaunchEnd } from '../launch/launch-end';

/** What is open under a statement: its words, or the reasons for leaving it out, or words to stand behind it. */
export type Doing = 'edit' | 'reject' | 'insert';

export interface Review {
  /** Whether this user may still change this draft. */
  readonly open: boolean;
  readonly doing: { readonly index: number; readonly what: Doing } | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  isAccepted(statement: Statement): boolean;
  accept(statements: readonly Statement[], accepted: boolean): void;
  begin(index: number, what: Doing): void;
  cancel(): void;
  /** Resolves to whether the draft was changed. */
  send(edit: Edit): Promise<boolean>;
}

// Words that have changed since are other words: they were not accepted.
const keyOf = (statement: Statement) => `${statement.index} ${statement.text}`;

/** The clinician's review of a draft, statement by statement; one change at a time, each over the text that was seen. */
export function useReview(
  launch: LaunchContext,
  draft: Summary,
  isOpen: boolean,
  onRevised: (draft: Summary) => void,
): Review {
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<Review['doing']>(null);
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
  const begin = useCallback((index: number, what: Doing) => {
    setFailure(null);
    setDoing({ index, what });
  }, []);
  const cancel = useCallback(() => setDoing(null), []);

  const send = async (edit: Edit) => {
    if (underway.current) return false;
    underway.current = true;
    setBusy(true);
    setFailure(null);
    const answer = await editDraft(launch, draft, edit, new AbortController().signal);
    underway.current = false;
    setBusy(false);
    if (answer.ok) {
      setDoing(null);
      onRevised(answer.value);
    } else if (!ends(answer.failure)) {
      setFailure(answer.failure);
    }
    return answer.ok;
  };

  return {
    open: isOpen,
    doing,
    busy,
    failure,
    isAccepted: (statement) => accepted.has(keyOf(statement)),
    accept,
    begin,
    cancel,
    send,
  };
}

import { type RefObject, useCallback, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { Statement, Summary } from '../contract/summary';
import { type Edit, editDraft } from '../launch/launch-api';
import { useLaunchEnd } from '../launch/launch-end';
import { undoOf } from './undoing';
import { type Unsaved, wordsOf } from './unsaved';

/** What is open under a statement: its words, or the reasons for leaving it out, or words to stand behind it. */
export type Doing = 'edit' | 'reject' | 'insert';

/** A form under a statement. */
export interface Form {
  readonly index: number;
  readonly what: Doing;
  /** Grows each time that a form is asked for: the one that was asked for last has the focus. */
  readonly turn: number;
}

export interface Review {
  /** Whether this user may still change this draft. */
  readonly open: boolean;
  /** The open forms. One without words gives way to the next; one with unsaved words stays until they are saved or dropped. */
  readonly forms: readonly Form[];
  /** The code of the section that is about to be left out. */
  readonly leaving: string | null;
  readonly busy: boolean;
  /** The form whose changes are being made; null where none is, or the change has no form. */
  readonly sending: string | null;
  /** What became of the last changes of a form, or of those without one (null). */
  failureAt(form: string | null): Failure | null;
  isAccepted(statement: Statement): boolean;
  accept(statements: readonly Statement[], accepted: boolean): void;
  begin(index: number, what: Doing): void;
  leave(section: string): void;
  /** Closes a form; its words are dropped. */
  cancel(form: string): void;
  /** Makes changes one after the other, as one step to be undone; resolves to whether all were made. */
  send(...edits: readonly Edit[]): Promise<boolean>;
  /** The same for a form, which is closed when all were made. */
  sendFrom(form: string, ...edits: readonly Edit[]): Promise<boolean>;
  /** Takes the last step back; null where there is none. */
  readonly undo: (() => void) | null;
  readonly unsaved: RefObject<Unsaved>;
  /** The draft is another by now: steps that were made on the one before are no longer undone. */
  renew(): void;
}

/** The name of a form under a statement. */
export function formOf({ index, what }: Pick<Form, 'index' | 'what'>): string {
  return `${what} ${index}`;
}

/** The name of the form in which a section is left out. */
export function formOfSection(code: string): string {
  return `section ${code}`;
}

// Words that have changed since are other words: they were not accepted.
const keyOf = (statement: Statement) => `${statement.index} ${statement.text}`;

/** The clinician's review of a draft, statement by statement; one change at a time, each over the text that was seen. */
export function useReview(
  launch: LaunchContext,
  draft: Summary,
  isOpen: boolean,
  unsaved: RefObject<Unsaved>,
  onRevised: (draft: Summary) => void,
): Review {
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [forms, setForms] = useState<readonly Form[]>([]);
  const [leaving, setLeaving] = useState<string | null>(null);
  const [steps, setSteps] = useState<readonly (readonly Edit[])[]>([]);
  const [failed, setFailed] = useState<{ readonly form: string | null; readonly failure: Failure } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<string | null>(null);
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
  // What holds words stays open, and what became of it with it.
  const holds = useCallback((form: string | null) => form !== null && unsaved.current.has(form), [unsaved]);
  const begin = useCallback(
    (index: number, what: Doing) => {
      setFailed((before) => (before && holds(before.form) ? before : null));
      setLeaving(null);
      setForms((before) => {
        const others = before.filter((one) => one.index !== index || one.what !== what);
        const turn = Math.max(0, ...before.map((one) => one.turn)) + 1;
        return [...others.filter((one) => holds(formOf(one))), { index, what, turn }];
      });
    },
    [holds],
  );
  const leave = useCallback(
    (section: string) => {
      setFailed((before) => (before && holds(before.form) ? before : null));
      setForms((before) => before.filter((one) => holds(formOf(one))));
      setLeaving(section);
    },
    [holds],
  );
  const cancel = useCallback(
    (form: string) => {
      unsaved.current.delete(form);
      setFailed((before) => (before?.form === form ? null : before));
      setForms((before) => before.filter((one) => formOf(one) !== form));
      setLeaving((before) => (before !== null && formOfSection(before) === form ? null : before));
    },
    [unsaved],
  );
  const renew = useCallback(() => {
    setFailed(null);
    setSteps([]);
  }, []);

  // One after the other: each is made on the text that came of the one before. What was made stays where a later one fails.
  const make = async (
    form: string | null,
    edits: readonly Edit[],
  ): Promise<{ undo: Edit[]; isDone: boolean }> => {
    const undo: Edit[] = [];
    let now = draft;
    for (const edit of edits) {
      const answer = await editDraft(launch, now, edit, new AbortController().signal);
      if (!answer.ok) {
        if (!ends(answer.failure, wordsOf(unsaved.current))) setFailed({ form, failure: answer.failure });
        return { undo, isDone: false };
      }
      const back = undoOf(edit, now, answer.value);
      if (back) undo.unshift(back);
      now = answer.value;
      onRevised(now);
    }
    return { undo, isDone: true };
  };

  const step = async (
    form: string | null,
    edits: readonly Edit[],
    keep: (undo: readonly Edit[]) => void,
  ): Promise<boolean> => {
    if (underway.current) return false;
    underway.current = true;
    setBusy(true);
    setSending(form);
    setFailed((before) => (before?.form === form || !holds(before?.form ?? null) ? null : before));
    const { undo, isDone } = await make(form, edits);
    underway.current = false;
    setBusy(false);
    setSending(null);
    keep(undo);
    if (isDone && form !== null) cancel(form);
    return isDone;
  };

  const asOne = (form: string | null, edits: readonly Edit[]) =>
    step(form, edits, (undo) => {
      if (undo.length > 0) setSteps((before) => [...before, undo]);
    });
  const last = steps.at(-1);
  const undo = last
    ? () => void step(null, last, () => setSteps((before) => before.filter((one) => one !== last)))
    : null;

  return {
    open: isOpen,
    forms,
    leaving,
    busy,
    sending,
    failureAt: (form) => (failed && failed.form === form ? failed.failure : null),
    isAccepted: (statement) => accepted.has(keyOf(statement)),
    accept,
    begin,
    leave,
    cancel,
    send: (...edits) => asOne(null, edits),
    sendFrom: (form, ...edits) => asOne(form, edits),
    undo: isOpen ? undo : null,
    unsaved,
    renew,
  };
}

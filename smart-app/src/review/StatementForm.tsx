import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Statement } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import { takeFocus } from '../page/take-focus';
import '../words/later';
import { say } from '../words/words';
import styles from './Review.module.css';
import { REASONS } from './reasons';
import { type Form, formOf, type Review } from './use-review';

const LONGEST_CHARACTERS = 1000;

interface StatementFormProps {
  readonly review: Review;
  readonly statement: Statement & { readonly index: number };
  readonly form: Form;
  /** Where the focus goes when the form is gone. */
  readonly onDone: () => void;
}

/** The words of a statement to be changed, or the reason for which it is left out. Escape goes back. */
export function StatementForm({ review, statement, form, onDone }: StatementFormProps) {
  const { unsaved } = review;
  const { what, turn } = form;
  const name = formOf(form);
  const [text, setText] = useState(unsaved.current.get(name) ?? (what === 'edit' ? statement.text : ''));
  const [reason, setReason] = useState<string>(REASONS[0]);
  const field = useRef<HTMLTextAreaElement & HTMLSelectElement>(null);
  const failure = review.failureAt(name);
  const hasFailed = failure !== null;
  const isLatest = review.forms.every((one) => one.turn <= turn);
  // Where a failure was dealt with by a button that is gone, the words have the focus again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another form that goes is no reason to take the focus
  useEffect(() => {
    if (isLatest && !hasFailed) takeFocus(field.current);
  }, [hasFailed, turn]);

  const isSame = what === 'edit' && text.trim() === statement.text;
  const send = async () => {
    const edit =
      what === 'reject'
        ? { statement: statement.index, action: what, reason }
        : { statement: statement.index, action: what, text: text.trim() };
    if (await review.sendFrom(name, edit)) onDone();
  };
  const back = () => {
    review.cancel(name);
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame) void send();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') back();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {what === 'reject' ? (
        <NativeSelect
          ref={field}
          size="xs"
          label={say('later.review.reason')}
          value={reason}
          data={REASONS.map((value) => ({ value, label: say(`later.review.reasons.${value}`) }))}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          ref={field}
          size="sm"
          label={say(`later.review.${what}Label`)}
          description={say('later.review.editHint')}
          value={text}
          maxLength={LONGEST_CHARACTERS}
          required
          rows={2}
          onChange={(event) => {
            const now = event.currentTarget.value;
            if (now.trim() === '' || (what === 'edit' && now.trim() === statement.text))
              unsaved.current.delete(name);
            else unsaved.current.set(name, now);
            setText(now);
          }}
        />
      )}
      <span className={styles.buttons}>
        <Button
          type="submit"
          size="xs"
          loading={review.sending === name}
          disabled={(review.busy && review.sending !== name) || isSame || (what !== 'reject' && !text.trim())}
        >
          {say(what === 'reject' ? 'later.review.leaveOut' : 'later.review.save')}
        </Button>
        <Button size="xs" variant="default" onClick={back} disabled={review.busy}>
          {say('later.review.back')}
        </Button>
      </span>
      {failure && <FailureNotice failure={failure} />}
    </form>
  );
}

import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Statement } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import '../words/later';
import { say } from '../words/words';
import styles from './Review.module.css';
import { REASONS } from './reasons';
import type { Doing, Review } from './use-review';

const LONGEST_CHARACTERS = 1000;

interface StatementFormProps {
  readonly review: Review;
  readonly statement: Statement & { readonly index: number };
  readonly what: Doing;
  /** Where the focus goes when the form is gone. */
  readonly onDone: () => void;
}

/** The words of a statement to be changed, or the reason for which it is left out. Escape goes back. */
export function StatementForm({ review, statement, what, onDone }: StatementFormProps) {
  const { unsaved } = review;
  const [text, setText] = useState(unsaved.current || (what === 'edit' ? statement.text : ''));
  const [reason, setReason] = useState<string>(REASONS[0]);
  const field = useRef<HTMLTextAreaElement & HTMLSelectElement>(null);
  const hasFailed = review.failure !== null;
  // Where a failure was dealt with by a button that is gone, the words have the focus again.
  useEffect(() => {
    if (!hasFailed) field.current?.focus();
  }, [hasFailed]);

  const isSame = what === 'edit' && text.trim() === statement.text;
  const send = async () => {
    const edit =
      what === 'reject'
        ? { statement: statement.index, action: what, reason }
        : { statement: statement.index, action: what, text: text.trim() };
    if (await review.send(edit)) onDone();
  };
  const back = () => {
    review.cancel();
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
            unsaved.current = event.currentTarget.value;
            setText(event.currentTarget.value);
          }}
        />
      )}
      <span className={styles.buttons}>
        <Button
          type="submit"
          size="xs"
          loading={review.busy}
          disabled={isSame || (what !== 'reject' && !text.trim())}
        >
          {say(what === 'reject' ? 'later.review.leaveOut' : 'later.review.save')}
        </Button>
        <Button size="xs" variant="default" onClick={back} disabled={review.busy}>
          {say('later.review.back')}
        </Button>
      </span>
      {review.failure && <FailureNotice failure={review.failure} />}
    </form>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Section } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import type { Edit } from '../launch/launch-api';
import { takeFocus } from '../page/take-focus';
import '../words/later';
import { say } from '../words/words';
import styles from './Review.module.css';
import { REASONS } from './reasons';
import { formOfSection, type Review } from './use-review';

/** The reason for which all of a section is left out, as one step that can be undone. Escape goes back. */
export function SectionForm({ review, section }: { review: Review; section: Section }) {
  const [reason, setReason] = useState<string>(REASONS[0]);
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => takeFocus(field.current), []);

  const name = formOfSection(section.code);
  const failure = review.failureAt(name);
  const edits = section.statements.flatMap(({ index }): Edit[] =>
    index === null ? [] : [{ statement: index, action: 'reject', reason }],
  );
  const back = () => {
    review.cancel(name);
    document.getElementById('summary')?.focus();
  };
  const send = async () => {
    if (await review.sendFrom(name, ...edits)) document.getElementById('summary')?.focus();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') back();
      }}
    >
      <NativeSelect
        ref={field}
        size="xs"
        label={say('later.review.sectionReason', { section: section.title })}
        value={reason}
        data={REASONS.map((value) => ({ value, label: say(`later.review.reasons.${value}`) }))}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <span className={styles.buttons}>
        <Button
          type="submit"
          size="xs"
          loading={review.sending === name}
          disabled={review.busy && review.sending !== name}
        >
          {say('later.review.leaveOutAll', { count: edits.length })}
        </Button>
        <Button size="xs" variant="default" onClick={back} disabled={review.busy}>
          {say('later.review.back')}
        </Button>
      </span>
      {failure && <FailureNotice failure={failure} />}
    </form>
  );
}

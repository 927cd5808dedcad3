import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import type { LaunchContext } from '../contract/launch-context';
import { request } from '../contract/request';
import { FailureNotice } from '../failure/FailureNotice';
import { api } from '../launch/launch-api';
import { useAsking } from '../launch/use-asking';
import '../words/later';
import { takeFocus } from '../page/take-focus';
import styles from '../review/Review.module.css';
import { useWarningBeforeLoss } from '../review/unsaved';
import { say } from '../words/words';

const CATEGORIES = ['good', 'wrong', 'missing', 'stale', 'unsafe', 'other'] as const;
const LONGEST_CHARACTERS = 1000;
const TIMEOUT_MS = 15_000;

type Category = (typeof CATEGORIES)[number];

interface Said {
  readonly statement: number | null;
  readonly category: Category;
  readonly safety: boolean;
  readonly words: string;
}

interface FeedbackFormProps {
  readonly launch: LaunchContext;
  readonly draftId: string;
  /** The statement that is spoken of; null for the whole draft. */
  readonly statement: number | null;
  readonly onDone: () => void;
}

/** What the clinician says of a statement or of the draft. It stays in this installation. */
export function FeedbackForm({ launch, draftId, statement, onDone }: FeedbackFormProps) {
  const [category, setCategory] = useState<Category>('wrong');
  const [safety, setSafety] = useState(false);
  const [words, setWords] = useState('');
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => takeFocus(field.current), []);
  useWarningBeforeLoss(() => words.trim() !== '' && asked?.phase !== 'ready');
  const { asked, put } = useAsking((said: Said, signal) =>
    request(
      {
        url: api(launch.launchId, `drafts/${encodeURIComponent(draftId)}/feedback`),
        post: { body: said, launchToken: launch.csrf },
        shape: v.object({ number: v.string() }),
        timeoutMs: TIMEOUT_MS,
      },
      signal,
    ),
  );
  if (asked?.phase === 'ready') {
    return (
      <p className={styles.form} role="status">
        {say('later.feedback.kept', { number: asked.value.number.slice(0, 8) })}
        <span className={styles.buttons}>
          <Button size="compact-xs" variant="default" onClick={onDone}>
            {say('later.feedback.close')}
          </Button>
        </span>
      </p>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        put({ statement, category, safety: safety || category === 'unsafe', words });
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone();
      }}
    >
      <NativeSelect
        ref={field}
        size="xs"
        label={say('later.feedback.category')}
        value={category}
        data={CATEGORIES.map((value) => ({ value, label: say(`later.feedback.categories.${value}`) }))}
        onChange={(event) => setCategory(event.currentTarget.value as Category)}
      />
      <label>
        <input
          type="checkbox"
          checked={safety || category === 'unsafe'}
          disabled={category === 'unsafe'}
          onChange={(event) => setSafety(event.currentTarget.checked)}
        />{' '}
        {say('later.feedback.safety')}
      </label>
      <Textarea
        size="sm"
        label={say('later.feedback.words')}
        description={say('later.feedback.wordsHint')}
        value={words}
        maxLength={LONGEST_CHARACTERS}
        rows={2}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <span className={styles.buttons}>
        <Button type="submit" size="xs" loading={asked?.phase === 'waiting'}>
          {say('later.feedback.send')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {say('later.feedback.back')}
        </Button>
      </span>
      {asked?.phase === 'failed' && <FailureNotice failure={asked.failure} />}
    </form>
  );
}

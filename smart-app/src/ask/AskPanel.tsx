import { Button, Paper, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import { FailureNotice } from '../failure/FailureNotice';
import { useAsking } from '../launch/use-asking';
import '../words/later';
import { say } from '../words/words';
import { AnswerCard } from './AnswerCard';
import styles from './Ask.module.css';
import { askChart } from './ask-api';

const LONGEST_CHARACTERS = 500;

/** One question at a time on this chart. Neither question nor answer is kept. */
export function AskPanel({ launch }: { launch: LaunchContext }) {
  const [words, setWords] = useState('');
  const [question, setQuestion] = useState('');
  const { asked, put } = useAsking((put: string, signal) => askChart(launch, put, signal));
  const ask = (put_: string) => {
    setQuestion(put_);
    put(put_);
  };
  return (
    <div className={styles.panel}>
      <Paper component="section" className="card" aria-label={say('later.ask.form')}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim()) ask(words.trim());
          }}
        >
          <TextInput
            className={styles.grow ?? ''}
            label={say('later.ask.label')}
            description={say('later.ask.hint')}
            value={words}
            maxLength={LONGEST_CHARACTERS}
            required
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button type="submit" loading={asked?.phase === 'waiting'}>
            {say('later.ask.ask')}
          </Button>
        </form>
      </Paper>
      <VisuallyHidden role="status">
        {asked?.phase === 'waiting' && say('later.ask.reading')}
        {asked?.phase === 'ready' && say(`later.ask.outcome.${asked.value.outcome}`)}
      </VisuallyHidden>
      {asked?.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={() => put(question)} />}
      {asked?.phase === 'ready' && <AnswerCard question={question} answer={asked.value} />}
    </div>
  );
}

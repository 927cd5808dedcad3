import { Button, Paper, Textarea, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { TextCheck } from '../contract/inquiry';
import type { LaunchContext } from '../contract/launch-context';
import { CoverageCard } from '../coverage/CoverageCard';
import { FailureNotice } from '../failure/FailureNotice';
import { useAsking } from '../launch/use-asking';
import { WithSources } from '../source/WithSources';
import '../words/later';
import { say } from '../words/words';
import styles from './Ask.module.css';
import { checkText } from './ask-api';
import { SentenceItem } from './SentenceItem';

const LONGEST_CHARACTERS = 20_000;
const VERDICTS = ['contradicted', 'not-found', 'supported'] as const;

/** A text that somebody else wrote, against this chart. The text is not kept. */
export function CheckPanel({ launch }: { launch: LaunchContext }) {
  const [text, setText] = useState('');
  const { asked, put } = useAsking((given: string, signal) => checkText(launch, given, signal));
  return (
    <div className={styles.panel}>
      <Paper component="section" className="card" aria-label={say('later.check.form')}>
        <form
          className={styles.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) put(text);
          }}
        >
          <Textarea
            label={say('later.check.label')}
            description={say('later.check.hint')}
            value={text}
            maxLength={LONGEST_CHARACTERS}
            required
            rows={6}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" loading={asked?.phase === 'waiting'}>
            {say('later.check.check')}
          </Button>
        </form>
      </Paper>
      <VisuallyHidden role="status">
        {asked?.phase === 'waiting' && say('later.check.checking')}
        {asked?.phase === 'ready' && tally(asked.value)}
      </VisuallyHidden>
      {asked?.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={() => put(text)} />}
      {asked?.phase === 'ready' && <Checked check={asked.value} />}
    </div>
  );
}

function Checked({ check }: { check: TextCheck }) {
  const [onlyFlags, setOnlyFlags] = useState(false);
  const shown = check.sentences
    .map((sentence, place) => ({ sentence, place }))
    .filter(({ sentence }) => !onlyFlags || sentence.verdict !== 'supported');
  return (
    <WithSources cited={{ facts: check.facts, sections: [] }}>
      {!check.complete && <CoverageCard coverage={check.coverage} complete={false} what="check" />}
      <Paper component="section" className="card" aria-labelledby="checked-heading">
        <div className={styles.head}>
          <h2 id="checked-heading">{tally(check)}</h2>
          <Button
            size="compact-sm"
            variant={onlyFlags ? 'filled' : 'default'}
            aria-pressed={onlyFlags}
            onClick={() => setOnlyFlags(!onlyFlags)}
          >
            {say('later.check.onlyFlags')}
          </Button>
        </div>
        <p className={styles.searched}>{say('later.check.meaning')}</p>
        {check.hidden && <p className={styles.warning}>{say('later.check.hidden')}</p>}
        {shown.length === 0 && <p>{say('later.check.nothing')}</p>}
        <ol className={styles.sentences}>
          {shown.map(({ sentence, place }) => (
            <SentenceItem key={place} sentence={sentence} isSaid />
          ))}
        </ol>
      </Paper>
      {check.complete && <CoverageCard coverage={check.coverage} complete what="check" />}
    </WithSources>
  );
}

function tally({ sentences }: TextCheck): string {
  return VERDICTS.map((verdict) =>
    say(`later.check.count.${verdict}`, {
      count: sentences.filter((sentence) => sentence.verdict === verdict).length,
    }),
  ).join(', ');
}

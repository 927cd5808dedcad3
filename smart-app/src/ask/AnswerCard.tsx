import { Paper } from '@mantine/core';
import { IconBan, IconZoomExclamation } from '@tabler/icons-react';
import type { ChartAnswer } from '../contract/inquiry';
import { CoverageCard } from '../coverage/CoverageCard';
import { WithSources } from '../source/WithSources';
import { ConflictsCard } from '../summary/ConflictsCard';
import { say } from '../words/words';
import styles from './Ask.module.css';
import { SentenceItem } from './SentenceItem';

/** What the chart answers, or that nothing was found and what was searched, or why it is no question for a chart. */
export function AnswerCard({ question, answer }: { question: string; answer: ChartAnswer }) {
  const coverage = answer.outcome !== 'out-of-scope' && (
    <CoverageCard coverage={answer.coverage} complete={answer.complete} what="answer" />
  );
  return (
    <WithSources cited={{ facts: answer.facts, sections: [] }}>
      {!answer.complete && coverage}
      <Paper component="section" className="card" aria-labelledby="answer-heading">
        <h2 id="answer-heading">{question}</h2>
        {answer.outcome === 'out-of-scope' && (
          <p className={styles.notice}>
            <IconBan size={18} aria-hidden="true" />
            <span>
              <strong>{say('later.ask.outcome.out-of-scope')}</strong> {answer.refusal}
            </span>
          </p>
        )}
        {answer.outcome === 'not-found' && (
          <p className={styles.notice}>
            <IconZoomExclamation size={18} aria-hidden="true" />
            <span>
              <strong>{say('later.ask.outcome.not-found')}</strong> {say('later.ask.notFoundBody')}
            </span>
          </p>
        )}
        {answer.statements.length > 0 && (
          <ul className={styles.sentences}>
            {answer.statements.map((statement) => (
              <SentenceItem
                key={`${statement.citations.join(' ')} ${statement.text}`}
                sentence={{ ...statement, text: statement.text ?? say('later.ask.unworded') }}
              />
            ))}
          </ul>
        )}
        {answer.beyond > 0 && <p>{say('later.ask.beyond', { count: answer.beyond })}</p>}
        {answer.searched.length > 0 && (
          <p className={styles.searched}>
            {say('later.ask.searched')} {answer.searched.join('; ')}
          </p>
        )}
      </Paper>
      <ConflictsCard conflicts={answer.conflicts} />
      {answer.complete && coverage}
    </WithSources>
  );
}

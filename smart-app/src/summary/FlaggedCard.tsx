import { Paper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Flagged } from '../contract/summary';
import { CitationPill } from '../source/CitationPill';
import { say } from '../words/words';
import styles from './ConflictsCard.module.css';

/** Passages of the chart that try to instruct a language model, quoted with their source. Nothing where there are none. */
export function FlaggedCard({ flagged }: { flagged: readonly Flagged[] }) {
  if (flagged.length === 0) return null;
  return (
    <Paper component="section" className={`card ${styles.card}`} aria-labelledby="flagged-heading">
      <h2 id="flagged-heading" className={styles.heading}>
        <IconAlertTriangle size={18} aria-hidden="true" />
        {say('flagged.heading', { count: flagged.length })}
      </h2>
      <p className={styles.explanation}>{say('flagged.explanation')}</p>
      <ul className={styles.list}>
        {flagged.map((passage) => (
          <li key={`${passage.citation} ${passage.text}`} className={styles.item}>
            <h3 className={styles.about}>{say('flagged.why', { words: passage.words })}</h3>
            <q>{passage.text}</q> <CitationPill factId={passage.citation} />
          </li>
        ))}
      </ul>
    </Paper>
  );
}

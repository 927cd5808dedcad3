import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Statement } from '../contract/summary';
import { CitationPill } from '../source/CitationPill';
import { say } from '../words/words';
import styles from './SummaryCard.module.css';

/** One supported statement. Its text is a text node: nothing in it is ever read as markup. */
export function StatementItem({ placeId, statement }: { placeId: string; statement: Statement }) {
  return (
    <li id={placeId} tabIndex={-1} className={styles.statement}>
      <IconCheck size={16} className={styles.verdict} aria-hidden="true" />
      <VisuallyHidden>{say('summary.supported')}</VisuallyHidden>
      <span className={styles.text}>{statement.text}</span>
      <span className={styles.citations}>
        <VisuallyHidden>{say('summary.citations')}</VisuallyHidden>
        {[...new Set(statement.citations)].map((factId) => (
          <CitationPill key={factId} factId={factId} />
        ))}
      </span>
    </li>
  );
}

import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { say } from '../words/words';
import styles from './CitationPill.module.css';
import { useSourceDesk } from './SourceDesk';

/** Opens the fact of the chart behind a statement. */
export function CitationPill({ factId }: { factId: string }) {
  const desk = useSourceDesk();
  const pillId = useId();
  const kind = desk.factOf(factId)?.kind ?? 'other';
  return (
    <UnstyledButton
      id={pillId}
      data-citation={factId}
      className={styles.pill ?? ''}
      aria-expanded={desk.open?.pillId === pillId}
      aria-label={say('summary.source', { id: factId, kind: say(`kind.${kind}`) })}
      onClick={() => desk.show({ factId, pillId })}
    >
      {factId}
    </UnstyledButton>
  );
}

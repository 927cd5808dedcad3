import { Paper } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { Conflict } from '../contract/summary';
import { CitationPill } from '../source/CitationPill';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import styles from './ConflictsCard.module.css';

/** Where the chart contradicts itself: both sides in its own words, neither preferred. Nothing where it does not. */
export function ConflictsCard({ conflicts }: { conflicts: readonly Conflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Paper component="section" className={`card ${styles.card}`} aria-labelledby="conflicts-heading">
      <h2 id="conflicts-heading" className={styles.heading}>
        <IconArrowsSplit2 size={18} aria-hidden="true" />
        {say('conflicts.heading', { count: conflicts.length })}
      </h2>
      <p className={styles.explanation}>{say('conflicts.explanation')}</p>
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <li key={`${conflict.kind} ${conflict.about}`} className={styles.item}>
            <h3 className={styles.about}>
              {conflict.about}: {conflict.title}
            </h3>
            <dl className={styles.sides}>
              {conflict.sides.map((side) => (
                <div key={side.citations.join(' ')} className={styles.side}>
                  <dt>
                    {side.what}
                    {side.when && `, ${recordedTime(side.when)}`}
                  </dt>
                  <dd>
                    <q>{side.text}</q>{' '}
                    {side.citations.map((factId) => (
                      <CitationPill key={factId} factId={factId} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Paper>
  );
}

import { Alert, Paper } from '@mantine/core';
import { IconAlertTriangle, IconChecks } from '@tabler/icons-react';
import { type Coverage, leavesGap } from '../contract/coverage';
import type { LookedBack, Summary } from '../contract/summary';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import styles from './CoverageCard.module.css';
import { CoverageItem } from './CoverageItem';
import { typeInWords } from './coverage-words';
import { LookBackNote } from './LookBackNote';

interface CoverageCardProps {
  readonly coverage: readonly Coverage[];
  readonly complete: boolean;
  /** What was made from the chart. */
  /** From when to when what was read is. */
  readonly dated?: Summary['dated'];
  /** How far back it looked, where that is not all that was read. */
  readonly lookBack?: LookedBack | null;
  readonly what?: 'summary' | 'answer' | 'check' | 'list';
}

/** What the summary was made from, before the summary itself: an incomplete chart is said first. */
export function CoverageCard({
  coverage,
  complete,
  dated = null,
  lookBack = null,
  what = 'summary',
}: CoverageCardProps) {
  const gaps = coverage.filter(leavesGap);
  const whole = complete && gaps.length === 0;
  return (
    <Paper component="section" className="card" aria-labelledby="coverage-heading">
      <div className={styles.head}>
        <h2 id="coverage-heading">{say('coverage.heading')}</h2>
        {whole && (
          <p className={styles.complete}>
            <IconChecks size={16} aria-hidden="true" />
            {say('coverage.complete')}
          </p>
        )}
      </div>
      {!whole && (
        <Alert
          className={styles.alert ?? ''}
          color="orange"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={say(`coverage.incompleteTitle.${what}`)}
        >
          {gaps.length > 0
            ? say('coverage.incompleteBody', { types: namesOf(gaps) })
            : say('coverage.incompleteUntold')}
        </Alert>
      )}
      {dated && (
        <p className={styles.dated}>
          {say('coverage.dated', { from: recordedTime(dated.from), to: recordedTime(dated.to) })}
        </p>
      )}
      {lookBack && <LookBackNote lookBack={lookBack} />}
      <ul className={styles.list}>
        {[...gaps, ...coverage.filter((item) => !leavesGap(item))].map((item) => (
          // One type can be asked for several times, in equal words: only the place in the answer tells them apart.
          <CoverageItem key={coverage.indexOf(item)} coverage={item} />
        ))}
      </ul>
    </Paper>
  );
}

function namesOf(gaps: readonly Coverage[]): string {
  return [...new Set(gaps.map((gap) => typeInWords(gap.type)))].join(', ');
}

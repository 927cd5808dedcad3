import { NativeSelect, Paper } from '@mantine/core';
import { useCallback } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import type { Answer } from '../contract/request';
import type { Version } from '../contract/version';
import { FailureNotice } from '../failure/FailureNotice';
import { useEndOf } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import '../words/later';
import { say } from '../words/words';
import { compared, type Line } from './comparing';
import { Difference } from './Difference';
import { keyOf, type Side, type Sides, sideInWords, sideOf, sidesOf, textOf } from './sides';
import styles from './Versions.module.css';
import { readTexts } from './versions-api';

interface ComparisonCardProps {
  readonly launch: LaunchContext;
  readonly versions: readonly Version[];
  readonly sides: Sides;
  readonly onSides: (sides: Sides) => void;
}

/** What differs between two texts of this patient. */
export function ComparisonCard({ launch, versions, sides, onSides }: ComparisonCardProps) {
  const [from, to] = [keyOf(sides.from), keyOf(sides.to)];
  const ask = useCallback(
    (signal: AbortSignal) => difference(launch, sideOf(from), sideOf(to), signal),
    [launch, from, to],
  );
  const { asked, retry } = useAnswer(ask);
  useEndOf(asked.phase === 'failed' ? asked.failure : null);
  const choices = sidesOf(versions).flatMap((side) => {
    const version = versions.find(({ draftId }) => draftId === side.draftId);
    return version ? [{ value: keyOf(side), label: sideInWords(version, side) }] : [];
  });
  return (
    <Paper
      component="section"
      className="card"
      id="comparison"
      tabIndex={-1}
      aria-labelledby="comparison-heading"
    >
      <h2 id="comparison-heading">{say('later.versions.compare')}</h2>
      <div className={styles.sides}>
        {(['from', 'to'] as const).map((end) => (
          <NativeSelect
            key={end}
            size="xs"
            label={say(`later.versions.${end}`)}
            value={keyOf(sides[end])}
            data={choices}
            onChange={(event) => onSides({ ...sides, [end]: sideOf(event.currentTarget.value) })}
          />
        ))}
      </div>
      {asked.phase === 'waiting' && <p className={styles.note}>{say('later.versions.comparing')}</p>}
      {asked.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={retry} />}
      {asked.phase === 'ready' && <Difference lines={asked.value} />}
    </Paper>
  );
}

async function difference(
  launch: LaunchContext,
  from: Side,
  to: Side,
  signal: AbortSignal,
): Promise<Answer<readonly Line[]>> {
  const before = readTexts(launch, from.draftId, signal);
  const after = from.draftId === to.draftId ? before : readTexts(launch, to.draftId, signal);
  const [one, other] = [await before, await after];
  if (!one.ok) return one;
  if (!other.ok) return other;
  return { ok: true, value: compared(textOf(one.value, from), textOf(other.value, to)) };
}

import { Paper } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import type { Missing, Triage } from '../contract/triage';
import { say } from '../words/words';
import { InputItem } from './ScoresCard';
import { SourceOf } from './SourceOf';
import styles from './Triage.module.css';

interface MissingCardProps {
  readonly missing: readonly Missing[];
  readonly refused: Triage['refused'];
}

/** What is not known, as plainly as what is: inputs that are missing, and values that were not taken. */
export function MissingCard({ missing, refused }: MissingCardProps) {
  if (missing.length === 0 && refused.length === 0) return null;
  return (
    <Paper component="section" className={`card ${styles.missing}`} aria-labelledby="missing-heading">
      <h2 id="missing-heading">
        <IconQuestionMark size={18} aria-hidden="true" />
        {say('triage.missing.heading', { count: missing.length })}
      </h2>
      <MissingList missing={missing} />
      {refused.length > 0 && (
        <>
          <h3>{say('triage.refused.heading', { count: refused.length })}</h3>
          <ul className={styles.reasons}>
            {refused.map((value) => (
              <li key={`${value.name} ${value.citation}`}>
                {say('triage.refused.value', value)}
                {value.when && <span className={styles.small}> {value.when}</span>}
                <SourceOf citation={value.citation} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
}

/** Missing inputs, each with why and the last value. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  return (
    <ul className={styles.reasons}>
      {missing.map((one) => (
        <li key={`${one.name} ${one.why}`}>
          {say('triage.missing.input', one)}
          {one.last && (
            <>
              {' '}
              <InputItem input={one.last} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

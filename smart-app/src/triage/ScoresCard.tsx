import { Paper } from '@mantine/core';
import type { Input, Score } from '../contract/triage';
import { say } from '../words/words';
import { MissingList } from './MissingCard';
import { SourceOf } from './SourceOf';
import styles from './Triage.module.css';

/** Every score: computed with its parts, not computable with what is missing, or not made for this patient. */
export function ScoresCard({ scores, asOf }: { scores: readonly Score[]; asOf: string }) {
  return (
    <Paper component="section" className="card" aria-labelledby="scores-heading">
      <h2 id="scores-heading">{say('triage.scores.heading', { when: asOf })}</h2>
      <p className={styles.small}>{say('triage.scores.explanation')}</p>
      {scores.map((score) => (
        <ScoreItem key={score.name} score={score} />
      ))}
    </Paper>
  );
}

function ScoreItem({ score }: { score: Score }) {
  return (
    <section className={styles.score} aria-label={score.name}>
      <h3 data-outcome={score.outcome}>{title(score)}</h3>
      {score.outcome === 'computed' && <p>{score.band.meaning}</p>}
      {score.outcome === 'not-computable' && <MissingList missing={score.missing} />}
      {score.outcome === 'not-applicable' && <p>{score.why}</p>}
      {score.outcome !== 'not-applicable' && score.components.length > 0 && <Parts score={score} />}
      {score.notes.map((note) => (
        <p key={note} className={styles.small}>
          {note}
        </p>
      ))}
      <p className={styles.small}>{say('triage.scores.published', score)}</p>
    </section>
  );
}

function title(score: Score): string {
  switch (score.outcome) {
    case 'computed':
      return say('triage.scores.computed', { name: score.name, total: score.total, band: score.band.name });
    case 'not-computable':
      return say('triage.scores.notComputable', { name: score.name });
    case 'not-applicable':
      return say('triage.scores.notApplicable', { name: score.name });
  }
}

function Parts({ score }: { score: Exclude<Score, { outcome: 'not-applicable' }> }) {
  return (
    <details open={score.name === 'NEWS2'}>
      <summary>{say('triage.scores.parts', { name: score.name })}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('triage.scores.part')}</th>
            <th scope="col">{say('triage.scores.points')}</th>
            <th scope="col">{say('triage.scores.rule')}</th>
            <th scope="col">{say('triage.scores.value')}</th>
          </tr>
        </thead>
        <tbody>
          {score.components.map((component) => (
            <tr key={component.name}>
              <th scope="row">{component.name}</th>
              <td>{component.points}</td>
              <td>{component.rule}</td>
              <td>
                {component.inputs.map((input) => (
                  <InputItem key={`${input.name} ${input.value} ${input.citation}`} input={input} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A value with its time and its source. */
export function InputItem({ input }: { input: Input }) {
  return (
    <span className={styles.input}>
      {input.value}
      <span className={styles.small}> {input.when ?? say('triage.noTime')}</span>
      <SourceOf citation={input.citation} />
    </span>
  );
}

import { Paper } from '@mantine/core';
import type { Acuity, DecisionPoint, Reason } from '../contract/triage';
import { say } from '../words/words';
import { SourceOf } from './SourceOf';
import styles from './Triage.module.css';

/** The level with its reasons: each answer shows its evidence, its source in print, and options for review. */
export function AcuityCard({ acuity }: { acuity: Acuity }) {
  return (
    <Paper component="section" id="acuity" tabIndex={-1} className="card" aria-labelledby="acuity-heading">
      <h2 id="acuity-heading">{say('triage.acuity.heading')}</h2>
      <p className={styles.level}>
        <strong data-level={acuity.level ?? 'none'}>
          {acuity.level === null
            ? say('triage.acuity.none')
            : say('triage.acuity.level', { level: acuity.level })}
        </strong>{' '}
        {say('triage.acuity.scale', { when: acuity.when })}
      </p>
      {acuity.raised && <p className={styles.raised}>{acuity.raised}</p>}
      <ul className={styles.points}>
        {acuity.points.map((point) => (
          <Point key={point.point} point={point} />
        ))}
      </ul>
      <p className={styles.small}>{say('triage.acuity.tables', { rules: acuity.rules })}</p>
    </Paper>
  );
}

/** The point that asks for a number; its reason says which. */
const HOW_MANY = 'C';

function Point({ point }: { point: DecisionPoint }) {
  return (
    <li className={styles.point}>
      <h3>
        {point.point}. {point.question}{' '}
        {point.point !== HOW_MANY && (
          <span data-answer={point.answer}>{say(`triage.answer.${point.answer}`)}</span>
        )}
      </h3>
      <ul className={styles.reasons}>
        {point.reasons.map((reason) => (
          <ReasonItem key={reason.rule} reason={reason} />
        ))}
      </ul>
      {point.open.length > 0 && (
        <details>
          <summary>{say('triage.acuity.open', { count: point.open.length })}</summary>
          <ul className={styles.reasons}>
            {point.open.map((open) => (
              <li key={open.rule}>
                {say('triage.acuity.openRule', {
                  text: open.text,
                  level: open.level,
                  missing: open.missing.join(', '),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function ReasonItem({ reason }: { reason: Reason }) {
  return (
    <li>
      <p className={styles.why}>
        {reason.text}{' '}
        <span className={styles.small}>{say('triage.acuity.gives', { level: reason.level })}</span>
      </p>
      {reason.evidence.map((evidence) => (
        <p key={evidence.text} className={styles.evidence}>
          {evidence.text}
          {evidence.when && <span className={styles.small}> {evidence.when}</span>}
          <SourceOf citation={evidence.citation} />
        </p>
      ))}
      <p className={styles.small}>{say('triage.acuity.review', { options: reason.review })}</p>
      <p className={styles.small}>
        {say('triage.acuity.source', { source: reason.publications.join('; ') })}
      </p>
    </li>
  );
}

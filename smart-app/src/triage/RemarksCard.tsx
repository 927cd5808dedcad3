import { Paper } from '@mantine/core';
import type { Summary } from '../contract/summary';
import type { Remark } from '../contract/triage';
import { CitationPill } from '../source/CitationPill';
import { say } from '../words/words';
import styles from './Triage.module.css';

const PARTS = ['reason', 'consider', 'resource'] as const;

/** A model's words beside the scores, or why there are none. Nothing of it has a part in a score. */
export function RemarksCard({ draft, remarks }: { draft: Summary; remarks: readonly Remark[] }) {
  if (draft.composedBy === 'rules') {
    return (
      <p className={styles.small}>
        {draft.fallbackReason
          ? say(`triage.remarks.failed.${draft.fallbackReason}`)
          : say('triage.remarks.none')}
      </p>
    );
  }
  return (
    <Paper component="section" className={`card ${styles.remarks}`} aria-labelledby="remarks-heading">
      <h2 id="remarks-heading">{say('triage.remarks.heading', { name: draft.modelName ?? '' })}</h2>
      <p className={styles.small}>{say('triage.remarks.explanation')}</p>
      {PARTS.filter((part) => remarks.some((remark) => remark.part === part)).map((part) => (
        <section key={part} aria-label={say(`triage.remarks.part.${part}`)}>
          <h3>{say(`triage.remarks.part.${part}`)}</h3>
          <ul className={styles.reasons}>
            {remarks
              .filter((remark) => remark.part === part)
              .map((remark) => (
                <li key={`${remark.name} ${remark.text}`}>
                  {remark.name && <strong>{remark.name}: </strong>}
                  {remark.text}{' '}
                  {[...new Set(remark.citations)].map((factId) => (
                    <CitationPill key={factId} factId={factId} />
                  ))}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Paper>
  );
}

import { IconArrowsDiff, IconZoomQuestion } from '@tabler/icons-react';
import type { WithheldStatement } from '../contract/summary';
import { CitationPill } from '../source/CitationPill';
import { say } from '../words/words';
import styles from './WithheldCard.module.css';

/** Verdict and reason first; the wording last, quoted and struck through, so that it cannot be taken for text. */
export function WithheldItem({ statement }: { statement: WithheldStatement }) {
  const Icon = statement.verdict === 'contradicted' ? IconArrowsDiff : IconZoomQuestion;
  return (
    <li className={styles.item} data-verdict={statement.verdict}>
      <p className={styles.verdict}>
        <Icon size={16} aria-hidden="true" />
        {say(`withheld.verdict.${statement.verdict}`)}
      </p>
      <dl className={styles.entries}>
        <dt>{say('withheld.reason')}</dt>
        <dd>{statement.reason ?? say('withheld.noReason')}</dd>
        <dt>{say('withheld.statement')}</dt>
        <dd>
          <del className={styles.wording}>{statement.text}</del>
        </dd>
        {statement.citations.length > 0 && (
          <>
            <dt>{say('withheld.compare')}</dt>
            <dd className={styles.citations}>
              {[...new Set(statement.citations)].map((factId) => (
                <CitationPill key={factId} factId={factId} />
              ))}
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { IconArrowsDiff, IconCheck, IconZoomQuestion } from '@tabler/icons-react';
import type { CheckedSentence, SentenceVerdict } from '../contract/inquiry';
import { CitationPill } from '../source/CitationPill';
import { say } from '../words/words';
import styles from './Ask.module.css';

const ICONS: Record<SentenceVerdict, typeof IconCheck> = {
  supported: IconCheck,
  contradicted: IconArrowsDiff,
  'not-found': IconZoomQuestion,
};

interface SentenceItemProps {
  readonly sentence: CheckedSentence;
  /** Whether the verdict stands in words beside every sentence, as it must where somebody else wrote them. */
  readonly isSaid?: boolean;
}

/** A sentence with what the chart says to it: icon, words and the facts behind it. */
export function SentenceItem({ sentence, isSaid = false }: SentenceItemProps) {
  const { text, verdict, reason, citations } = sentence;
  const Icon = ICONS[verdict];
  const words = say(`later.check.verdict.${verdict}`);
  return (
    <li className={styles.sentence} data-verdict={verdict}>
      <Icon size={16} className={styles.icon} aria-hidden="true" />
      <span className={styles.body}>
        {isSaid ? (
          <strong className={styles.verdict}>{words}</strong>
        ) : (
          <VisuallyHidden>{words}</VisuallyHidden>
        )}
        <span className={styles.text}>{text}</span>
        {citations.length > 0 && (
          <span className={styles.citations}>
            <VisuallyHidden>{say('summary.citations')}</VisuallyHidden>
            {[...new Set(citations)].map((factId) => (
              <CitationPill key={factId} factId={factId} />
            ))}
          </span>
        )}
        {reason && <span className={styles.reason}>{reason}</span>}
      </span>
    </li>
  );
}

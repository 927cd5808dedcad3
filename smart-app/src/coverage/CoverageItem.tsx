import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconLock,
  IconScissors,
} from '@tabler/icons-react';
import type { Coverage, Outcome } from '../contract/coverage';
import { say } from '../words/words';
import styles from './CoverageCard.module.css';
import { countInWords, noteInWords, typeInWords } from './coverage-words';

const ICONS: Record<Outcome, typeof IconCheck> = {
  found: IconCheck,
  'none-recorded': IconCircleMinus,
  'not-asked': IconCircleDashed,
  'not-permitted': IconLock,
  failed: IconAlertTriangle,
  'cut-off': IconScissors,
};

/** One resource type: its outcome as icon, word and colour, so that none of them carries it alone. */
export function CoverageItem({ coverage }: { coverage: Coverage }) {
  const Icon = ICONS[coverage.outcome];
  const count = countInWords(coverage);
  const note = noteInWords(coverage);
  return (
    <li className={styles.item} data-outcome={coverage.outcome}>
      <Icon size={16} className={styles.icon} aria-hidden="true" />
      <span className={styles.type}>{typeInWords(coverage.type)}</span>
      <span className={styles.outcome}>
        {coverage.outcome !== 'found' && <strong>{say(`coverage.outcome.${coverage.outcome}`)}</strong>}
        {coverage.outcome !== 'found' && count && ', '}
        {count}
      </span>
      {note && <span className={styles.detail}>{note}</span>}
    </li>
  );
}

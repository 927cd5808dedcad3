import { IconHistory } from '@tabler/icons-react';
import type { LookedBack } from '../contract/summary';
import { say } from '../words/words';
import styles from './CoverageCard.module.css';
import { lookBackInWords, notUsedInWords } from './look-back-words';

/** That a summary looks back so far only: what it does not use was read, and is in the chart. */
export function LookBackNote({ lookBack }: { lookBack: LookedBack }) {
  return (
    <div className={styles.lookBack}>
      <IconHistory size={16} aria-hidden="true" />
      <div>
        <strong>{lookBackInWords(lookBack)}</strong>
        {lookBack.notUsed > 0 && (
          <p>
            {say('lookBack.kinds', { kinds: notUsedInWords(lookBack) })} {say('lookBack.meaning')}
          </p>
        )}
      </div>
    </div>
  );
}

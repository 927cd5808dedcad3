import { Button } from '@mantine/core';
import { isUnresolved, type Statement } from '../contract/summary';
import { say } from '../words/words';
import { ChangedBy } from './ChangedBy';
import styles from './Review.module.css';
import { useReviewDesk } from './ReviewDesk';

/** Says that words are the clinician's and what the chart says to them; the clinician can stand by them all the same. */
export function OwnWords({ statement }: { statement: Statement }) {
  const review = useReviewDesk();
  const { index, verdict, reason, acknowledged } = statement;
  return (
    <span className={styles.mark} data-verdict={verdict}>
      {say(`review.own.${verdict}`)}
      {verdict !== 'supported' && reason && `: ${reason}`}
      {acknowledged && ` ${say('review.stoodBy')}`} <ChangedBy statement={statement} />
      {review && index !== null && isUnresolved(statement) && (
        <Button
          size="compact-xs"
          variant="default"
          className={styles.standBy ?? ''}
          disabled={review.busy}
          onClick={() => review.send({ statement: index, action: 'acknowledge' })}
        >
          {say('review.standBy')}
        </Button>
      )}
    </span>
  );
}

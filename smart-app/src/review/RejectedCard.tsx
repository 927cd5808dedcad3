import { Button, Paper } from '@mantine/core';
import type { Statement } from '../contract/summary';
import '../words/later';
import { knows, say } from '../words/words';
import { ChangedBy } from './ChangedBy';
import styles from './Review.module.css';
import { useReviewDesk } from './ReviewDesk';

/** What the clinician left out, with the way back. */
export function RejectedCard({ rejected }: { rejected: readonly Statement[] }) {
  const review = useReviewDesk();
  return (
    <Paper component="section" className="card" aria-labelledby="rejected-heading">
      <h2 id="rejected-heading">{say('review.rejectedHeading', { count: rejected.length })}</h2>
      <p>{say('later.review.rejectedBody')}</p>
      {rejected.map((statement) => {
        const { index } = statement;
        return (
          <div key={index} className={styles.rejected}>
            <del>{statement.text}</del>
            {statement.leftOut && <span>{reasonInWords(statement.leftOut)}</span>}
            <ChangedBy statement={statement} />
            {review && index !== null && (
              <Button
                size="compact-xs"
                variant="default"
                disabled={review.busy}
                aria-label={`${say('later.review.restore')}: ${statement.text}`}
                onClick={() => review.send({ statement: index, action: 'restore' })}
              >
                {say('later.review.restore')}
              </Button>
            )}
          </div>
        );
      })}
    </Paper>
  );
}

function reasonInWords(code: string): string {
  const key = `later.review.reasons.${code}`;
  return knows(key) ? say(key as 'later.review.reasons.wrong') : code;
}

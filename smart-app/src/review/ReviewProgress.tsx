import { Button } from '@mantine/core';
import { IconArrowBackUp, IconKeyboard } from '@tabler/icons-react';
import { say } from '../words/words';
import styles from './Review.module.css';
import { useReviewDesk } from './ReviewDesk';

/** How much of the text is still to be accepted. It is the clinician's own tally: nothing hangs on it. */
export function ReviewProgress({ rest, onHelp }: { rest: number; onHelp: () => void }) {
  const review = useReviewDesk();
  return (
    <p className={styles.progress}>
      {rest === 0 ? say('review.all') : say('review.rest', { count: rest })}
      {review?.undo && (
        <Button
          size="compact-xs"
          variant="default"
          disabled={review.busy}
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          onClick={review.undo}
        >
          {say('review.undo')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconKeyboard size={16} aria-hidden="true" />}
        onClick={onHelp}
      >
        {say('review.keys')}
      </Button>
    </p>
  );
}

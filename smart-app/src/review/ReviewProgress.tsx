import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { say } from '../words/words';
import styles from './Review.module.css';

/** How much of the text is still to be accepted. It is the clinician's own tally: nothing hangs on it. */
export function ReviewProgress({ rest, onHelp }: { rest: number; onHelp: () => void }) {
  return (
    <p className={styles.progress}>
      {rest === 0 ? say('review.all') : say('review.rest', { count: rest })}
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

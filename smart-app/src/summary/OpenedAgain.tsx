import { Button } from '@mantine/core';
import { say } from '../words/words';
import styles from './KindPicker.module.css';

/** Says that the draft in view is one from before, with the way to a new one. */
export function OpenedAgain({ onFresh }: { onFresh: () => void }) {
  return (
    <div className={styles.picker}>
      <p>{say('opened.note')}</p>
      <Button size="xs" variant="default" onClick={onFresh}>
        {say('opened.fresh')}
      </Button>
    </div>
  );
}

import { Modal } from '@mantine/core';
import '../words/later';
import { say } from '../words/words';
import styles from './Review.module.css';

const KEYS = [
  ['J', 'next'],
  ['K', 'previous'],
  ['A', 'accept'],
  ['R', 'reject'],
  ['E', 'edit'],
  ['I', 'insert'],
  ['X', 'section'],
  ['U', 'restore'],
  ['Z', 'undo'],
  ['S', 'source'],
  ['?', 'help'],
] as const;

/** The keys of the review. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('later.review.keys.title')}
      closeButtonProps={{ 'aria-label': say('later.review.keys.close') }}
      transitionProps={{ duration: 0 }}
    >
      {say('later.review.keys.where')}
      <dl className={styles.keys}>
        {KEYS.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`later.review.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

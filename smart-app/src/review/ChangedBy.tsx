import type { Statement } from '../contract/summary';
import { localTime } from '../words/time';
import { say } from '../words/words';
import styles from './Review.module.css';

/** Who changed a statement or left it out, and when; nothing where the server does not tell. */
export function ChangedBy({ statement: { changed } }: { statement: Pick<Statement, 'changed'> }) {
  if (!changed) return null;
  return (
    <span className={styles.changedBy}>
      {say('review.changedBy', { by: changed.by, time: localTime(changed.at) })}
    </span>
  );
}

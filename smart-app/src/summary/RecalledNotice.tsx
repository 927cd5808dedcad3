import { Alert, Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useContext } from 'react';
import { isRecalled, type Summary } from '../contract/summary';
import styles from '../failure/FailureNotice.module.css';
import { WaysOnContext } from '../failure/ways-on';
import { localTime } from '../words/time';
import { say } from '../words/words';

type Recalls = Pick<Summary, 'recalls'>;

/** Says above everything else that a draft was recalled, and why; nothing where nobody recalled it. */
export function RecalledNotice({ recalls }: Recalls) {
  const { fresh } = useContext(WaysOnContext);
  if (recalls.length === 0) return null;
  const isItself = isRecalled({ recalls });
  return (
    <Alert
      className={styles.notice ?? ''}
      role="alert"
      variant="outline"
      color="red"
      icon={<IconAlertOctagon aria-hidden="true" />}
      title={say(isItself ? 'recalled.title' : 'recalled.titleOfReplaced')}
    >
      <p>{say(isItself ? 'recalled.body' : 'recalled.bodyOfReplaced')}</p>
      <ul>
        {recalls.map(({ at, reason }) => (
          <li key={`${at} ${reason}`}>
            {say('recalled.reason', { time: localTime(at), reason: reason || say('recalled.unsaid') })}
          </li>
        ))}
      </ul>
      {fresh && isItself && (
        <Button className={styles.retry ?? ''} size="sm" variant="outline" onClick={fresh}>
          {say('failure.way.fresh')}
        </Button>
      )}
    </Alert>
  );
}

/** The reasons in one line. */
export function reasonsOf({ recalls }: Recalls): string {
  return recalls.map(({ reason }) => reason || say('recalled.unsaid')).join('; ');
}

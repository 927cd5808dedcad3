import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconDoorExit } from '@tabler/icons-react';
import { endsLaunch, type Failure, worthRetrying } from '../contract/failure';
import { say } from '../words/words';
import styles from './FailureNotice.module.css';
import { useWaysOn } from './ways-on';

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** Whether it was the signing that failed: then the first question is whether the document was filed. */
  readonly whileSigning?: boolean;
  /** What it means where it happened; said above what failed. */
  readonly title?: string;
}

/** What failed, what it means for the clinician, and what to do. Announced when it appears. */
export function FailureNotice({ failure, onRetry, whileSigning = false, title }: FailureNoticeProps) {
  const Icon = endsLaunch(failure)
    ? IconDoorExit
    : failure.kind === 'network-lost'
      ? IconCloudOff
      : IconAlertTriangle;
  const ways = useWaysOn(failure.kind);
  const unconfirmed = whileSigning && worthRetrying(failure);
  // What the server says of this very act says more than the usual advice.
  const isTold = title !== undefined && failure.message !== null;
  const heading = unconfirmed ? say('failure.signing.title') : title;
  return (
    <Alert
      className={styles.notice ?? ''}
      role="alert"
      variant="outline"
      color="red"
      icon={<Icon aria-hidden="true" />}
      title={heading ?? say(`failure.title.${failure.kind}`)}
    >
      {heading && !isTold && <p>{say(`failure.title.${failure.kind}`)}</p>}
      {!isTold && (
        <p>{unconfirmed ? say('failure.signing.advice') : say(`failure.advice.${failure.kind}`)}</p>
      )}
      {failure.message && (
        <p>
          {say('failure.server')} <q>{failure.message}</q>
        </p>
      )}
      {failure.incident && (
        <p className={styles.incident}>{say('failure.incident', { incident: failure.incident })}</p>
      )}
      {onRetry && worthRetrying(failure) && (
        <Button className={styles.retry ?? ''} size="sm" variant="outline" onClick={onRetry}>
          {say('failure.retry')}
        </Button>
      )}
      {ways.map(({ way, go }) => (
        <Button key={way} className={styles.retry ?? ''} size="sm" variant="outline" onClick={go}>
          {say(`failure.way.${way}`)}
        </Button>
      ))}
    </Alert>
  );
}

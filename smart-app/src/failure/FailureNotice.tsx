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
}

/** What failed, what it means for the clinician, and what to do. Announced when it appears. */
export function FailureNotice({ failure, onRetry, whileSigning = false }: FailureNoticeProps) {
  const Icon = endsLaunch(failure)
    ? IconDoorExit
    : failure.kind === 'network-lost'
      ? IconCloudOff
      : IconAlertTriangle;
  const ways = useWaysOn(failure.kind);
  const unconfirmed = whileSigning && worthRetrying(failure);
  return (
    <Alert
      className={styles.notice ?? ''}
      role="alert"
      variant="outline"
      color="red"
      icon={<Icon aria-hidden="true" />}
      title={unconfirmed ? say('failure.signing.title') : say(`failure.title.${failure.kind}`)}
    >
      {unconfirmed && <p>{say(`failure.title.${failure.kind}`)}</p>}
      <p>{unconfirmed ? say('failure.signing.advice') : say(`failure.advice.${failure.kind}`)}</p>
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

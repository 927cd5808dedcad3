import { Button, Paper } from '@mantine/core';
import { IconLock, IconSignature } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import { say } from '../words/words';
import { FilingNotice } from './FilingNotice';
import { SignConfirmation } from './SignConfirmation';
import styles from './Signing.module.css';
import type { Signing } from './use-signing';

interface SignCardProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly signing: Signing;
}

/** The end of the page: sign the text, or read what became of it. */
export function SignCard({ launch, summary, signing }: SignCardProps) {
  const [confirming, setConfirming] = useState(false);
  const { state } = signing;

  useEffect(() => {
    if (state.phase === 'signed' || state.phase === 'failed') setConfirming(false);
  }, [state]);

  return (
    <Paper component="section" className="card" aria-labelledby="signing-heading">
      <h2 id="signing-heading">{say('signing.heading')}</h2>
      {state.phase === 'signed' && <FilingNotice filing={state.filing} textHash={summary.textHash} />}
      {state.phase === 'failed' && <FailureNotice failure={state.failure} whileSigning />}
      {state.phase !== 'signed' && (
        <Invitation canSign={launch.user.canSign} onOpen={() => setConfirming(true)} />
      )}
      <SignConfirmation
        opened={confirming}
        launch={launch}
        summary={summary}
        signing={state.phase === 'signing'}
        onSign={() => signing.sign(summary)}
        onClose={() => setConfirming(false)}
      />
    </Paper>
  );
}

function Invitation({ canSign, onOpen }: { canSign: boolean; onOpen: () => void }) {
  if (!canSign) {
    return (
      <p className={styles.refused}>
        <IconLock size={16} aria-hidden="true" />
        {say('signing.cannotSign')}
      </p>
    );
  }
  return (
    <div className={styles.invitation}>
      <p>{say('signing.invitation')}</p>
      <Button leftSection={<IconSignature size={18} aria-hidden="true" />} onClick={onOpen}>
        {say('signing.open')}
      </Button>
    </div>
  );
}

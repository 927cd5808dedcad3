import { Button, Paper } from '@mantine/core';
import { IconLock, IconSignature } from '@tabler/icons-react';
import { lazy, type Ref, Suspense, useEffect, useRef, useState } from 'react';
import { filesNothing, type LaunchContext } from '../contract/launch-context';
import { isUnresolved, type Summary, statementsOf } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import { say } from '../words/words';
import { FilingNotice } from './FilingNotice';
import styles from './Signing.module.css';
import type { Signing } from './use-signing';

const loadConfirmation = () =>
  import('./SignConfirmation').then((part) => ({ default: part.SignConfirmation }));
const SignConfirmation = lazy(loadConfirmation);

interface SignCardProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly signing: Signing;
}

/** The end of the page: sign the text, or read what became of it. */
export function SignCard({ launch, summary, signing }: SignCardProps) {
  const [confirming, setConfirming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { state } = signing;
  const words = filesNothing(launch) ? 'signingOnly' : 'signing';

  // Not a part of the first load, and there before anybody has read to the end.
  useEffect(() => void loadConfirmation(), []);

  useEffect(() => {
    if (state.phase === 'signed' || state.phase === 'failed') setConfirming(false);
  }, [state]);

  return (
    <Paper component="section" className="card" aria-labelledby="signing-heading">
      <h2 id="signing-heading">{say(`${words}.heading`)}</h2>
      {state.phase === 'signed' && <FilingNotice launch={launch} draft={summary} filing={state.filing} />}
      {state.phase === 'failed' && <FailureNotice failure={state.failure} whileSigning />}
      {state.phase !== 'signed' && (
        <Invitation
          canSign={launch.user.canSign}
          words={words}
          unresolved={statementsOf(summary).filter(isUnresolved).length}
          opener={opener}
          onOpen={() => setConfirming(true)}
        />
      )}
      <Suspense>
        <SignConfirmation
          opened={confirming}
          launch={launch}
          summary={summary}
          signing={state.phase === 'signing'}
          onSign={() => signing.sign(summary)}
          onClose={() => {
            setConfirming(false);
            // The dialog holds the focus until it is gone from the page.
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      </Suspense>
    </Paper>
  );
}

interface InvitationProps {
  readonly canSign: boolean;
  readonly words: 'signing' | 'signingOnly';
  /** How many statements stand against the chart without the clinician having said to stand by them. */
  readonly unresolved: number;
  readonly opener: Ref<HTMLButtonElement>;
  readonly onOpen: () => void;
}

function Invitation({ canSign, words, unresolved, opener, onOpen }: InvitationProps) {
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
      <p>
        {unresolved > 0
          ? say('signing.unresolved', { count: unresolved })
          : say(words === 'signing' ? 'signing.invitation' : 'signingOnly.noDocuments')}
      </p>
      <Button
        ref={opener}
        disabled={unresolved > 0}
        leftSection={<IconSignature size={18} aria-hidden="true" />}
        onClick={onOpen}
      >
        {say(`${words}.open`)}
      </Button>
    </div>
  );
}

import { Button, Paper } from '@mantine/core';
import { IconLock, IconSignature } from '@tabler/icons-react';
import { lazy, type Ref, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { filesNothing, type LaunchContext } from '../contract/launch-context';
import { isRecalled, isUnresolved, type Summary, statementsOf } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import { type Unsaved, wordsOf } from '../review/unsaved';
import { reasonsOf } from '../summary/RecalledNotice';
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
  /** What is written in forms and not saved, and so is not signed either. */
  readonly unsaved?: RefObject<Unsaved>;
}

/** The end of the page: sign the text, or read what became of it. */
export function SignCard({ launch, summary, signing, unsaved }: SignCardProps) {
  const [confirming, setConfirming] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { state } = signing;
  const words = filesNothing(launch) ? 'signingOnly' : 'signing';

  // Not a part of the first load, and there before anybody has read to the end.
  useEffect(() => void loadConfirmation(), []);

  const before = useRef(state.phase);
  useEffect(() => {
    if (state.phase !== 'unsigned' && state.phase !== 'signing') setConfirming(false);
    // The failure was dealt with by a button that is gone.
    if (before.current === 'failed' && state.phase === 'unsigned') opener.current?.focus();
    before.current = state.phase;
  }, [state]);

  return (
    <Paper component="section" className="card" aria-labelledby="signing-heading">
      <h2 id="signing-heading">{say(`${words}.heading`)}</h2>
      {state.phase === 'signed' && <FilingNotice launch={launch} draft={summary} filing={state.filing} />}
      {state.phase === 'failed' && <FailureNotice failure={state.failure} whileSigning />}
      {state.phase === 'over' && <OverNotice state={state.state} />}
      {state.phase !== 'signed' && state.phase !== 'over' && (
        <Invitation
          canSign={launch.user.canSign}
          words={words}
          obstacle={obstacleOf(summary)}
          opener={opener}
          onOpen={() => {
            setUnsaved(unsaved !== undefined && wordsOf(unsaved.current).length > 0);
            setConfirming(true);
          }}
        />
      )}
      <Suspense>
        <SignConfirmation
          opened={confirming}
          launch={launch}
          summary={summary}
          signing={state.phase === 'signing'}
          isUnsaved={isUnsaved}
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

/** Why a draft cannot be signed; words against the chart that nobody stands by come after what no clinician can mend. */
function obstacleOf(summary: Summary): string | null {
  const reasons = reasonsOf(summary);
  if (isRecalled(summary)) return say('recalled.cannotSign', { reasons });
  if (summary.recalls.length > 0) return say('recalled.cannotSignOfReplaced', { reasons });
  const unresolved = statementsOf(summary).filter(isUnresolved).length;
  return unresolved > 0 ? say('signing.unresolved', { count: unresolved }) : null;
}

const OVER = ['rejected', 'expired', 'superseded', 'entered-in-error'] as const;

/** Says that there is nothing to sign any more, and why. */
function OverNotice({ state }: { state: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const known = OVER.find((one) => one === state) ?? 'other';
  return (
    <h3 ref={heading} tabIndex={-1}>
      {say(`signing.over.${known}`)}
    </h3>
  );
}

interface InvitationProps {
  readonly canSign: boolean;
  readonly words: 'signing' | 'signingOnly';
  /** Why nobody can sign it as it is; null where somebody can. */
  readonly obstacle: string | null;
  readonly opener: Ref<HTMLButtonElement>;
  readonly onOpen: () => void;
}

function Invitation({ canSign, words, obstacle, opener, onOpen }: InvitationProps) {
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
      <p id="signing-state">
        {obstacle ?? say(words === 'signing' ? 'signing.invitation' : 'signingOnly.noDocuments')}
      </p>
      <Button
        ref={opener}
        disabled={obstacle !== null}
        aria-describedby="signing-state"
        leftSection={<IconSignature size={18} aria-hidden="true" />}
        onClick={onOpen}
      >
        {say(`${words}.open`)}
      </Button>
    </div>
  );
}

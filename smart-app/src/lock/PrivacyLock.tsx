import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Failure, failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { FailureNotice } from '../failure/FailureNotice';
import { isAlive } from '../launch/launch-api';
import { useLaunchEnd } from '../launch/launch-end';
import { say } from '../words/words';
import styles from './PrivacyLock.module.css';
import { useIdle } from './use-idle';

const MINUTE_MS = 60_000;
/** As the server's session: automatic logoff (HIPAA 164.312(a)(2)(iii)). */
const LOGOFF_MINUTES = 15;

const LockContext = createContext(false);

/** Whether the page is locked: then nothing is asked of the server, for that would count as somebody being there. */
export function useLocked(): boolean {
  return useContext(LockContext);
}

interface PrivacyLockProps {
  readonly launch: LaunchContext;
  /** After how many minutes without anybody the chart is covered, 1 to 15. */
  readonly minutes: number;
  readonly children: ReactNode;
}

/**
 * Covers the chart when nobody is there, and ends it with the server's session. Covered, nothing of it is visible, printed,
 * or reached by a screen reader; it is uncovered only while the server still has the session open.
 */
export function PrivacyLock({ launch, minutes, children }: PrivacyLockProps) {
  const steps = useMemo(() => [minutes * MINUTE_MS, LOGOFF_MINUTES * MINUTE_MS], [minutes]);
  const ends = useLaunchEnd();
  const { step, back } = useIdle(steps, () => void isAlive(launch, new AbortController().signal));
  const isLocked = step >= 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is over when the last step is reached
  useEffect(() => {
    if (step === steps.length - 1) ends(failure('session-lost'));
  }, [step]);

  // What the kit puts beside the root (dialogs, drawers) is covered too.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-locked', isLocked);
    return () => document.documentElement.removeAttribute('data-locked');
  }, [isLocked]);

  return (
    <LockContext value={isLocked}>
      {isLocked && <Curtain launch={launch} onOpen={back} />}
      <div hidden={isLocked}>{children}</div>
    </LockContext>
  );
}

function Curtain({ launch, onOpen }: { launch: LaunchContext; onOpen: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const ends = useLaunchEnd();
  useEffect(() => button.current?.focus(), []);
  const open = async () => {
    setAsking(true);
    const answer = await isAlive(launch, new AbortController().signal);
    setAsking(false);
    if (answer.ok) onOpen();
    else if (!ends(answer.failure)) setFailed(answer.failure);
  };
  return (
    <main className={styles.curtain}>
      <h1>{say('page.product')}</h1>
      <p>
        <IconLock size={18} aria-hidden="true" /> {say('lock.body')}
      </p>
      <Button ref={button} onClick={open} loading={asking}>
        {say('lock.open')}
      </Button>
      {failed && <FailureNotice failure={failed} />}
    </main>
  );
}

import { Button, Modal, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { worthRetrying } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { Version } from '../contract/version';
import { FailureNotice } from '../failure/FailureNotice';
import { useAsking } from '../launch/use-asking';
import { REASONS, type Reason } from '../review/reasons';
import '../words/later';
import { say } from '../words/words';
import styles from './Versions.module.css';
import { naming } from './version-words';
import { retract } from './versions-api';

interface RetractDialogProps {
  readonly launch: LaunchContext;
  readonly version: Version;
  /** @param isDone whether the EHR shows it as entered in error now */
  readonly onClose: (isDone: boolean) => void;
}

/**
 * Takes a filed document back, for a reason. Until the EHR has said that it did, the document counts as filed; a lost answer
 * is asked for again, which marks it no second time.
 */
export function RetractDialog({ launch, version, onClose }: RetractDialogProps) {
  const [reason, setReason] = useState<Reason>('wrong');
  const { asked, put } = useAsking((why: Reason, signal) => retract(launch, version.draftId, why, signal));
  const done = useRef<HTMLParagraphElement>(null);
  const isBusy = asked?.phase === 'waiting';
  const isDone = asked?.phase === 'ready';
  const failed = asked?.phase === 'failed' ? asked.failure : null;
  useEffect(() => {
    if (isDone) done.current?.focus();
  }, [isDone]);
  const close = () => {
    if (!isBusy) onClose(isDone);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={say('later.retract.title')}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': say('later.retract.close') }}
      transitionProps={{ duration: 0 }}
    >
      <p className={styles.subject}>{say('later.retract.subject', naming(version))}</p>
      {version.location && <p>{say('later.versions.isIn', { location: version.location })}</p>}
      <p role="status" ref={done} tabIndex={-1}>
        {isBusy && say('later.retract.busy')}
        {isDone && say('later.retract.done')}
      </p>
      {!isDone && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            put(reason);
          }}
        >
          <p>{say('later.retract.meaning')}</p>
          <NativeSelect
            data-autofocus
            label={say('later.retract.reason')}
            disabled={isBusy}
            value={reason}
            data={REASONS.map((value) => ({ value, label: say(`later.review.reasons.${value}`) }))}
            onChange={(event) => setReason(event.currentTarget.value as Reason)}
          />
          {failed && (
            <FailureNotice
              failure={failed}
              {...(worthRetrying(failed) ? { title: say('later.retract.unconfirmed') } : {})}
            />
          )}
          <span className={styles.buttons}>
            <Button variant="default" onClick={close} disabled={isBusy}>
              {say('later.retract.back')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {say('later.retract.confirm')}
            </Button>
          </span>
        </form>
      )}
      {isDone && <Button onClick={close}>{say('later.retract.close')}</Button>}
    </Modal>
  );
}

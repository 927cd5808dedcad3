import { Button, Modal } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { TIERS, type Tier, type WardEntry } from '../contract/ward';
import { FailureNotice } from '../failure/FailureNotice';
import { say } from '../words/words';
import styles from './Ward.module.css';
import { decide, type WardPlace } from './ward-api';

const CHOICES = TIERS.filter((tier) => tier !== 'unknown');
const HOURS = [1, 4, 8, 12, 24];
const USUAL_HOURS = 12;
const LONGEST_REASON = 500;

interface DecisionDialogProps {
  readonly launch: LaunchContext;
  readonly place: WardPlace;
  readonly entry: WardEntry;
  readonly onClose: () => void;
  readonly onKept: () => void;
}

/** Puts one patient elsewhere in the order, with a reason; what the rules say stays in view. */
export function DecisionDialog({ launch, place, entry, onClose, onKept }: DecisionDialogProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const request = useRef(new AbortController());
  const name = entry.name ?? say('banner.unnamed');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const reason = String(fields.get('reason') ?? '').trim();
    if (reason === '') return;
    setSending(true);
    const answer = await decide(
      launch,
      place,
      {
        patient: entry.patient,
        tier: String(fields.get('tier')) as Tier | 'none',
        reason,
        hours: Number(fields.get('hours')),
      },
      request.current.signal,
    );
    setSending(false);
    if (answer.ok) onKept();
    else setFailure(answer.failure);
  }

  return (
    <Modal
      opened
      onClose={sending ? () => undefined : onClose}
      title={say('ward.dialog.title', { name })}
      size="34rem"
      closeButtonProps={{ 'aria-label': say('ward.dialog.cancel') }}
      transitionProps={{ duration: 0 }}
    >
      <form className={styles.form} onSubmit={submit}>
        <p>{say('ward.dialog.computed', { tier: say(`ward.tier.${entry.computedTier}`) })}</p>
        <label>
          {say('ward.dialog.tier')}
          <select name="tier" defaultValue={entry.override?.tier ?? 'urgent'}>
            {CHOICES.map((tier) => (
              <option key={tier} value={tier}>
                {say(`ward.tier.${tier}`)}
              </option>
            ))}
            {entry.override && <option value="none">{say('ward.dialog.takeBack')}</option>}
          </select>
        </label>
        <label>
          {say('ward.dialog.reason')}
          <textarea name="reason" required maxLength={LONGEST_REASON} rows={3} />
        </label>
        <label>
          {say('ward.dialog.hours')}
          <select name="hours" defaultValue={USUAL_HOURS}>
            {HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {say('ward.dialog.hour', { count: hours })}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.soft}>{say('ward.dialog.meaning')}</p>
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose} disabled={sending}>
            {say('ward.dialog.cancel')}
          </Button>
          <Button type="submit" loading={sending}>
            {say('ward.dialog.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

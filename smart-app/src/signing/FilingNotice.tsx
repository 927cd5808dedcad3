import { IconCircleCheck, IconClockPause } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Filing } from '../contract/filing';
import { shortHash } from '../words/hash';
import { localTime } from '../words/time';
import { say } from '../words/words';
import styles from './Signing.module.css';

/** What became of the signed text. "Filed" is only said where the EHR has confirmed it. */
export function FilingNotice({ filing, textHash }: { filing: Filing; textHash: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const Icon = filing.outcome === 'pending' ? IconClockPause : IconCircleCheck;
  return (
    <div className={styles.filing} data-outcome={filing.outcome} role="status">
      <h3 ref={heading} tabIndex={-1}>
        <Icon size={20} aria-hidden="true" />
        {say(`signing.${filing.outcome}`)}
      </h3>
      <p>{say(`signing.${filing.outcome}Body`)}</p>
      <dl className={styles.entries}>
        {filing.location && <Entry label={say('signing.location')} value={filing.location} />}
        {filing.signedBy && <Entry label={say('signing.signedBy')} value={filing.signedBy} />}
        {filing.signedAt && <Entry label={say('signing.signedAt')} value={localTime(filing.signedAt)} />}
        <Entry label={say('signing.hash')} value={say('signing.hashShort', { hash: shortHash(textHash) })} />
      </dl>
    </div>
  );
}

function Entry({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

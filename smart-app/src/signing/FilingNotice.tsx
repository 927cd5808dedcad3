import { IconAlertTriangle, IconCircleCheck, IconClockPause } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { type Filing, standingOf } from '../contract/filing';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { shortHash } from '../words/hash';
import { localTime } from '../words/time';
import { say } from '../words/words';
import styles from './Signing.module.css';
import { useFilingStatus } from './use-filing-status';

const ICONS = {
  filed: IconCircleCheck,
  'already-filed': IconCircleCheck,
  pending: IconClockPause,
  queued: IconClockPause,
  refused: IconAlertTriangle,
};

interface FilingNoticeProps {
  readonly launch: LaunchContext;
  readonly draft: Summary;
  readonly filing: Filing;
}

/** What became of the signed text. "Filed" is only said where the EHR has confirmed it. */
export function FilingNotice({ launch, draft, filing }: FilingNoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const status = useFilingStatus(launch, draft.draftId, filing.outcome === 'pending');
  const outcome = status ? standingOf(status) : filing.outcome;
  const Icon = ICONS[outcome];
  const location = filing.location ?? status?.location;
  const caveat = filing.caveat ?? status?.caveat;
  const signedBy = filing.signedByName ?? status?.signedByName ?? filing.signedBy ?? status?.signedBy;
  const signedAt = filing.signedAt ?? status?.signedAt;
  return (
    <div className={styles.filing} data-outcome={outcome} role="status">
      <h3 ref={heading} tabIndex={-1}>
        <Icon size={20} aria-hidden="true" />
        {say(`signing.${outcome}`)}
      </h3>
      <p>{say(`signing.${outcome}Body`)}</p>
      {caveat && <p>{caveat}</p>}
      <dl className={styles.entries}>
        {location && <Entry label={say('signing.location')} value={location} />}
        {outcome === 'queued' && status?.nextTry && (
          <Entry label={say('signing.nextTry')} value={localTime(status.nextTry)} />
        )}
        {outcome !== 'filed' && status?.reason && <Entry label={say('signing.why')} value={status.reason} />}
        {signedBy && <Entry label={say('signing.signedBy')} value={signedBy} />}
        {signedAt && <Entry label={say('signing.signedAt')} value={localTime(signedAt)} />}
        <Entry
          label={say('signing.hash')}
          value={say('signing.hashShort', { hash: shortHash(draft.textHash) })}
        />
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

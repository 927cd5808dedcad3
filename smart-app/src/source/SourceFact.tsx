import { UnstyledButton } from '@mantine/core';
import type { Fact } from '../contract/summary';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import { factLine } from './fact-line';
import { useSourceDesk } from './SourceDesk';
import styles from './SourceFact.module.css';

/** The open fact as the chart has it, and the statements that rest on it. */
export function SourceFact({ fact }: { fact: Fact | undefined }) {
  if (!fact) return <p className={styles.missing}>{say('source.missing')}</p>;
  const { headline, details } = factLine(fact);
  return (
    <div className={styles.fact}>
      <p className={styles.kind}>{say(`kind.${fact.kind}`)}</p>
      <p className={styles.headline}>{headline}</p>
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      <dl className={styles.origin}>
        <Entry label={say('source.effective')} value={fact.effective && recordedTime(fact.effective)} />
        <Entry label={say('source.status')} value={fact.status} />
        <Entry label={say('source.reference')} value={fact.source} code />
        <Entry label={say('source.path')} value={fact.path} code />
      </dl>
      <CitedBy />
    </div>
  );
}

function Entry({ label, value, code }: { label: string; value: string | null; code?: boolean }) {
  const known = code ? <code>{value}</code> : value;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value ? known : <span className={styles.absent}>{say('source.notRecorded')}</span>}</dd>
    </div>
  );
}

function CitedBy() {
  const { citing, leaveFor } = useSourceDesk();
  if (citing.length === 0) return null;
  return (
    <div className={styles.citing}>
      <h3>{say('source.citedBy')}</h3>
      <ul>
        {citing.map(({ placeId, text }) => (
          <li key={placeId}>
            <UnstyledButton className={styles.back ?? ''} onClick={() => leaveFor(placeId)}>
              {text}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

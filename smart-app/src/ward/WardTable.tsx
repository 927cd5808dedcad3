import { Button } from '@mantine/core';
import { IconUserEdit } from '@tabler/icons-react';
import type { WardEntry } from '../contract/ward';
import { typeInWords } from '../coverage/coverage-words';
import { localTime } from '../words/time';
import { say } from '../words/words';
import styles from './Ward.module.css';

interface WardTableProps {
  readonly patients: readonly WardEntry[];
  readonly launched: string;
  readonly canDecide: boolean;
  readonly onDecide: (entry: WardEntry) => void;
}

/** The patients in order: why each stands where he does, what is missing, and how old the data are. */
export function WardTable({ patients, launched, canDecide, onDecide }: WardTableProps) {
  if (patients.length === 0) return <p>{say('ward.nobody')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('ward.column.place')}</th>
          <th scope="col">{say('ward.column.patient')}</th>
          <th scope="col">{say('ward.column.why')}</th>
          <th scope="col">{say('ward.column.missing')}</th>
          <th scope="col">{say('ward.column.read')}</th>
        </tr>
      </thead>
      <tbody>
        {patients.map((entry) => (
          <tr key={entry.patient} data-tier={entry.tier}>
            <td className={styles.place}>
              <strong>{say(`ward.tier.${entry.tier}`)}</strong>
              {entry.tier !== entry.computedTier && (
                <span>{say('ward.computed', { tier: say(`ward.tier.${entry.computedTier}`) })}</span>
              )}
            </td>
            <th scope="row" className={styles.patient}>
              <span className={styles.name}>{entry.name ?? say('banner.unnamed')}</span>
              <span>{details(entry)}</span>
              {entry.patient === launched && <span>{say('ward.launched')}</span>}
              {canDecide && (
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconUserEdit size={14} aria-hidden="true" />}
                  aria-label={say('ward.decideFor', { name: entry.name ?? say('banner.unnamed') })}
                  onClick={() => onDecide(entry)}
                >
                  {say('ward.decide')}
                </Button>
              )}
            </th>
            <td>
              <Why entry={entry} />
            </td>
            <td>
              <Missing entry={entry} />
            </td>
            <td className={styles.read}>
              {localTime(entry.readAt)}
              {entry.notRefreshed && (
                <strong>{say('ward.notRefreshed', { reason: entry.notRefreshed })}</strong>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Why({ entry }: { entry: WardEntry }) {
  return (
    <>
      <ul className={styles.plain}>
        {entry.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {entry.override?.outgrown && <p className={styles.outgrown}>{outgrown(entry)}</p>}
      {entry.inputs.length > 0 && (
        <details className={styles.inputs}>
          <summary>{say('ward.inputs', { count: entry.inputs.length })}</summary>
          <ul>
            {entry.inputs.map((input) => (
              <li key={`${input.text} ${input.source}`}>
                {input.text}
                {input.when && `, ${input.when}`}
                {input.source && <code>{input.source}</code>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Missing({ entry }: { entry: WardEntry }) {
  const lines = [
    ...entry.missing,
    ...entry.refused,
    ...entry.unread.map((unread) =>
      say('ward.unread', { type: typeInWords(unread.type), outcome: outcome(unread.outcome) }),
    ),
  ];
  if (lines.length === 0) return <span className={styles.soft}>{say('ward.nothingMissing')}</span>;
  return (
    <ul className={styles.plain}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function outgrown({ override }: WardEntry): string {
  return say('ward.outgrown', {
    tier: override?.tier ? say(`ward.tier.${override.tier}`) : '',
    by: override?.byName ?? override?.by ?? '',
    time: override ? localTime(override.at) : '',
  });
}

function outcome(code: string): string {
  return code === 'found' ? say('ward.inPart') : code.replace('-', ' ');
}

function details({ age, sex, mrn }: WardEntry): string {
  const known = sex === 'female' || sex === 'male' || sex === 'other' ? sex : 'unknown';
  return [
    age === null ? say('ward.ageUnknown') : say('ward.age', { age }),
    say(`banner.sexes.${known}`),
    mrn && `${say('banner.mrn')} ${mrn}`,
  ]
    .filter(Boolean)
    .join(', ');
}

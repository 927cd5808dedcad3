import type { ReactNode } from 'react';
import type { Patient } from '../contract/launch-context';
import type { Allergies } from '../contract/summary';
import { recordedTime } from '../words/time';
import { knows, say } from '../words/words';
import { allergiesInWords, useAllergies } from './allergies';
import styles from './PatientBanner.module.css';

/** Who the chart belongs to, always in view. Label before value, value more prominent, no colon (NHS CUI). */
export function PatientBanner({ patient }: { patient: Patient }) {
  const allergies = useAllergies();
  return (
    <section className={styles.banner} aria-label={say('banner.label')}>
      <p className={styles.name}>{patient.name ?? say('banner.unnamed')}</p>
      <dl className={styles.items}>
        <Item label={say('banner.born')}>{born(patient)}</Item>
        <Item label={say('banner.sex')}>{sex(patient.sex)}</Item>
        <Item label={say('banner.mrn')}>{patient.mrn}</Item>
        <div className={styles.item} data-known={allergies?.known ?? 'unread'}>
          <dt>{say('banner.allergies.label')}</dt>
          <dd className={allergies?.known === 'recorded' ? styles.allergic : styles.absent}>
            {allergiesInWords(allergies)}
          </dd>
        </div>
        {patient.deceased && (
          <div className={`${styles.item} ${styles.deceased}`}>
            <dt>{say('banner.deceased')}</dt>
            <dd>{died(patient)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <dt>{label}</dt>
      <dd>{children ?? <span className={styles.absent}>{say('banner.notRecorded')}</span>}</dd>
    </div>
  );
}

function born({ birthDate, age }: Patient): string | null {
  if (!birthDate) return null;
  const date = recordedTime(birthDate);
  return age === null ? date : `${date} ${say('banner.age', { age: String(age) })}`;
}

function died({ deceasedOn }: Patient): string {
  return deceasedOn ? recordedTime(deceasedOn) : say('banner.deceasedUndated');
}

/** Whose chart it is, in one line that says what the banner says. */
export function bannerLine(patient: Patient, allergies: Allergies | null): string {
  const unless = (value: string | null) => value ?? say('banner.notRecorded');
  return [
    patient.name ?? say('banner.unnamed'),
    `${say('banner.born')} ${unless(born(patient))}`,
    `${say('banner.sex')} ${unless(sex(patient.sex))}`,
    `${say('banner.mrn')} ${unless(patient.mrn)}`,
    ...(allergies ? [`${say('banner.allergies.label')} ${allergiesInWords(allergies)}`] : []),
    ...(patient.deceased ? [`${say('banner.deceased')} ${died(patient)}`] : []),
  ].join(', ');
}

function sex(code: string | null): string | null {
  const key = `banner.sexes.${code?.toLowerCase()}`;
  return code && knows(key) ? say(key as 'banner.sexes.other') : code;
}

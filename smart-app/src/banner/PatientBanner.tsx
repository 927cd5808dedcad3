import type { ReactNode } from 'react';
import type { Patient } from '../contract/launch-context';
import { recordedTime } from '../words/time';
import { knows, say } from '../words/words';
import styles from './PatientBanner.module.css';

/** Who the chart belongs to, always in view. Label before value, value more prominent, no colon (NHS CUI). */
export function PatientBanner({ patient }: { patient: Patient }) {
  return (
    <section className={styles.banner} aria-label={say('banner.label')}>
      <p className={styles.name}>{patient.name ?? say('banner.unnamed')}</p>
      <dl className={styles.items}>
        <Item label={say('banner.born')}>{born(patient)}</Item>
        <Item label={say('banner.sex')}>{sex(patient.sex)}</Item>
        <Item label={say('banner.mrn')}>{patient.mrn}</Item>
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

function sex(code: string | null): string | null {
  const key = `banner.sexes.${code?.toLowerCase()}`;
  return code && knows(key) ? say(key as 'banner.sexes.other') : code;
}

import { Paper } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { WithheldStatement } from '../contract/summary';
import { say } from '../words/words';
import styles from './WithheldCard.module.css';
import { WithheldItem } from './WithheldItem';

/** What the check took out of the text, kept apart from it in place, form and words. */
export function WithheldCard({ withheld }: { withheld: readonly WithheldStatement[] }) {
  if (withheld.length === 0) {
    return (
      <p className={styles.none}>
        <IconShieldCheck size={18} aria-hidden="true" />
        {say('withheld.none')}
      </p>
    );
  }
  return (
    <Paper component="section" className={`card ${styles.card}`} aria-labelledby="withheld-heading">
      <h2 id="withheld-heading" className={styles.heading}>
        <IconShieldX size={18} aria-hidden="true" />
        {say('withheld.heading', { count: withheld.length })}
      </h2>
      <p className={styles.explanation}>{say('withheld.explanation')}</p>
      <ul className={styles.list}>
        {withheld.map((statement) => (
          <WithheldItem key={`${statement.section} ${statement.text}`} statement={statement} />
        ))}
      </ul>
    </Paper>
  );
}

import { Paper } from '@mantine/core';
import type { WardList } from '../contract/ward';
import { say } from '../words/words';
import styles from './Ward.module.css';

/** Members whose place is not known: somebody has to look at them in another way. */
export function NotReadCard({ notRead }: { notRead: WardList['notRead'] }) {
  if (notRead.length === 0) return null;
  return (
    <Paper component="section" className="card" aria-labelledby="not-read-heading">
      <h2 id="not-read-heading">{say('ward.notReadHeading', { count: notRead.length })}</h2>
      <p className={styles.basis}>{say('ward.notReadBody')}</p>
      <ul className={styles.notRead}>
        {notRead.map((member) => (
          <li key={member.patient}>
            <code>{`Patient/${member.patient}`}</code> {say(`ward.notRead.${member.outcome}`)}
            {member.detail && ` (${member.detail})`}
          </li>
        ))}
      </ul>
    </Paper>
  );
}

import { Paper } from '@mantine/core';
import { IconPlaylistAdd } from '@tabler/icons-react';
import type { Statement } from '../contract/summary';
import { say } from '../words/words';
import { StatementItem } from './StatementItem';
import styles from './SummaryCard.module.css';

/** What the text left out and no summary may: added by rules, apart from what a model wrote. Nothing where nothing lacks. */
export function AddedCard({ added }: { added: readonly Statement[] }) {
  if (added.length === 0) return null;
  return (
    <Paper component="section" className="card" aria-labelledby="added-heading">
      <h2 id="added-heading">{say('added.heading', { count: added.length })}</h2>
      <p className={styles.legend}>
        <IconPlaylistAdd size={16} aria-hidden="true" />
        {say('added.explanation')}
      </p>
      <ul className={styles.statements}>
        {added.map((statement, place) => (
          <StatementItem key={statement.text} placeId={`added-${place}`} statement={statement} />
        ))}
      </ul>
    </Paper>
  );
}

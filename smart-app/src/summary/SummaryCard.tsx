import { Paper } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Section } from '../contract/summary';
import { placeOf } from '../source/citing';
import { say } from '../words/words';
import { StatementItem } from './StatementItem';
import styles from './SummaryCard.module.css';

/** The text for review, section by section, each statement with its verdict and its sources. */
export function SummaryCard({
  sections,
  heading = say('summary.heading'),
}: {
  sections: readonly Section[];
  heading?: string;
}) {
  return (
    <Paper component="section" id="summary" tabIndex={-1} className="card" aria-labelledby="summary-heading">
      <div className={styles.head}>
        <h2 id="summary-heading">{heading}</h2>
        <p className={styles.legend}>
          <IconCheck size={16} aria-hidden="true" />
          {say('summary.legend')}
        </p>
      </div>
      {sections.map((section) => (
        <section key={section.code} className={styles.section} aria-labelledby={`section-${section.code}`}>
          <h3 id={`section-${section.code}`}>{section.title}</h3>
          {section.statements.length === 0 ? (
            <p className={styles.empty}>{say('summary.empty')}</p>
          ) : (
            <ul className={styles.statements}>
              {section.statements.map((statement, index) => (
                <StatementItem
                  key={placeOf(section.code, index)}
                  placeId={placeOf(section.code, index)}
                  statement={statement}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </Paper>
  );
}

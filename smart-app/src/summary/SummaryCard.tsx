import { Paper } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Section } from '../contract/summary';
import { FailureNotice } from '../failure/FailureNotice';
import { useReviewDesk } from '../review/ReviewDesk';
import { ReviewProgress } from '../review/ReviewProgress';
import { reviewKey } from '../review/review-keys';
import { useSettings } from '../settings/SettingsDesk';
import { inOrder } from '../settings/section-order';
import { placeOf } from '../source/citing';
import { say } from '../words/words';
import { SectionHead } from './SectionHead';
import { StatementItem } from './StatementItem';
import styles from './SummaryCard.module.css';

const KeysHelp = lazy(() => import('../review/KeysHelp').then((part) => ({ default: part.KeysHelp })));

/** The text for review, section by section, each statement with its verdict, its sources and what can be done with it. */
export function SummaryCard({
  sections: drafted,
  heading = say('summary.heading'),
}: {
  sections: readonly Section[];
  heading?: string;
}) {
  const desk = useReviewDesk();
  const sections = inOrder(drafted, useSettings().settings.sections);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const places = sections.flatMap((section) =>
    section.statements.map((statement, index) => ({
      id: placeOf(section.code, index),
      statement,
      section: section.code,
    })),
  );
  const unplaced = desk?.failureAt(null);
  return (
    <Paper
      component="section"
      id="summary"
      tabIndex={-1}
      className="card"
      aria-labelledby="summary-heading"
      onKeyDown={(event) => reviewKey(event, places, desk, () => setHelpOpen(true))}
    >
      <div className={styles.head}>
        <h2 id="summary-heading">{heading}</h2>
        <p className={styles.legend}>
          <IconCheck size={16} aria-hidden="true" />
          {say('summary.legend')}
        </p>
      </div>
      {sections.map((section) => (
        <section key={section.code} className={styles.section} aria-labelledby={`section-${section.code}`}>
          <SectionHead section={section} />
          {section.statements.length === 0 ? (
            <p className={styles.empty}>
              {say(section.isLeftOut ? 'review.sectionLeftOut' : 'summary.empty')}
            </p>
          ) : (
            <ul className={styles.statements}>
              {section.statements.map((statement, index) => (
                <StatementItem
                  // What is open under a statement stays with it where another is put in before it.
                  key={statement.index ?? placeOf(section.code, index)}
                  placeId={placeOf(section.code, index)}
                  statement={statement}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
      {unplaced && <FailureNotice failure={unplaced} />}
      {desk && places.some(({ statement }) => statement.index !== null) && (
        <ReviewProgress
          rest={places.filter(({ statement }) => !desk.isAccepted(statement)).length}
          onHelp={() => setHelpOpen(true)}
        />
      )}
      {isHelpOpen && (
        <Suspense>
          <KeysHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </Paper>
  );
}

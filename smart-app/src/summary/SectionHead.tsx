import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { Section } from '../contract/summary';
import styles from '../review/Review.module.css';
import { useReviewDesk } from '../review/ReviewDesk';
import { say } from '../words/words';

const SectionForm = lazy(() =>
  import('../review/SectionForm').then((part) => ({ default: part.SectionForm })),
);

/** The heading of a section, with what a clinician can do with all of it. */
export function SectionHead({ section }: { section: Section }) {
  const desk = useReviewDesk();
  const isOpen = desk?.open && section.statements.some(({ index }) => index !== null);
  return (
    <>
      <h3 id={`section-${section.code}`}>
        {section.title}
        {desk && isOpen && (
          <span className={styles.sectionActions}>
            <UnstyledButton
              className={styles.action ?? ''}
              aria-label={say('review.acceptSection', { section: section.title })}
              title={say('review.acceptSection', { section: section.title })}
              onClick={() => desk.accept(section.statements, true)}
            >
              <IconCheck size={16} aria-hidden="true" />
            </UnstyledButton>
            <UnstyledButton
              className={styles.action ?? ''}
              aria-label={say('review.leaveSection', { section: section.title })}
              title={say('review.leaveSection', { section: section.title })}
              onClick={() => desk.leave(section.code)}
            >
              <IconX size={16} aria-hidden="true" />
            </UnstyledButton>
          </span>
        )}
      </h3>
      {desk && isOpen && desk.leaving === section.code && (
        <Suspense>
          <SectionForm review={desk} section={section} />
        </Suspense>
      )}
    </>
  );
}

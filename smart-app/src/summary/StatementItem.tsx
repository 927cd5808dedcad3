import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Statement } from '../contract/summary';
import { useFeedbackDesk } from '../feedback/FeedbackDesk';
import { OwnWords } from '../review/OwnWords';
import styles from '../review/Review.module.css';
import { useReviewDesk } from '../review/ReviewDesk';
import { StatementActions } from '../review/StatementActions';
import { formOf } from '../review/use-review';
import { CitationPill } from '../source/CitationPill';
import { say } from '../words/words';
import summary from './SummaryCard.module.css';

const StatementForm = lazy(() =>
  import('../review/StatementForm').then((part) => ({ default: part.StatementForm })),
);

const FeedbackForm = lazy(() =>
  import('../feedback/FeedbackForm').then((part) => ({ default: part.FeedbackForm })),
);

/** One statement of the text. Its text is a text node: nothing in it is ever read as markup. */
export function StatementItem({ placeId, statement }: { placeId: string; statement: Statement }) {
  const review = useReviewDesk();
  const feedback = useFeedbackDesk();
  const [isSaying, setSaying] = useState(false);
  const focus = () => requestAnimationFrame(() => document.getElementById(placeId)?.focus());
  const isOwn = statement.author === 'clinician';
  const Icon = isOwn ? IconPencil : IconCheck;
  const { index } = statement;
  const forms = review && index !== null ? review.forms.filter((form) => form.index === index) : [];
  return (
    <li id={placeId} tabIndex={-1} className={summary.statement} data-author={statement.author}>
      <Icon size={16} className={summary.verdict} aria-hidden="true" />
      <VisuallyHidden>
        {isOwn ? say(`review.own.${statement.verdict}`) : say('summary.supported')}
      </VisuallyHidden>
      <span className={summary.text}>{statement.text}</span>
      <span className={summary.citations}>
        <VisuallyHidden>{say('summary.citations')}</VisuallyHidden>
        {[...new Set(statement.citations)].map((factId) => (
          <CitationPill key={factId} factId={factId} />
        ))}
      </span>
      <StatementActions statement={statement} onFeedback={() => setSaying(true)} />
      {isOwn && <OwnWords statement={statement} />}
      {statement.original !== null && (
        <span className={styles.was}>
          {say('review.was')} <del>{statement.original}</del>
        </span>
      )}
      {review &&
        index !== null &&
        forms.map((form) => (
          <Suspense key={formOf(form)}>
            <StatementForm review={review} statement={{ ...statement, index }} form={form} onDone={focus} />
          </Suspense>
        ))}
      {isSaying && feedback && (
        <Suspense>
          <FeedbackForm
            {...feedback}
            statement={index}
            onDone={() => {
              setSaying(false);
              focus();
            }}
          />
        </Suspense>
      )}
    </li>
  );
}

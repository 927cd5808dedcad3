import { UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconMessageReport,
  IconPencil,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Statement } from '../contract/summary';
import { useFeedbackDesk } from '../feedback/FeedbackDesk';
import { say } from '../words/words';
import styles from './Review.module.css';
import { useReviewDesk } from './ReviewDesk';
import type { Review } from './use-review';

interface StatementActionsProps {
  readonly statement: Statement;
  readonly onFeedback: () => void;
}

/** What a clinician can do with one statement. Nothing where nothing can be done. */
export function StatementActions({ statement, onFeedback }: StatementActionsProps) {
  const review = useReviewDesk();
  const feedback = useFeedbackDesk();
  const { index } = statement;
  if (index === null) return null;
  return (
    <span
      className={styles.actions}
      role="toolbar"
      aria-label={say('review.actions')}
      tabIndex={-1}
      onKeyDown={moveAlong}
    >
      {review && <Changes review={review} statement={statement} index={index} />}
      {feedback && (
        <Action label={say('review.feedback')} first={!review} onClick={onFeedback}>
          <IconMessageReport size={16} aria-hidden="true" />
        </Action>
      )}
    </span>
  );
}

/** Left and right go from one action to the next; Tab stops at the first alone, so that a text of many statements stays short. */
function moveAlong(event: KeyboardEvent<HTMLSpanElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const actions = [...event.currentTarget.querySelectorAll('button')];
  const at = actions.indexOf(document.activeElement as HTMLButtonElement);
  actions[(at + step + actions.length) % actions.length]?.focus();
  event.preventDefault();
}

function Changes({ review, statement, index }: { review: Review; statement: Statement; index: number }) {
  const isAccepted = review.isAccepted(statement);
  const Accept = isAccepted ? IconCircleCheckFilled : IconCircleCheck;
  return (
    <>
      <Action
        label={say('review.accept')}
        first
        pressed={isAccepted}
        onClick={() => review.accept([statement], !isAccepted)}
      >
        <Accept size={16} aria-hidden="true" />
      </Action>
      <Action label={say('review.edit')} onClick={() => review.begin(index, 'edit')}>
        <IconPencil size={16} aria-hidden="true" />
      </Action>
      <Action label={say('review.reject')} onClick={() => review.begin(index, 'reject')}>
        <IconX size={16} aria-hidden="true" />
      </Action>
      <Action label={say('review.insert')} onClick={() => review.begin(index, 'insert')}>
        <IconPlus size={16} aria-hidden="true" />
      </Action>
      {statement.original !== null && (
        <Action
          label={say('review.restore')}
          onClick={() => review.send({ statement: index, action: 'restore' })}
        >
          <IconArrowBackUp size={16} aria-hidden="true" />
        </Action>
      )}
    </>
  );
}

interface ActionProps {
  readonly label: string;
  /** Whether Tab stops here. */
  readonly first?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Action({ label, first = false, pressed, onClick, children }: ActionProps) {
  return (
    <UnstyledButton
      className={styles.action ?? ''}
      aria-label={label}
      title={label}
      tabIndex={first ? 0 : -1}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </UnstyledButton>
  );
}

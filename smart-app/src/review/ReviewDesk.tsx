import { createContext, type ReactNode, useContext } from 'react';
import type { Review } from './use-review';

const ReviewContext = createContext<Review | null>(null);

/** Holds the review of the draft that is shown within. */
export function ReviewDesk({ review, children }: { review: Review; children: ReactNode }) {
  return <ReviewContext value={review}>{children}</ReviewContext>;
}

/** The review of the draft around; null where what is shown cannot be changed. */
export function useReviewDesk(): Review | null {
  const review = useContext(ReviewContext);
  return review?.open ? review : null;
}

import { createContext, useContext } from 'react';
import type { LaunchContext } from '../contract/launch-context';

interface Subject {
  readonly launch: LaunchContext;
  readonly draftId: string;
}

/** The draft that is spoken of. */
export const FeedbackDesk = createContext<Subject | null>(null);

/** The draft around; null where nothing can be said of what is shown. */
export function useFeedbackDesk(): Subject | null {
  return useContext(FeedbackDesk);
}

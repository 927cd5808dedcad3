import { Skeleton, VisuallyHidden } from '@mantine/core';
import { SummarySkeleton } from '../summary/SummarySkeleton';
import { say } from '../words/words';

/** Stands where banner and summary will be while the launch is looked up. */
export function PageSkeleton() {
  return (
    <>
      <div className="skeleton-banner" aria-hidden="true">
        <Skeleton height={18} width="min(18rem, 80%)" />
      </div>
      <main className="page" aria-busy="true">
        <VisuallyHidden role="status">{say('page.loading')}</VisuallyHidden>
        <VisuallyHidden>
          <h1>{say('page.heading')}</h1>
        </VisuallyHidden>
        <div className="page-columns">
          <SummarySkeleton />
        </div>
      </main>
    </>
  );
}

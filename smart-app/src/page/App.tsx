import { useCallback } from 'react';
import { failure } from '../contract/failure';
import { FailureNotice } from '../failure/FailureNotice';
import { readContext } from '../launch/launch-api';
import { useAnswer } from '../launch/use-answer';
import { ChartPage } from './ChartPage';
import { PageSkeleton } from './PageSkeleton';
import { Plain } from './Plain';

/** The page of one launch; without one in its address there is nothing to show. */
export function App({ launchId }: { launchId: string | null }) {
  if (launchId === null) {
    return (
      <Plain>
        <FailureNotice failure={failure('wrong-launch')} />
      </Plain>
    );
  }
  return <Launch launchId={launchId} />;
}

function Launch({ launchId }: { launchId: string }) {
  const ask = useCallback((signal: AbortSignal) => readContext(launchId, signal), [launchId]);
  const { asked, retry } = useAnswer(ask);
  switch (asked.phase) {
    case 'waiting':
      return <PageSkeleton />;
    case 'failed':
      return (
        <Plain>
          <FailureNotice failure={asked.failure} onRetry={retry} />
        </Plain>
      );
    case 'ready':
      return <ChartPage launch={asked.value} />;
  }
}

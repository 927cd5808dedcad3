import { lazy, Suspense, useCallback, useState } from 'react';
import { type Failure, failure } from '../contract/failure';
import { FailureNotice } from '../failure/FailureNotice';
import { readContext } from '../launch/launch-api';
import { LaunchEnd } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import { PrivacyLock } from '../lock/PrivacyLock';
import type { WardPlace } from '../ward/ward-api';
import { ChartPage } from './ChartPage';
import { PageSkeleton } from './PageSkeleton';
import { Plain } from './Plain';

const LOCK_MINUTES = 5;

const WardPage = lazy(() => import('../ward/WardPage').then((part) => ({ default: part.WardPage })));

/** The page of one launch, of its chart or of a ward; without a launch in its address there is nothing to show. */
export function App({ launchId, ward = null }: { launchId: string | null; ward?: WardPlace | null }) {
  if (launchId === null) {
    return (
      <Plain>
        <FailureNotice failure={failure('wrong-launch')} />
      </Plain>
    );
  }
  return <Launch launchId={launchId} ward={ward} />;
}

function Launch({ launchId, ward }: { launchId: string; ward: WardPlace | null }) {
  const ask = useCallback((signal: AbortSignal) => readContext(launchId, signal), [launchId]);
  const { asked, retry } = useAnswer(ask);
  const [ended, setEnded] = useState<Failure | null>(null);
  if (ended) {
    return (
      <Plain>
        <FailureNotice failure={ended} />
      </Plain>
    );
  }
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
      return (
        <LaunchEnd onEnd={setEnded}>
          <PrivacyLock launch={asked.value} minutes={LOCK_MINUTES}>
            <Suspense fallback={<PageSkeleton />}>
              {ward ? <WardPage launch={asked.value} place={ward} /> : <ChartPage launch={asked.value} />}
            </Suspense>
          </PrivacyLock>
        </LaunchEnd>
      );
  }
}

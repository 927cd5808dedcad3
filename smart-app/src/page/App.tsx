import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { AllergiesDesk } from '../banner/allergies';
import { type Failure, failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { FailureNotice } from '../failure/FailureNotice';
import { useEhrStyle } from '../launch/ehr-style';
import { type Left, LeftChart } from '../launch/LeftChart';
import { readContext } from '../launch/launch-api';
import { LaunchEnd } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import { PrivacyLock } from '../lock/PrivacyLock';
import { UnsavedWords } from '../review/UnsavedWords';
import { useWarningBeforeLoss } from '../review/unsaved';
import { SettingsDesk, useSettings } from '../settings/SettingsDesk';
import { readSettings } from '../settings/settings-api';
import type { WardPlace } from '../ward/ward-api';
import { ChartPage } from './ChartPage';
import { PageSkeleton } from './PageSkeleton';
import { Plain } from './Plain';

const WardPage = lazy(() => import('../ward/WardPage').then((part) => ({ default: part.WardPage })));

const UNSAVED_STAY_MS = 5 * 60_000;

interface Ended {
  readonly failure: Failure;
  readonly unsaved: readonly string[];
}

/** The page of one launch, of its chart or of a ward; without a launch in its address there is nothing to show. */
export function App({ launchId, ward = null }: { launchId: string | null; ward?: WardPlace | null }) {
  if (launchId === null) {
    return (
      <Plain>
        <FailureNotice failure={failure('wrong-launch')} />
      </Plain>
    );
  }
  return <Launches launchId={launchId} ward={ward} />;
}

/** A launch until it is left; then nothing of it is kept, in the memory of the page neither. */
function Launches({ launchId, ward }: { launchId: string; ward: WardPlace | null }) {
  const [left, setLeft] = useState<Left | null>(null);
  return left ? (
    <Plain>
      <LeftChart left={left} />
    </Plain>
  ) : (
    <Launch launchId={launchId} ward={ward} onLeave={setLeft} />
  );
}

interface LaunchProps {
  readonly launchId: string;
  readonly ward: WardPlace | null;
  readonly onLeave: (left: Left) => void;
}

function Launch({ launchId, ward, onLeave }: LaunchProps) {
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const [context, settings] = await Promise.all([
        readContext(launchId, signal),
        readSettings(launchId, signal),
      ]);
      return context.ok ? { ok: true as const, value: { launch: context.value, settings } } : context;
    },
    [launchId],
  );
  const { asked, retry } = useAnswer(ask);
  useEhrStyle(asked.phase === 'ready' ? asked.value.launch : null);
  const [ended, setEnded] = useState<Ended | null>(null);
  // What is told of the same end later knows less of it.
  const end = useCallback(
    (failure: Failure, unsaved: readonly string[] = []) =>
      setEnded((before) => before ?? { failure, unsaved }),
    [],
  );
  if (ended) return <AfterEnd {...ended} />;
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
        <LaunchEnd onEnd={end} onLeave={() => onLeave({ launchId, csrf: asked.value.launch.csrf })}>
          <SettingsDesk first={asked.value.settings}>
            <Covered launch={asked.value.launch} ward={ward} />
          </SettingsDesk>
        </LaunchEnd>
      );
  }
}

/** Nothing of the chart; the words that somebody was about to save stay for a while, for they are nowhere else. */
function AfterEnd({ failure, unsaved: first }: Ended) {
  const [unsaved, setUnsaved] = useState(first);
  const drop = useCallback(() => setUnsaved([]), []);
  useWarningBeforeLoss(() => unsaved.length > 0);
  useEffect(() => {
    const timer = setTimeout(drop, UNSAVED_STAY_MS);
    return () => clearTimeout(timer);
  }, [drop]);
  return (
    <Plain>
      <FailureNotice failure={failure} />
      {unsaved.length > 0 && <UnsavedWords words={unsaved} onDrop={drop} />}
    </Plain>
  );
}

function Covered({ launch, ward }: { launch: LaunchContext; ward: WardPlace | null }) {
  const { lockMinutes } = useSettings().settings;
  return (
    <PrivacyLock launch={launch} minutes={lockMinutes}>
      <Suspense fallback={<PageSkeleton />}>
        {ward ? (
          <WardPage launch={launch} place={ward} />
        ) : (
          <AllergiesDesk>
            <ChartPage launch={launch} />
          </AllergiesDesk>
        )}
      </Suspense>
    </PrivacyLock>
  );
}

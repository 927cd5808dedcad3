import { Button, VisuallyHidden } from '@mantine/core';
import { lazy, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { PatientBanner } from '../banner/PatientBanner';
import type { Failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { FailureNotice } from '../failure/FailureNotice';
import { WaysOnContext } from '../failure/ways-on';
import { FeaturesOff } from '../launch/FeaturesOff';
import { LeaveChart } from '../launch/LeaveChart';
import { useEndOf } from '../launch/launch-end';
import { ShownContext } from '../output/shown';
import { UnsavedWords } from '../review/UnsavedWords';
import { type Unsaved, useWarningBeforeLoss, wordsOf } from '../review/unsaved';
import { useSettings } from '../settings/SettingsDesk';
import { type Signing, useSigning } from '../signing/use-signing';
import { KindPicker } from '../summary/KindPicker';
import type { Wanted } from '../summary/kinds';
import { OpenedAgain } from '../summary/OpenedAgain';
import { PartialSummary } from '../summary/PartialSummary';
import { SummarySkeleton } from '../summary/SummarySkeleton';
import { type Streamed, useStreamedSummary } from '../summary/use-streamed-summary';
import { WardLinks } from '../ward/WardLinks';
import { say } from '../words/words';
import { PageSkeleton } from './PageSkeleton';
import { ToolView } from './ToolView';
import { type View, ViewPicker } from './ViewPicker';
import { Workspace } from './Workspace';

const TriagePage = lazy(() => import('../triage/TriagePage').then((part) => ({ default: part.TriagePage })));

interface ChartPageProps {
  readonly launch: LaunchContext;
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  readonly views: ReactNode;
  /** What is written in forms and not saved. */
  readonly unsaved: RefObject<Unsaved>;
  /** What was written in drafts that gave way to this one, and is saved nowhere. */
  readonly left: readonly string[];
  readonly onDrop: () => void;
}

/** The chart of a launch; each wish begins a draft of its own, with a signature of its own. */
export function ChartPage({ launch }: { launch: LaunchContext }) {
  const { kind, length, lookBack } = useSettings().settings;
  const [wanted, setWanted] = useState<Wanted>(() => ({
    kind,
    focus: null,
    length,
    lookBack,
    draftId: null,
  }));
  const [view, setView] = useState<View>(launch.intent === 'triage' ? 'triage' : 'summary');
  // Nothing is written before somebody wants to see it; from then on it stays.
  const [isBegun, setBegun] = useState(view === 'summary');
  const unsaved = useRef<Unsaved>(new Map());
  const [left, setLeft] = useState<readonly string[]>([]);
  // The same wish again is a new draft too.
  const [round, setRound] = useState(0);
  const want = (next: Wanted) => {
    const words = wordsOf(unsaved.current);
    unsaved.current.clear();
    if (words.length > 0) setLeft((before) => [...new Set([...before, ...words])]);
    setWanted(next);
    setRound((count) => count + 1);
  };
  const show = (wanted: View) => {
    setView(wanted);
    if (wanted === 'summary') setBegun(true);
  };
  const isUnsaved = () => left.length > 0 || wordsOf(unsaved.current).length > 0;
  useWarningBeforeLoss(isUnsaved);
  const views = (
    <>
      <ViewPicker view={view} onView={show} />
      <LeaveChart launch={launch} isUnsaved={isUnsaved} />
    </>
  );
  return (
    <>
      {view === 'triage' && (
        <Suspense fallback={<PageSkeleton />}>
          <TriagePage launch={launch} views={views} />
        </Suspense>
      )}
      {view !== 'triage' && view !== 'summary' && (
        <ToolView
          launch={launch}
          view={view}
          views={views}
          onOpen={(draftId) => {
            want({ ...wanted, draftId });
            show('summary');
          }}
        />
      )}
      {/* Behind what is shown, so that an id that both have is found in what is shown. */}
      <div hidden={view !== 'summary'}>
        <ShownContext value={view === 'summary'}>
          {isBegun && (
            <DraftPage
              key={round}
              launch={launch}
              wanted={wanted}
              onWant={want}
              views={views}
              unsaved={unsaved}
              left={left}
              onDrop={() => setLeft([])}
            />
          )}
        </ShownContext>
      </div>
    </>
  );
}

/** Banner and summary of one patient. When the launch ends, nothing of the chart stays on the screen. */
function DraftPage({ launch, wanted, onWant, views, unsaved, left, onDrop }: ChartPageProps) {
  const { streamed: asked, retry, cancel } = useStreamedSummary(launch, wanted);
  const signing = useSigning(launch);
  useEndOf(failureOf(asked, signing), () => wordsOf(unsaved.current));
  const fresh = () => onWant({ ...wanted, draftId: null });
  return (
    <>
      {asked.phase === 'ready' && (
        <a className="skip" href="#summary">
          {say('page.skip')}
        </a>
      )}
      {launch.needPatientBanner && <PatientBanner patient={launch.patient} />}
      <main className="page" aria-busy={asked.phase === 'waiting'}>
        <header className="page-header">
          <h1>{say('page.heading')}</h1>
          <p>{signedIn(launch)}</p>
          {views}
          {wanted.draftId === null ? (
            <KindPicker
              wanted={wanted}
              disabled={asked.phase === 'waiting' || signing.state.phase === 'signing'}
              onWant={onWant}
            />
          ) : (
            <OpenedAgain onFresh={fresh} />
          )}
        </header>
        <FeaturesOff unavailable={launch.unavailable} />
        <WardLinks launch={launch} />
        <VisuallyHidden role="status">{progress(asked)}</VisuallyHidden>
        {left.length > 0 && <UnsavedWords words={left} onDrop={onDrop} />}
        {asked.phase === 'failed' && (
          <WaysOnContext value={{ fresh }}>
            <FailureNotice failure={asked.failure} onRetry={retry} />
          </WaysOnContext>
        )}
        {asked.phase === 'cancelled' && (
          <p>
            {say('streaming.cancelled')}{' '}
            <Button size="xs" variant="default" onClick={retry}>
              {say('streaming.again')}
            </Button>
          </p>
        )}
        {asked.phase === 'waiting' && (
          <div className="page-columns">
            <PartialSummary partial={asked.partial} onCancel={cancel} />
          </div>
        )}
        {(asked.phase === 'failed' || asked.phase === 'cancelled') && asked.partial.statements.length > 0 && (
          <div className="page-columns">
            <PartialSummary partial={asked.partial} />
          </div>
        )}
        {asked.phase === 'waiting' && asked.partial.statements.length === 0 && (
          <div className="page-columns">
            {/* New where the coverage came above it, so that nothing moves. */}
            <SummarySkeleton key={String(asked.partial.coverage !== null)} />
          </div>
        )}
        {asked.phase === 'ready' && (
          <Workspace
            launch={launch}
            summary={asked.value}
            signing={signing}
            unsaved={unsaved}
            took={asked.took}
            onFresh={fresh}
          />
        )}
      </main>
    </>
  );
}

function failureOf(asked: Streamed, { state }: Signing): Failure | null {
  if (asked.phase === 'failed') return asked.failure;
  return state.phase === 'failed' ? state.failure : null;
}

function signedIn({ user }: LaunchContext): string {
  return user.name ? say('page.user', { name: user.name }) : say('page.userUnnamed');
}

function progress(asked: Streamed): string {
  switch (asked.phase) {
    case 'waiting':
      // Said once, however often it is lost: the words stay the same.
      return say(asked.partial.connection === 'held' ? 'page.composing' : 'streaming.lost');
    case 'cancelled':
      return say('streaming.cancelled');
    case 'failed':
      return '';
    case 'ready':
      return say('page.ready', {
        count: asked.value.sections.reduce((sum, section) => sum + section.statements.length, 0),
        withheld: asked.value.withheld.length,
      });
  }
}

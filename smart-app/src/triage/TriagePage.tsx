import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTellAllergies } from '../banner/allergies';
import { PatientBanner } from '../banner/PatientBanner';
import type { LaunchContext } from '../contract/launch-context';
import type { Triage } from '../contract/triage';
import { CoverageCard } from '../coverage/CoverageCard';
import { FailureNotice } from '../failure/FailureNotice';
import { WaysOnContext } from '../failure/ways-on';
import { composeTriage } from '../launch/launch-api';
import { useEndOf } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import { SignCard } from '../signing/SignCard';
import { type Signing, useSigning } from '../signing/use-signing';
import { WithSources } from '../source/WithSources';
import { SummaryCard } from '../summary/SummaryCard';
import { SummarySkeleton } from '../summary/SummarySkeleton';
import { WithheldCard } from '../summary/WithheldCard';
import { say } from '../words/words';
import { AcuityCard } from './AcuityCard';
import { MissingCard } from './MissingCard';
import { RemarksCard } from './RemarksCard';
import { ScoresCard } from './ScoresCard';
import { TrendCard } from './TrendCard';

interface TriagePageProps {
  readonly launch: LaunchContext;
  readonly views: ReactNode;
}

/** The triage of the launched patient; a draft that is not what was seen gives way to a new one. */
export function TriagePage(props: TriagePageProps) {
  const [round, setRound] = useState(0);
  return <OneTriage key={round} {...props} onFresh={() => setRound((count) => count + 1)} />;
}

/** Level, scores, what is missing, and the text to be signed. */
function OneTriage({ launch, views, onFresh }: TriagePageProps & { onFresh: () => void }) {
  const ask = useCallback((signal: AbortSignal) => composeTriage(launch, signal), [launch]);
  const { asked, retry } = useAnswer(ask);
  const signing = useSigning(launch);
  const failed = asked.phase === 'failed' ? asked.failure : null;
  const signFailed = signing.state.phase === 'failed' ? signing.state.failure : null;
  useEndOf(failed ?? signFailed);
  return (
    <>
      {asked.phase === 'ready' && (
        <a className="skip" href="#acuity">
          {say('triage.skip')}
        </a>
      )}
      {launch.needPatientBanner && <PatientBanner patient={launch.patient} />}
      <main className="page" aria-busy={asked.phase === 'waiting'}>
        <header className="page-header">
          <h1>{say('triage.heading')}</h1>
          {views}
        </header>
        <VisuallyHidden role="status">
          {asked.phase === 'waiting'
            ? say('triage.composing')
            : asked.phase === 'ready' && say('triage.ready')}
        </VisuallyHidden>
        {asked.phase === 'waiting' && (
          <div className="page-columns">
            <SummarySkeleton />
          </div>
        )}
        {failed && <FailureNotice failure={failed} onRetry={retry} />}
        {asked.phase === 'ready' && (
          <WaysOnContext value={{ fresh: onFresh, reload: onFresh }}>
            <TriageBoard launch={launch} triage={asked.value} signing={signing} />
          </WaysOnContext>
        )}
      </main>
    </>
  );
}

function TriageBoard({
  launch,
  triage,
  signing,
}: {
  launch: LaunchContext;
  triage: Triage;
  signing: Signing;
}) {
  useTellAllergies(triage.draft.allergies);
  // An incomplete chart is said above everything that was read from it.
  const coverage = <CoverageCard coverage={triage.draft.coverage} complete={triage.draft.complete} />;
  return (
    <WithSources cited={triage.draft}>
      {!triage.draft.complete && coverage}
      <AcuityCard acuity={triage.acuity} />
      <MissingCard missing={triage.missing} refused={triage.refused} />
      <ScoresCard scores={triage.scores} asOf={triage.asOf} />
      <TrendCard trend={triage.trend} changes={triage.changes} />
      <RemarksCard draft={triage.draft} remarks={triage.remarks} />
      <SummaryCard sections={triage.draft.sections} heading={say('triage.evidence')} />
      <WithheldCard withheld={triage.draft.withheld} />
      {triage.draft.complete && coverage}
      <SignCard launch={launch} summary={triage.draft} signing={signing} />
    </WithSources>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import { PatientBanner } from '../banner/PatientBanner';
import { endsLaunch } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { Triage } from '../contract/triage';
import { CoverageCard } from '../coverage/CoverageCard';
import { FailureNotice } from '../failure/FailureNotice';
import { composeTriage } from '../launch/launch-api';
import { useAnswer } from '../launch/use-answer';
import { Plain } from '../page/Plain';
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

/** The triage of the launched patient: level, scores, what is missing, and the text to be signed. */
export function TriagePage({ launch, views }: { launch: LaunchContext; views: ReactNode }) {
  const ask = useCallback((signal: AbortSignal) => composeTriage(launch, signal), [launch]);
  const { asked, retry } = useAnswer(ask);
  const signing = useSigning(launch);
  const failed = asked.phase === 'failed' ? asked.failure : null;
  const signFailed = signing.state.phase === 'failed' ? signing.state.failure : null;
  const ending = [failed, signFailed].find((failure) => failure !== null && endsLaunch(failure));
  if (ending) {
    return (
      <Plain>
        <FailureNotice failure={ending} />
      </Plain>
    );
  }
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
        {asked.phase === 'ready' && <TriageBoard launch={launch} triage={asked.value} signing={signing} />}
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

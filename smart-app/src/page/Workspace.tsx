import { lazy, Suspense, useMemo, useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { CoverageCard } from '../coverage/CoverageCard';
import { FeedbackDesk } from '../feedback/FeedbackDesk';
import { ReviewDesk } from '../review/ReviewDesk';
import { useReview } from '../review/use-review';
import { SignCard } from '../signing/SignCard';
import type { Signing } from '../signing/use-signing';
import { WithSources } from '../source/WithSources';
import { AddedCard } from '../summary/AddedCard';
import { ConflictsCard } from '../summary/ConflictsCard';
import { FlaggedCard } from '../summary/FlaggedCard';
import { Origin } from '../summary/Origin';
import { SummaryCard } from '../summary/SummaryCard';
import { WithheldCard } from '../summary/WithheldCard';

interface WorkspaceProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly signing: Signing;
}

const RejectedCard = lazy(() =>
  import('../review/RejectedCard').then((part) => ({ default: part.RejectedCard })),
);

const Output = lazy(() => import('../output/Output').then((part) => ({ default: part.Output })));

/** The checked summary beside the sources behind it; once changed, as the server has it now. */
export function Workspace({ launch, summary: composed, signing }: WorkspaceProps) {
  const [revised, setRevised] = useState<Summary | null>(null);
  const summary = revised?.draftId === composed.draftId ? revised : composed;
  const isUnsigned = signing.state.phase === 'unsigned' || signing.state.phase === 'failed';
  const review = useReview(launch, summary, launch.user.canSign && isUnsigned, setRevised);
  const subject = useMemo(() => ({ launch, draftId: summary.draftId }), [launch, summary.draftId]);
  return (
    <FeedbackDesk value={subject}>
      <WithSources cited={summary}>
        <Origin summary={summary} />
        <CoverageCard coverage={summary.coverage} complete={summary.complete} />
        <ReviewDesk review={review}>
          <SummaryCard sections={summary.sections} />
          <AddedCard added={summary.added} />
          {summary.rejected.length > 0 && (
            <Suspense>
              <RejectedCard rejected={summary.rejected} />
            </Suspense>
          )}
        </ReviewDesk>
        <ConflictsCard conflicts={summary.conflicts} />
        <FlaggedCard flagged={summary.flagged} />
        <WithheldCard withheld={summary.withheld} />
        <SignCard launch={launch} summary={summary} signing={signing} />
        <Suspense>
          <Output launch={launch} summary={summary} isSigned={signing.state.phase === 'signed'} />
        </Suspense>
      </WithSources>
    </FeedbackDesk>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { lazy, type RefObject, Suspense, useMemo, useState } from 'react';
import { useTellAllergies } from '../banner/allergies';
import type { LaunchContext } from '../contract/launch-context';
import { isRecalled, type Summary, statementsOf } from '../contract/summary';
import { CoverageCard } from '../coverage/CoverageCard';
import { FailureNotice } from '../failure/FailureNotice';
import { WaysOnContext } from '../failure/ways-on';
import { FeedbackDesk } from '../feedback/FeedbackDesk';
import { useReload } from '../launch/use-reload';
import { ReviewDesk } from '../review/ReviewDesk';
import { UnsavedWords } from '../review/UnsavedWords';
import type { Unsaved } from '../review/unsaved';
import { formOf, type Review, useReview } from '../review/use-review';
import { SignCard } from '../signing/SignCard';
import type { Signing } from '../signing/use-signing';
import { WithSources } from '../source/WithSources';
import { AddedCard } from '../summary/AddedCard';
import { ConflictsCard } from '../summary/ConflictsCard';
import { FlaggedCard } from '../summary/FlaggedCard';
import { Origin } from '../summary/Origin';
import { RecalledNotice } from '../summary/RecalledNotice';
import { SummaryCard } from '../summary/SummaryCard';
import type { Took } from '../summary/use-streamed-summary';
import { WithheldCard } from '../summary/WithheldCard';
import { say } from '../words/words';

interface WorkspaceProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly signing: Signing;
  /** What is written in forms and not saved. */
  readonly unsaved: RefObject<Unsaved>;
  /** How long it took to be written; null where it was not written now. */
  readonly took: Took | null;
  /** A new summary is wanted in place of this draft. */
  readonly onFresh: () => void;
}

const RejectedCard = lazy(() =>
  import('../review/RejectedCard').then((part) => ({ default: part.RejectedCard })),
);

const Output = lazy(() => import('../output/Output').then((part) => ({ default: part.Output })));

/** The checked summary beside the sources behind it; once changed, as the server has it now. */
export function Workspace({ launch, summary: composed, signing, unsaved, took, onFresh }: WorkspaceProps) {
  const [revised, setRevised] = useState<Summary | null>(null);
  const summary = revised?.draftId === composed.draftId ? revised : composed;
  useTellAllergies(summary.allergies);
  const isUnsigned = signing.state.phase === 'unsigned' || signing.state.phase === 'failed';
  const isChangeable = launch.user.canSign && isUnsigned && !isRecalled(summary);
  const review = useReview(launch, summary, isChangeable, unsaved, setRevised);
  const subject = useMemo(() => ({ launch, draftId: summary.draftId }), [launch, summary.draftId]);
  const reloading = useReload(launch, summary.draftId, (draft, status) => {
    setRevised(draft);
    signing.take(status);
    review.renew();
  });
  const ways = { reload: reloading.reload, fresh: onFresh };
  const homeless = homelessForms(review, summary);
  return (
    <WaysOnContext value={ways}>
      <FeedbackDesk value={subject}>
        <WithSources cited={summary}>
          {reloading.isDone && <VisuallyHidden role="status">{say('review.reloaded')}</VisuallyHidden>}
          {reloading.failure && <FailureNotice failure={reloading.failure} onRetry={reloading.reload} />}
          {homeless.length > 0 && (
            <UnsavedWords
              words={homeless.map((form) => unsaved.current.get(form) ?? '')}
              onDrop={() => homeless.forEach(review.cancel)}
            />
          )}
          <RecalledNotice recalls={summary.recalls} />
          <Origin summary={summary} took={took} />
          <CoverageCard
            coverage={summary.coverage}
            complete={summary.complete}
            dated={summary.dated}
            lookBack={summary.lookBack}
          />
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
          <SignCard launch={launch} summary={summary} signing={signing} unsaved={unsaved} />
          <Suspense>
            <Output launch={launch} summary={summary} isSigned={signing.state.phase === 'signed'} />
          </Suspense>
        </WithSources>
      </FeedbackDesk>
    </WaysOnContext>
  );
}

/** The forms with words for a statement that is not there any more, or that nobody can change any more. */
function homelessForms({ open, forms, unsaved }: Review, summary: Summary): readonly string[] {
  const known = new Set(open ? statementsOf(summary).map(({ index }) => index) : []);
  return forms
    .filter(({ index }) => !known.has(index))
    .map(formOf)
    .filter((form) => unsaved.current.has(form));
}

import { Paper, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import type { Version } from '../contract/version';
import { FailureNotice } from '../failure/FailureNotice';
import { WaysOnContext } from '../failure/ways-on';
import { useEndOf } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import { useAsking } from '../launch/use-asking';
import { SummarySkeleton } from '../summary/SummarySkeleton';
import '../words/later';
import { say } from '../words/words';
import { ComparisonCard } from './ComparisonCard';
import { RetractDialog } from './RetractDialog';
import { firstSides } from './sides';
import { VersionItem } from './VersionItem';
import styles from './Versions.module.css';
import { correct, readVersions } from './versions-api';

interface VersionsPanelProps {
  readonly launch: LaunchContext;
  /** A draft is to be opened for review. */
  readonly onOpen: (draftId: string) => void;
}

/** What was drafted and signed of this patient, who did it and when, and what differs between two of them. */
export function VersionsPanel({ launch, onOpen }: VersionsPanelProps) {
  const ask = useCallback((signal: AbortSignal) => readVersions(launch, signal), [launch]);
  const { asked, retry } = useAnswer(ask);
  const [isRetracted, setRetracted] = useState(false);
  useEndOf(asked.phase === 'failed' ? asked.failure : null);
  return (
    <>
      <VisuallyHidden role="status">
        {asked.phase === 'waiting' && say('later.versions.reading')}
        {asked.phase === 'ready' &&
          (isRetracted
            ? say('later.retract.told')
            : say('later.versions.found', { count: asked.value.versions.length }))}
      </VisuallyHidden>
      {asked.phase === 'waiting' && <SummarySkeleton />}
      {asked.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={retry} />}
      {asked.phase === 'ready' && (
        <WaysOnContext value={{ reload: retry }}>
          <VersionBoard
            launch={launch}
            versions={asked.value.versions}
            onOpen={onOpen}
            isRenewed={isRetracted}
            onRetracted={() => {
              setRetracted(true);
              retry();
            }}
          />
        </WaysOnContext>
      )}
    </>
  );
}

interface VersionBoardProps extends VersionsPanelProps {
  readonly versions: readonly Version[];
  /** Whether it is read anew because of something that was done in it: then it has the focus again. */
  readonly isRenewed: boolean;
  readonly onRetracted: () => void;
}

function VersionBoard({ launch, versions, onOpen, isRenewed, onRetracted }: VersionBoardProps) {
  const [retracting, setRetracting] = useState<Version | null>(null);
  const opener = useRef<Element | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isRenewed) heading.current?.focus();
  }, [isRenewed]);
  const [sides, setSides] = useState(() => firstSides(versions));
  const correction = useAsking(async (draftId: string, signal) => {
    const answer = await correct(launch, draftId, signal);
    if (answer.ok) onOpen(answer.value.draftId);
    return answer;
  });
  return (
    <div className="page-main">
      <Paper component="section" className="card" aria-labelledby="versions-heading">
        <h2 id="versions-heading" ref={heading} tabIndex={-1}>
          {say('later.versions.heading')}
        </h2>
        <p className={styles.note}>
          {versions.length === 0 ? say('later.versions.none') : say('later.versions.explanation')}
        </p>
        <ol className={styles.versions}>
          {versions.map((version) => (
            <VersionItem
              key={version.draftId}
              version={version}
              busy={correction.asked?.phase === 'waiting'}
              onOpen={() => onOpen(version.draftId)}
              onCorrect={() => correction.put(version.draftId)}
              onRetract={() => {
                opener.current = document.activeElement;
                setRetracting(version);
              }}
              onChanges={() => {
                const { draftId } = version;
                setSides({ from: { draftId, as: 'drafted' }, to: { draftId, as: 'now' } });
                document.getElementById('comparison')?.focus();
              }}
            />
          ))}
        </ol>
        {correction.asked?.phase === 'failed' && <FailureNotice failure={correction.asked.failure} />}
      </Paper>
      {retracting && (
        <RetractDialog
          launch={launch}
          version={retracting}
          onClose={(isDone) => {
            setRetracting(null);
            if (isDone) onRetracted();
            // The dialog holds the focus until it is gone from the page.
            else requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus());
          }}
        />
      )}
      {sides && <ComparisonCard launch={launch} versions={versions} sides={sides} onSides={setSides} />}
    </div>
  );
}

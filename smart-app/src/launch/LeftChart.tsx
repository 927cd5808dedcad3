import { useCallback, useEffect, useRef } from 'react';
import { endsLaunch } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { FailureNotice } from '../failure/FailureNotice';
import { say } from '../words/words';
import { closeChart } from './launch-api';
import { useAnswer } from './use-answer';

/** By what the server knows the chart that is left: nothing of its patient. */
export type Left = Pick<LaunchContext, 'launchId' | 'csrf'>;

/** A chart that was left: nothing of it is here. It says that it is closed when the server has closed it, and not before. */
export function LeftChart({ left }: { left: Left }) {
  const close = useCallback((signal: AbortSignal) => closeChart(left, signal), [left]);
  const { asked, retry } = useAnswer(close);
  const heading = useRef<HTMLHeadingElement>(null);
  // What is closed already is closed.
  const isClosed = asked.phase === 'ready' || (asked.phase === 'failed' && endsLaunch(asked.failure));
  useEffect(() => {
    if (isClosed) heading.current?.focus();
  }, [isClosed]);
  if (asked.phase === 'failed' && !isClosed)
    return <FailureNotice failure={asked.failure} onRetry={retry} title={say('leave.unconfirmed')} />;
  return (
    <div role="status">
      {isClosed ? (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {say('leave.closed')}
          </h2>
          <p>{say('leave.after')}</p>
        </>
      ) : (
        <p>{say('leave.closing')}</p>
      )}
    </div>
  );
}

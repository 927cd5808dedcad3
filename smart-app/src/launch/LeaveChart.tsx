import { Button } from '@mantine/core';
import { IconDoorExit } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import { say } from '../words/words';

const LeaveDialog = lazy(() => import('./LeaveDialog').then((part) => ({ default: part.LeaveDialog })));

interface LeaveChartProps {
  readonly launch: LaunchContext;
  /** Whether there are words that only this page has. */
  readonly isUnsaved?: () => boolean;
}

/** The way out of one chart; others that are open stay so. */
export function LeaveChart({ launch, isUnsaved }: LeaveChartProps) {
  const [asking, setAsking] = useState<{ readonly isUnsaved: boolean } | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={opener}
        className="leave"
        size="compact-sm"
        variant="default"
        leftSection={<IconDoorExit size={16} aria-hidden="true" />}
        onClick={() => setAsking({ isUnsaved: isUnsaved?.() ?? false })}
      >
        {say('leave.open')}
      </Button>
      {asking && (
        <Suspense>
          <LeaveDialog
            launch={launch}
            isUnsaved={asking.isUnsaved}
            onStay={() => {
              setAsking(null);
              // The dialog holds the focus until it is gone from the page.
              requestAnimationFrame(() => opener.current?.focus());
            }}
          />
        </Suspense>
      )}
    </>
  );
}

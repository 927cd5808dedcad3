import { useMediaQuery } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Cited } from './citing';
import { SourceDesk } from './SourceDesk';
import { SourceDock } from './SourceDock';

const SourceDrawer = lazy(() => import('./SourceDrawer').then((part) => ({ default: part.SourceDrawer })));

// Same width as in page.css: from here on the sources have a column of their own.
const WIDE = '(min-width: 64rem)';

/** Statements and the sources behind them: beside them where there is room, else over them. */
export function WithSources({ cited, children }: { cited: Cited; children: ReactNode }) {
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  return (
    <SourceDesk summary={cited}>
      <div className="page-columns">
        <div className="page-main">{children}</div>
        {wide ? (
          <SourceDock />
        ) : (
          <Suspense>
            <SourceDrawer />
          </Suspense>
        )}
      </div>
    </SourceDesk>
  );
}

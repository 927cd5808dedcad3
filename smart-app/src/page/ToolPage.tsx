import { type ReactNode, Suspense } from 'react';
import { PatientBanner } from '../banner/PatientBanner';
import type { LaunchContext } from '../contract/launch-context';
import { SummarySkeleton } from '../summary/SummarySkeleton';
import { say } from '../words/words';

interface ToolPageProps {
  readonly launch: LaunchContext;
  readonly heading: string;
  readonly views: ReactNode;
  readonly children: ReactNode;
}

/** A view of the chart beside its summary: the same banner, its own heading, its part of the page when that has come. */
export function ToolPage({ launch, heading, views, children }: ToolPageProps) {
  return (
    <>
      <a className="skip" href="#tool">
        {say('page.skipToContent')}
      </a>
      {launch.needPatientBanner && <PatientBanner patient={launch.patient} />}
      <main className="page">
        <header className="page-header">
          <h1>{heading}</h1>
          {views}
        </header>
        <div id="tool" tabIndex={-1}>
          <Suspense fallback={<SummarySkeleton />}>{children}</Suspense>
        </div>
      </main>
    </>
  );
}

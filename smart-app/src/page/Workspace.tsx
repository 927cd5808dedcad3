import { useMediaQuery } from '@mantine/hooks';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { CoverageCard } from '../coverage/CoverageCard';
import { SignCard } from '../signing/SignCard';
import type { Signing } from '../signing/use-signing';
import { SourceDesk } from '../source/SourceDesk';
import { SourceDock } from '../source/SourceDock';
import { SourceDrawer } from '../source/SourceDrawer';
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

// Same width as in page.css: from here on the sources have a column of their own.
const WIDE = '(min-width: 64rem)';

/** The checked summary beside the sources behind it. */
export function Workspace({ launch, summary, signing }: WorkspaceProps) {
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  return (
    <SourceDesk summary={summary}>
      <div className="page-columns">
        <div className="page-main">
          <Origin summary={summary} />
          <CoverageCard coverage={summary.coverage} complete={summary.complete} />
          <SummaryCard sections={summary.sections} />
          <AddedCard added={summary.added} />
          <ConflictsCard conflicts={summary.conflicts} />
          <FlaggedCard flagged={summary.flagged} />
          <WithheldCard withheld={summary.withheld} />
          <SignCard launch={launch} summary={summary} signing={signing} />
        </div>
        {wide ? <SourceDock /> : <SourceDrawer />}
      </div>
    </SourceDesk>
  );
}

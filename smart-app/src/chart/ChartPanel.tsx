import { Button, Paper, VisuallyHidden } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { ChartPart, DatedFact } from '../contract/chart';
import type { LaunchContext } from '../contract/launch-context';
import type { Fact } from '../contract/summary';
import { CoverageCard } from '../coverage/CoverageCard';
import { FailureNotice } from '../failure/FailureNotice';
import { useEndOf } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import { useAsking } from '../launch/use-asking';
import { WithSources } from '../source/WithSources';
import { SummarySkeleton } from '../summary/SummarySkeleton';
import '../words/later';
import { say } from '../words/words';
import styles from './Chart.module.css';
import { readChart } from './chart-api';
import { FactFilter } from './FactFilter';
import { FactList } from './FactList';
import { type Filter, filtered } from './filtering';
import { TimelineStrip } from './TimelineStrip';
import { Trends } from './Trends';

/** Everything that was read from the chart: a timeline with its sources, and results over time. */
export function ChartPanel({ launch }: { launch: LaunchContext }) {
  const ask = useCallback((signal: AbortSignal) => readChart(launch, 0, signal), [launch]);
  const { asked, retry } = useAnswer(ask);
  useEndOf(asked.phase === 'failed' ? asked.failure : null);
  return (
    <>
      <VisuallyHidden role="status">
        {asked.phase === 'waiting' && say('later.chart.reading')}
        {asked.phase === 'ready' && say('later.chart.read', { count: asked.value.total })}
      </VisuallyHidden>
      {asked.phase === 'waiting' && <SummarySkeleton />}
      {asked.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={retry} />}
      {asked.phase === 'ready' && (
        <ChartBoard key={asked.value.reading} launch={launch} first={asked.value} onOther={retry} />
      )}
    </>
  );
}

const EVERYTHING: Filter = { kinds: new Set(), words: '', span: 'all' };

interface ChartBoardProps {
  readonly launch: LaunchContext;
  readonly first: ChartPart;
  /** The chart is another by now: its ids are not those of what is shown, so it is read anew. */
  readonly onOther: () => void;
}

function ChartBoard({ launch, first, onOther }: ChartBoardProps) {
  const [view, setView] = useState<'timeline' | 'trends'>('timeline');
  const [filter, setFilter] = useState(EVERYTHING);
  const [older, setOlder] = useState<readonly DatedFact[]>([]);
  const facts = useMemo(() => [...first.facts, ...older], [first, older]);
  const more = useAsking(async (offset: number, signal) => {
    const answer = await readChart(launch, offset, signal);
    if (answer.ok && answer.value.reading !== first.reading) onOther();
    else if (answer.ok) setOlder((before) => [...before, ...answer.value.facts]);
    return answer;
  });
  const cited = useMemo(
    () => ({
      facts: Object.fromEntries(facts.map(({ fact }): [string, Fact] => [fact.id, fact])),
      sections: [],
    }),
    [facts],
  );
  const shown = useMemo(() => filtered(facts, filter), [facts, filter]);
  const coverage = <CoverageCard coverage={first.coverage} complete={first.complete} what="list" />;
  return (
    <WithSources cited={cited}>
      {!first.complete && coverage}
      <Paper component="section" className="card" aria-labelledby="facts-heading">
        <div className={styles.head}>
          <h2 id="facts-heading">{say('later.chart.read', { count: first.total })}</h2>
          <span className={styles.tabs}>
            {(['timeline', 'trends'] as const).map((one) => (
              <Button
                key={one}
                size="compact-sm"
                variant={view === one ? 'filled' : 'default'}
                aria-pressed={view === one}
                onClick={() => setView(one)}
              >
                {say(`later.chart.${one}`)}
              </Button>
            ))}
          </span>
        </div>
        {view === 'trends' ? (
          <Trends series={first.series} beyond={first.seriesBeyond} />
        ) : (
          <>
            <FactFilter facts={facts} filter={filter} onFilter={setFilter} />
            <p className={styles.note} role="status">
              {say('later.chart.shown', { count: shown.length, all: facts.length })}
            </p>
            <TimelineStrip facts={shown} />
            <FactList facts={shown} />
            {facts.length < first.total && (
              <Button
                size="compact-sm"
                loading={more.asked?.phase === 'waiting'}
                onClick={() => more.put(facts.length)}
              >
                {say('later.chart.older', { count: first.total - facts.length })}
              </Button>
            )}
            {more.asked?.phase === 'failed' && <FailureNotice failure={more.asked.failure} />}
          </>
        )}
      </Paper>
      {first.complete && coverage}
    </WithSources>
  );
}

import { Button, Paper } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import type { Section, Statement } from '../contract/summary';
import type { StreamedStatement } from '../contract/summary-stream';
import { CoverageCard } from '../coverage/CoverageCard';
import { type Cited, placeOf } from '../source/citing';
import { SourceDesk } from '../source/SourceDesk';
import { say } from '../words/words';
import styles from './PartialSummary.module.css';
import { StatementItem } from './StatementItem';
import card from './SummaryCard.module.css';
import type { Partial } from './use-streamed-summary';

const SourceDrawer = lazy(() =>
  import('../source/SourceDrawer').then((part) => ({ default: part.SourceDrawer })),
);

interface PartialSummaryProps {
  readonly partial: Partial;
  /** Where it is still being written. */
  readonly onCancel?: () => void;
}

/** What has come so far, with the step that is under way. Statements are only ever added at the end, so nothing moves. */
export function PartialSummary({ partial, onCancel }: PartialSummaryProps) {
  const runs = useMemo(() => runsOf(partial.statements), [partial.statements]);
  const cited = useMemo<Cited>(
    () => ({ sections: runs, facts: Object.assign({}, ...partial.statements.map(({ facts }) => facts)) }),
    [runs, partial.statements],
  );
  return (
    <SourceDesk summary={cited}>
      <div className="page-main">
        <div className={styles.step}>
          <p>{onCancel ? words(partial) : say('streaming.kept')}</p>
          {onCancel && (
            <Button size="xs" variant="default" onClick={onCancel}>
              {say('streaming.cancel')}
            </Button>
          )}
        </div>
        {partial.coverage && (
          <CoverageCard coverage={partial.coverage.coverage} complete={partial.coverage.complete} />
        )}
        {runs.length > 0 && (
          <Paper component="section" className="card" aria-labelledby="partial-heading">
            <div className={card.head}>
              <h2 id="partial-heading">{say('streaming.heading')}</h2>
              <p className={card.legend}>
                <IconCheck size={16} aria-hidden="true" />
                {say('streaming.legend')}
              </p>
            </div>
            {runs.map((run) => (
              <section key={run.code} className={card.section} aria-labelledby={`partial-${run.code}`}>
                <h3 id={`partial-${run.code}`}>{run.title}</h3>
                <ul className={card.statements}>
                  {run.statements.map((statement, index) => (
                    <StatementItem
                      key={placeOf(run.code, index)}
                      placeId={placeOf(run.code, index)}
                      statement={statement}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </Paper>
        )}
      </div>
      <Suspense>
        <SourceDrawer />
      </Suspense>
    </SourceDesk>
  );
}

/** The step that is under way, in figures where there are any. */
export function words({ step, reading, connection }: Partial): string {
  if (connection === 'lost') return say('streaming.lost');
  if (step === 'writing') return say('streaming.writing');
  if (step === 'repairing') return say('streaming.repairing');
  if (step === 'doubting') return say('streaming.doubting');
  return reading ? say('streaming.reading', { ...reading }) : say('streaming.begun');
}

/** Sections as they come: one that comes up again gets a place of its own at the end. */
function runsOf(statements: readonly StreamedStatement[]): Section[] {
  const runs: { code: string; section: string; title: string; statements: Statement[] }[] = [];
  for (const { section, title, statement } of statements) {
    const last = runs.at(-1);
    if (last?.section === section) last.statements.push(statement);
    else runs.push({ code: `run-${runs.length}`, section, title, statements: [statement] });
  }
  return runs;
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DatedFact } from '../contract/chart';
import { CitationPill } from '../source/CitationPill';
import { factLine } from '../source/fact-line';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import styles from './Chart.module.css';
import { byDay } from './filtering';

const STEP = 150;

/** The facts day by day, the newest first; so many at a time that the page stays quick. */
export function FactList({ facts }: { facts: readonly DatedFact[] }) {
  const [most, setMost] = useState(STEP);
  if (facts.length === 0) return <p>{say('later.chart.nothing')}</p>;
  return (
    <>
      {byDay(facts.slice(0, most)).map(([day, list]) => (
        <section key={day} className={styles.day} aria-label={dayInWords(day)}>
          <h3>{dayInWords(day)}</h3>
          <ul>
            {list.map(({ fact }) => {
              const { headline, details } = factLine(fact);
              return (
                <li key={fact.id}>
                  <CitationPill factId={fact.id} />
                  <span className={styles.kind}>{say(`kind.${fact.kind}`)}</span>
                  <span className={styles.what}>
                    <strong>{headline}</strong>
                    {details.length > 0 && ` ${details.join(' · ')}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {facts.length > most && (
        <Button size="compact-sm" variant="default" onClick={() => setMost(most + STEP)}>
          {say('later.chart.more', { count: facts.length - most })}
        </Button>
      )}
    </>
  );
}

function dayInWords(day: string | null): string {
  return day === null ? say('later.chart.undated') : recordedTime(day);
}

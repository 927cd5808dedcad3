import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Series } from '../contract/chart';
import { say } from '../words/words';
import styles from './Chart.module.css';
import { TrendPlot } from './TrendPlot';

const STEP = 12;

/** Results and vital signs over time. Another unit or another specimen is another plot. */
export function Trends({ series, beyond }: { series: readonly Series[]; beyond: number }) {
  const [words, setWords] = useState('');
  const [most, setMost] = useState(STEP);
  const found = series.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <>
      <p className={styles.note}>{say('later.chart.trendsNote')}</p>
      <TextInput
        size="xs"
        className={styles.search ?? ''}
        label={say('later.chart.test')}
        value={words}
        maxLength={100}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.length === 0 && <p>{say('later.chart.noTrends')}</p>}
      <div className={styles.trends}>
        {found.slice(0, most).map((one) => (
          <TrendPlot key={`${one.name} ${one.unit} ${one.points[0]?.citation}`} series={one} />
        ))}
      </div>
      {found.length > most && (
        <Button size="compact-sm" variant="default" onClick={() => setMost(most + STEP)}>
          {say('later.chart.more', { count: found.length - most })}
        </Button>
      )}
      {beyond > 0 && <p className={styles.note}>{say('later.chart.seriesBeyond', { count: beyond })}</p>}
    </>
  );
}

import { type KeyboardEvent, useId, useState } from 'react';
import type { Point, Series } from '../contract/chart';
import { CitationPill } from '../source/CitationPill';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import styles from './Chart.module.css';
import { HEIGHT, isOutside, plot, WIDTH } from './plotting';

/** One test in one unit over time: a plot whose points can be walked by arrow keys, and the same as a table. */
export function TrendPlot({ series }: { series: Series }) {
  const { spots, bands, path, least, greatest } = plot(series);
  const [at, setAt] = useState(spots.length - 1);
  const headingId = useId();
  const spot = spots[Math.min(at, spots.length - 1)];
  if (!spot) return null;
  const walk = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: spots.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(spots.length - 1, to)));
  };
  return (
    <section className={styles.trend} aria-labelledby={headingId}>
      <h3 id={headingId}>
        {series.name} {series.unit && <span className={styles.unit}>{series.unit}</span>}
      </h3>
      <div
        className={styles.walk}
        role="slider"
        tabIndex={0}
        aria-label={say('later.chart.walk', { name: series.name })}
        aria-valuemin={1}
        aria-valuemax={spots.length}
        aria-valuenow={at + 1}
        aria-valuetext={inWords(spot.point, series.unit)}
        aria-orientation="horizontal"
        onKeyDown={walk}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.plot} aria-hidden="true">
          {bands.map((band) => (
            <rect key={band.x} {...band} className={styles.band} />
          ))}
          <path d={path} className={styles.line} />
          {spots.map(({ point, x, y }, index) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way to what the arrow keys do
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: two measurements can be equal in everything
              key={index}
              cx={x}
              cy={y}
              r={index === at ? 6 : 3.5}
              className={styles.spot}
              data-at={index === at}
              data-outside={isOutside(point)}
              data-bound={point.comparator !== null}
              onPointerEnter={() => setAt(index)}
              onClick={() => setAt(index)}
            />
          ))}
        </svg>
        <span className={styles.scale} aria-hidden="true">
          <span>{greatest}</span>
          <span>{least}</span>
        </span>
      </div>
      <p className={styles.reading}>
        {inWords(spot.point, series.unit)} <CitationPill factId={spot.point.citation} />
      </p>
      <details>
        <summary>{say('later.chart.table', { count: spots.length })}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('later.chart.when')}</th>
              <th scope="col">{say('later.chart.value')}</th>
              <th scope="col">{say('later.chart.range')}</th>
              <th scope="col">{say('later.chart.flag')}</th>
            </tr>
          </thead>
          <tbody>
            {[...series.points].reverse().map((point, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two measurements can be equal in everything
              <tr key={index}>
                <td>{recordedTime(point.when)}</td>
                <td>
                  {measured(point)} {series.unit}
                </td>
                <td>{rangeOf(point)}</td>
                <td>{flagOf(point)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {series.beyond > 0 && (
        <p className={styles.note}>{say('later.chart.notShown', { count: series.beyond })}</p>
      )}
    </section>
  );
}

function measured({ value, comparator }: Point): string {
  return `${comparator ?? ''}${value}`;
}

function rangeOf({ low, high }: Point): string {
  if (low !== null && high !== null) return `${low} – ${high}`;
  if (low !== null) return `≥ ${low}`;
  return high === null ? say('later.chart.noRange') : `≤ ${high}`;
}

function flagOf(point: Point): string {
  return point.flag ?? (isOutside(point) ? say('later.chart.outside') : '');
}

function inWords(point: Point, unit: string): string {
  const parts = [
    `${recordedTime(point.when)}: ${measured(point)} ${unit}`.trim(),
    flagOf(point),
    point.low !== null || point.high !== null ? say('later.chart.of', { range: rangeOf(point) }) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

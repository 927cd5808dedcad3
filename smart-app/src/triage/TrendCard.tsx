import { Paper } from '@mantine/core';
import type { TrendPoint, Triage } from '../contract/triage';
import { say } from '../words/words';
import styles from './Triage.module.css';

const WIDTH = 600;
const HEIGHT = 120;
const PAD = 12;
/** The least that the height stands for: small scores do not look like large ones. */
const LEAST_TOP = 10;

interface TrendCardProps {
  readonly trend: readonly TrendPoint[];
  readonly changes: Triage['changes'];
}

/** The early warning score over time: a line for the eye and a table for everybody. A gap is a gap and not a zero. */
export function TrendCard({ trend, changes }: TrendCardProps) {
  const name = trend[0]?.score;
  if (name === undefined && changes.length === 0) return null;
  return (
    <Paper component="section" className="card" aria-labelledby="trend-heading">
      <h2 id="trend-heading">{say('triage.trend.heading')}</h2>
      {changes.map((change) => (
        <p key={change.text} data-deterioration={change.deterioration} className={styles.change}>
          {say(change.deterioration ? 'triage.trend.worse' : 'triage.trend.better', change)}
        </p>
      ))}
      {name !== undefined && (
        <>
          <Line trend={trend} />
          <details>
            <summary>{say('triage.trend.table', { name })}</summary>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('triage.trend.when')}</th>
                  <th scope="col">{name}</th>
                </tr>
              </thead>
              <tbody>
                {trend.map((point) => (
                  <tr key={point.when}>
                    <th scope="row">{point.when}</th>
                    <td>{point.total ?? say('triage.trend.none')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Paper>
  );
}

function Line({ trend }: { trend: readonly TrendPoint[] }) {
  const top = Math.max(LEAST_TOP, ...trend.map((point) => point.total ?? 0));
  const step = (WIDTH - 2 * PAD) / Math.max(1, trend.length - 1);
  const y = (total: number) => HEIGHT - PAD - (total / top) * (HEIGHT - 2 * PAD);
  const places = trend.map((point, index) => ({
    when: point.when,
    x: PAD + index * step,
    y: point.total === null ? null : y(point.total),
  }));
  const path = places
    .map((place, index) => {
      if (place.y === null) return '';
      const joined = index > 0 && places[index - 1]?.y !== null;
      return `${joined ? 'L' : 'M'}${place.x} ${place.y}`;
    })
    .join('');
  return (
    <svg className={styles.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[0, top].map((mark) => (
        <line key={mark} x1={PAD} x2={WIDTH - PAD} y1={y(mark)} y2={y(mark)} className={styles.axis} />
      ))}
      <path d={path} className={styles.line} />
      {places.map((place) =>
        place.y === null ? (
          <text key={place.when} x={place.x} y={HEIGHT - PAD} className={styles.gap}>
            ?
          </text>
        ) : (
          <circle key={place.when} cx={place.x} cy={place.y} r={4} className={styles.dot} />
        ),
      )}
    </svg>
  );
}

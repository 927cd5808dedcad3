import type { DatedFact } from '../contract/chart';
import type { Kind } from '../contract/summary';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import styles from './Chart.module.css';

const WIDTH = 720;
const LANE = 14;
const LABEL = 96;

/** The facts as marks on a line of time, a lane for each kind. For the eye only: the list below says the same. */
export function TimelineStrip({ facts }: { facts: readonly DatedFact[] }) {
  const dated = facts.filter((one): one is DatedFact & { day: string } => one.day !== null);
  const kinds = [...new Set(dated.map(({ fact }) => fact.kind))];
  const newest = dated[0]?.day;
  const oldest = dated.at(-1)?.day;
  if (!newest || !oldest || newest === oldest) return null;
  const from = Date.parse(oldest);
  const x = (day: string) =>
    LABEL + 4 + ((Date.parse(day) - from) / (Date.parse(newest) - from)) * (WIDTH - LABEL - 10);
  const marks = [...new Set(dated.map(({ fact, day }) => `${fact.kind} ${day}`))].map((mark) =>
    mark.split(' '),
  );
  return (
    <div className={styles.strip} aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${kinds.length * LANE}`} className={styles.lanes} aria-hidden="true">
        {kinds.map((kind, lane) => (
          <g key={kind}>
            <text x={0} y={lane * LANE + 10} className={styles.laneName}>
              {say(`kind.${kind}`)}
            </text>
            <line x1={LABEL} x2={WIDTH} y1={lane * LANE + 7} y2={lane * LANE + 7} className={styles.lane} />
          </g>
        ))}
        {marks.map(([kind, day]) => (
          <rect
            key={`${kind} ${day}`}
            x={x(day as string) - 1.5}
            y={kinds.indexOf(kind as Kind) * LANE + 3}
            width={3}
            height={8}
            className={styles.mark}
          />
        ))}
      </svg>
      <p className={styles.ends}>
        <span>{recordedTime(oldest)}</span>
        <span>{recordedTime(newest)}</span>
      </p>
    </div>
  );
}

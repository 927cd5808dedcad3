import type { LookedBack } from '../contract/summary';
import { recordedTime } from '../words/time';
import { knows, say } from '../words/words';

/** How far back a summary looks and how much of the chart it does not use for that reason, in one line. */
export function lookBackInWords({ period, from: day, notUsed }: LookedBack): string {
  const far = farInWords(period);
  const from = recordedTime(day);
  return notUsed === 0
    ? say('lookBack.saidNone', { far, from })
    : say('lookBack.said', { far, from, count: notUsed });
}

/** What is not used, kind by kind, the most first. */
export function notUsedInWords({ kinds }: LookedBack): string {
  return Object.entries(kinds)
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => `${kindInWords(kind)} ${count}`)
    .join(', ');
}

function kindInWords(kind: string): string {
  const key = `kind.${kind}`;
  return knows(key) ? say(key as 'kind.result') : kind;
}

const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/;

// A hospital may have set any duration; those that can be chosen here have words of their own.
function farInWords(period: string): string {
  const key = `lookBack.far.${period}`;
  if (knows(key)) return say(key as 'lookBack.far.P1Y');
  const [, years, months, days] = PARTS.exec(period) ?? [];
  const parts = [
    years && say('lookBack.years', { count: Number(years) }),
    months && say('lookBack.months', { count: Number(months) }),
    days && say('lookBack.days', { count: Number(days) }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : period;
}

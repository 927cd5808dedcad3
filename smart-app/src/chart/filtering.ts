import type { DatedFact } from '../contract/chart';
import type { Kind } from '../contract/summary';

/** How far back a list goes, in days from the newest fact; a chart can be of another time than this computer's. */
export const SPANS = { all: null, month: 31, year: 366, fiveYears: 5 * 366 } as const;

export type Span = keyof typeof SPANS;

/** What of the facts is to be seen; no kinds are all kinds. */
export interface Filter {
  readonly kinds: ReadonlySet<Kind>;
  readonly words: string;
  readonly span: Span;
}

const DAY_MS = 86_400_000;

/** The facts that a filter lets through, in their order. Undated facts are in every span: they may be of any time. */
export function filtered(facts: readonly DatedFact[], filter: Filter): readonly DatedFact[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  const days = SPANS[filter.span];
  const newest = facts.reduce((latest, { day }) => (day !== null && day > latest ? day : latest), '');
  const from =
    days === null || !newest ? null : new Date(Date.parse(newest) - days * DAY_MS).toISOString().slice(0, 10);
  return facts.filter(({ fact, day }) => {
    const line = fact.line.toLowerCase();
    return (
      (filter.kinds.size === 0 || filter.kinds.has(fact.kind)) &&
      words.every((word) => line.includes(word)) &&
      (from === null || day === null || day >= from)
    );
  });
}

/** The facts by the day they are put at, in their order; those without a day under null. */
export function byDay(
  facts: readonly DatedFact[],
): readonly (readonly [string | null, readonly DatedFact[]])[] {
  const days = new Map<string | null, DatedFact[]>();
  for (const one of facts) {
    const list = days.get(one.day);
    if (list) list.push(one);
    else days.set(one.day, [one]);
  }
  return [...days];
}

import type { Fact } from '../contract/summary';

/** A fact's line, without the id and kind that stand beside it: what it is, then its details. */
export interface FactLine {
  readonly headline: string;
  readonly details: readonly string[];
}

/** Takes the line of a digest apart at its bars. */
export function factLine({ id, kind, line }: Fact): FactLine {
  const fields = line.split('|').map((field) => field.trim());
  const prefixes = fields[0] === id ? (fields[1] === kind || kind === 'other' ? 2 : 1) : 0;
  const [headline = line, ...details] = fields.slice(prefixes).filter((field) => field !== '');
  return { headline, details };
}

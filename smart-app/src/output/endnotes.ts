import type { Fact, Statement, Summary } from '../contract/summary';

/** The facts behind a text, numbered in the order in which it cites them. */
export interface Endnotes {
  readonly facts: readonly Fact[];
  /** The marks of a statement, such as `[1][3]`; empty where it cites nothing. */
  marksOf(statement: Pick<Statement, 'citations'>): string;
}

/** Numbers the citations of a draft, the text first, then what rules added, then where the chart contradicts itself. */
export function endnotes(summary: Summary): Endnotes {
  const cited = [
    ...summary.sections.flatMap(({ statements }) => statements),
    ...summary.added,
    ...summary.conflicts.flatMap(({ sides }) => sides),
  ].flatMap(({ citations }) => citations);
  const ids = [...new Set(cited)];
  return {
    facts: ids.flatMap((id) => (summary.facts[id] ? [summary.facts[id]] : [])),
    marksOf: ({ citations }) => [...new Set(citations)].map((id) => `[${ids.indexOf(id) + 1}]`).join(''),
  };
}

/** A fact in one line: what it says, and where it stands. */
export function noteLine({ line, source, path }: Fact): string {
  return [line, source, path].filter((part) => part !== null).join(' | ');
}

import type { Summary } from '../contract/summary';

/** What is cited and where; of a summary that is not whole yet, too. */
export type Cited = Pick<Summary, 'sections' | 'facts'>;

/** A statement that cites a fact, and the id of its place on the page. */
export interface CitingStatement {
  readonly placeId: string;
  readonly text: string;
}

/** The element id of a statement of the summary. */
export function placeOf(sectionCode: string, index: number): string {
  return `statement-${sectionCode}-${index}`;
}

/** The statements of the summary that cite the fact, in reading order. */
export function citing(summary: Cited, factId: string): readonly CitingStatement[] {
  return summary.sections.flatMap((section) =>
    section.statements
      .map((statement, index) => ({ statement, placeId: placeOf(section.code, index) }))
      .filter(({ statement }) => statement.citations.includes(factId))
      .map(({ statement, placeId }) => ({ placeId, text: statement.text })),
  );
}

import * as v from 'valibot';

/** How one resource type was read; the six are never merged, on the wire or on the screen. */
export const OUTCOMES = [
  'found',
  'none-recorded',
  'not-asked',
  'not-permitted',
  'failed',
  'cut-off',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const CoverageSchema = v.object({
  type: v.pipe(v.string(), v.nonEmpty()),
  // What was asked, in words: one type can be asked for in several searches.
  asked: v.nullish(v.string(), null),
  outcome: v.picklist(OUTCOMES),
  read: count,
  total: v.nullish(count, null),
  detail: v.nullish(v.string(), null),
});

/** What was asked of the EHR for one resource type, and what came of it. */
export type Coverage = v.InferOutput<typeof CoverageSchema>;

/** Whether facts of this type may exist in the EHR and yet be missing from the summary. */
export function leavesGap(coverage: Coverage): boolean {
  switch (coverage.outcome) {
    case 'not-permitted':
    case 'failed':
    case 'cut-off':
      return true;
    case 'found':
    case 'none-recorded':
    case 'not-asked':
      return false;
  }
}

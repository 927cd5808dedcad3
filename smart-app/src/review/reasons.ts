/** Why a clinician leaves a statement out, by the server's words. */
export const REASONS = [
  'not-relevant',
  'wrong',
  'outdated',
  'duplicate',
  'wording',
  'unsafe',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

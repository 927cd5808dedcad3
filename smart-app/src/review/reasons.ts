/** Why a clinician leaves a statement out, by the server's words. */
export const REASONS = ['not-relevant', 'wrong', 'outdated', 'misleading', 'duplicate', 'other'] as const;

export type Reason = (typeof REASONS)[number];

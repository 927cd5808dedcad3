import type { Length, LookBack } from '../contract/settings';

/** The kinds of summary, by the server's words; a problem summary needs words of its own. */
export const KINDS_OF_SUMMARY = [
  'brief',
  'hospital-course',
  'handoff',
  'since-last-visit',
  'problem',
  'patient-friendly',
] as const;

export type KindOfSummary = (typeof KINDS_OF_SUMMARY)[number];

/** What the clinician wants written. */
export interface Wanted {
  readonly kind: KindOfSummary;
  /** The problem or question of a problem summary. */
  readonly focus: string | null;
  readonly length: Length;
  readonly lookBack: LookBack;
  /** A draft from before, to be opened again; null where one is to be written. */
  readonly draftId: string | null;
}

export const BRIEF: Wanted = {
  kind: 'brief',
  focus: null,
  length: 'usual',
  lookBack: 'usual',
  draftId: null,
};

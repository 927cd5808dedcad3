import * as v from 'valibot';

/** Every way in which a request can fail, as the clinician has to tell them apart. */
export type FailureKind =
  | 'session-lost'
  | 'wrong-launch'
  | 'mismatch'
  | 'draft-gone'
  | 'draft-changed'
  | 'draft-over'
  | 'draft-recalled'
  | 'not-found'
  | 'not-permitted'
  | 'ehr-unavailable'
  | 'model-unavailable'
  | 'network-lost'
  | 'too-slow'
  | 'busy'
  | 'unreadable'
  | 'unexpected';

/** A failed request: what it means, and the server's own words and incident id where it gave them. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string | null;
  readonly incident: string | null;
}

const RefusalSchema = v.object({
  code: v.string(),
  message: v.nullish(v.string(), null),
  incident: v.nullish(v.string(), null),
});

/** A failure that has no answer of the server behind it. */
export function failure(kind: FailureKind): Failure {
  return { kind, message: null, incident: null };
}

/** The failure told by an answer's status and body; a body that is not ours only loses its words. */
export function refusal(status: number, body: unknown): Failure {
  const told = v.safeParse(RefusalSchema, body);
  const { code, message, incident } = told.success
    ? told.output
    : { code: '', message: null, incident: null };
  return { kind: kindOf(status, code), message, incident };
}

/** Whether nothing of this launch may stay on the screen: it ended, or it is not the chart we think. */
export function endsLaunch({ kind }: Failure): boolean {
  return kind === 'session-lost' || kind === 'wrong-launch' || kind === 'mismatch';
}

/** Whether the same request may succeed when it is sent again. */
export function worthRetrying(failed: Failure): boolean {
  return !endsLaunch(failed) && !FINAL.includes(failed.kind);
}

const FINAL: readonly FailureKind[] = [
  'not-permitted',
  'not-found',
  'draft-gone',
  'draft-changed',
  'draft-over',
  'draft-recalled',
];

// Only the launch itself ends the page. That a draft is gone or another by now says nothing of the chart it is about.
const MISSING: Readonly<Record<string, FailureKind>> = {
  'launch-unknown': 'wrong-launch',
  'unknown-draft': 'draft-gone',
};

const CONFLICTS: Readonly<Record<string, FailureKind>> = {
  'draft-over': 'draft-over',
  'signed-by-another': 'draft-over',
  'draft-recalled': 'draft-recalled',
};

function kindOf(status: number, code: string): FailureKind {
  // What is gone for good is an ended launch too.
  if (status === 401 || status === 410) return 'session-lost';
  if (status === 429 || code === 'too-many-streams') return 'busy';
  if (status === 404) return MISSING[code] ?? 'not-found';
  if (status === 409) return CONFLICTS[code] ?? 'draft-changed';
  if (status === 403) return 'not-permitted';
  if (code.startsWith('ehr-')) return 'ehr-unavailable';
  if (code.startsWith('model-')) return 'model-unavailable';
  return status === 504 ? 'too-slow' : 'unexpected';
}

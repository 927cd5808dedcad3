import * as v from 'valibot';
import { failure } from '../contract/failure';
import { type Filing, FilingSchema, type FilingStatus, FilingStatusSchema } from '../contract/filing';
import { type LaunchContext, LaunchContextSchema } from '../contract/launch-context';
import { type Answer, request, stream } from '../contract/request';
import { resumed } from '../contract/resumed';
import { type Summary, SummarySchema } from '../contract/summary';
import { readStream, type Told } from '../contract/summary-stream';
import { type Triage, TriageSchema } from '../contract/triage';
import { textIsTheSignedOne } from '../signing/text-hash';
import type { Wanted } from '../summary/kinds';

const CONTEXT_TIMEOUT_MS = 30_000;
// The server has its own, shorter deadlines for the EHR and the model; these only bound a hung connection.
const SUMMARY_TIMEOUT_MS = 180_000;
const SIGN_TIMEOUT_MS = 90_000;
const EDIT_TIMEOUT_MS = 30_000;

/** Who and whose chart this launch is about; an answer about another launch than asked is a mismatch. */
export async function readContext(launchId: string, signal: AbortSignal): Promise<Answer<LaunchContext>> {
  const answer = await request(
    { url: api(launchId, 'context'), shape: LaunchContextSchema, timeoutMs: CONTEXT_TIMEOUT_MS },
    signal,
  );
  if (answer.ok && answer.value.launchId !== launchId) return { ok: false, failure: failure('mismatch') };
  return answer;
}

/** Whether the server has the launch open; asking counts as somebody being there. */
export function isAlive(launch: LaunchContext, signal: AbortSignal): Promise<Answer<{ open: true }>> {
  return request(
    {
      url: api(launch.launchId, 'alive'),
      shape: v.object({ open: v.literal(true) }),
      timeoutMs: CONTEXT_TIMEOUT_MS,
    },
    signal,
  );
}

/**
 * Has the chart read and a checked draft composed, and tells how it comes about. Where the connection is lost the stream is
 * taken up again. A text that is not the one of its hash is not trusted.
 */
export async function composeSummary(
  launch: LaunchContext,
  wanted: Wanted,
  signal: AbortSignal,
  tell: (told: Told) => void,
): Promise<Answer<Summary>> {
  const url = api(launch.launchId, 'summary/stream');
  const post = { body: wish(wanted), launchToken: launch.csrf };
  const end = Date.now() + SUMMARY_TIMEOUT_MS;
  const answer = await resumed<Summary>(
    (lastEventId, seen) =>
      stream({ url, post, lastEventId, timeoutMs: Math.max(1, end - Date.now()) }, signal, (body) =>
        readStream(body, tell, seen),
      ),
    signal,
    {
      lost: () => tell({ kind: 'lost' }),
      // Who leaves says so, or the server would wait for them to come back.
      left: (lastEventId) => {
        if (closing.has(launch.launchId)) return;
        void request(
          { url: `${url}/cancel`, post, lastEventId, shape: v.unknown(), timeoutMs: CONTEXT_TIMEOUT_MS },
          new AbortController().signal,
        );
      },
    },
  );
  if (answer.ok && !(await textIsTheSignedOne(answer.value)))
    return { ok: false, failure: failure('unreadable') };
  return answer;
}

// As long, and as far back, as the EHR's settings say, where nobody says otherwise.
function wish({ kind, focus, length, lookBack }: Wanted) {
  return {
    kind,
    focus,
    length: length === 'usual' ? undefined : length,
    lookBack: lookBack === 'usual' ? undefined : lookBack,
  };
}

/** A draft from before, as it is now. A text that is not the one of its hash is not trusted. */
export async function readDraft(
  launch: LaunchContext,
  draftId: string,
  signal: AbortSignal,
): Promise<Answer<Summary>> {
  const answer = await request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draftId)}/view`),
      shape: SummarySchema,
      timeoutMs: CONTEXT_TIMEOUT_MS,
    },
    signal,
  );
  if (answer.ok && answer.value.draftId !== draftId) return { ok: false, failure: failure('mismatch') };
  if (answer.ok && !(await textIsTheSignedOne(answer.value)))
    return { ok: false, failure: failure('unreadable') };
  return answer;
}

/** Has the patient triaged as of now. A text that is not the one of its hash is not trusted. */
export async function composeTriage(launch: LaunchContext, signal: AbortSignal): Promise<Answer<Triage>> {
  const answer = await request(
    {
      url: api(launch.launchId, 'triage'),
      post: { body: {}, launchToken: launch.csrf },
      shape: TriageSchema,
      timeoutMs: SUMMARY_TIMEOUT_MS,
    },
    signal,
  );
  if (answer.ok && !(await textIsTheSignedOne(answer.value.draft)))
    return { ok: false, failure: failure('unreadable') };
  return answer;
}

/** One change of a draft by a clinician. */
export interface Edit {
  /** The statement that is changed; for an insertion the one it stands behind. */
  readonly statement: number;
  readonly action: 'edit' | 'reject' | 'restore' | 'insert' | 'acknowledge';
  readonly text?: string;
  readonly reason?: string;
}

/** Changes the draft that was seen; the server checks the words again and refuses where its text is another by now. */
export async function editDraft(
  launch: LaunchContext,
  draft: Summary,
  edit: Edit,
  signal: AbortSignal,
): Promise<Answer<Summary>> {
  const answer = await request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draft.draftId)}/edits`),
      post: { body: { ...edit, seenHash: draft.textHash }, launchToken: launch.csrf },
      shape: SummarySchema,
      timeoutMs: EDIT_TIMEOUT_MS,
    },
    signal,
  );
  if (answer.ok && answer.value.draftId !== draft.draftId) return { ok: false, failure: failure('mismatch') };
  if (answer.ok && !(await textIsTheSignedOne(answer.value)))
    return { ok: false, failure: failure('unreadable') };
  return answer;
}

/** Signs exactly the text that was shown: the server refuses where its draft has another hash. */
export function signDraft(
  launch: LaunchContext,
  draft: Summary,
  signal: AbortSignal,
): Promise<Answer<Filing>> {
  return request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draft.draftId)}/sign`),
      post: { body: { textHash: draft.textHash }, launchToken: launch.csrf },
      shape: FilingSchema,
      timeoutMs: SIGN_TIMEOUT_MS,
    },
    signal,
  );
}

/** Where a signed draft stands. */
export function readFilingStatus(
  launch: LaunchContext,
  draftId: string,
  signal: AbortSignal,
): Promise<Answer<FilingStatus>> {
  return request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draftId)}`),
      unattended: true,
      shape: FilingStatusSchema,
      timeoutMs: CONTEXT_TIMEOUT_MS,
    },
    signal,
  );
}

// Of a chart that is being closed the server breaks off what it writes; nothing more is asked of it.
const closing = new Set<string>();

/** Closes the chart: its address opens nothing any more, and the server's access to it ends. Other charts stay open. */
export function closeChart(
  { launchId, csrf }: Pick<LaunchContext, 'launchId' | 'csrf'>,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  closing.add(launchId);
  return request(
    {
      url: api(launchId, 'close'),
      post: { body: {}, launchToken: csrf },
      shape: v.unknown(),
      timeoutMs: CONTEXT_TIMEOUT_MS,
    },
    signal,
  );
}

/** An address of the launch's own API. */
export function api(launchId: string, path: string): string {
  return `/app/${launchId}/api/${path}`;
}

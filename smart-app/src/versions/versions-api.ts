import type * as v from 'valibot';
import { failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { type Answer, request } from '../contract/request';
import {
  BegunSchema,
  RetractedSchema,
  type Version,
  VersionsSchema,
  type VersionTexts,
  VersionTextsSchema,
} from '../contract/version';
import { api } from '../launch/launch-api';
import type { Reason } from '../review/reasons';
import { textIsTheSignedOne } from '../signing/text-hash';

const TIMEOUT_MS = 30_000;
// As for filing: the EHR is asked more than once.
const RETRACT_TIMEOUT_MS = 90_000;

/** What was drafted and signed of this patient, the newest first. */
export function readVersions(
  launch: LaunchContext,
  signal: AbortSignal,
): Promise<Answer<{ versions: Version[] }>> {
  return request(
    { url: api(launch.launchId, 'versions'), shape: VersionsSchema, timeoutMs: TIMEOUT_MS },
    signal,
  );
}

/** The texts of one of them; a text that is not the one of its hash is not trusted. */
export async function readTexts(
  launch: LaunchContext,
  draftId: string,
  signal: AbortSignal,
): Promise<Answer<VersionTexts>> {
  const answer = await request(
    {
      url: api(launch.launchId, `versions/${encodeURIComponent(draftId)}`),
      shape: VersionTextsSchema,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  );
  if (!answer.ok) return answer;
  const isTrue = answer.value.draftId === draftId && (await textIsTheSignedOne(answer.value));
  return isTrue ? answer : { ok: false, failure: failure('unreadable') };
}

/** Begins a draft that is to take the place of a filed document; nothing changes in the EHR before it is signed. */
export function correct(
  launch: LaunchContext,
  draftId: string,
  signal: AbortSignal,
): Promise<Answer<{ draftId: string }>> {
  return request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draftId)}/replace`),
      post: { body: {}, launchToken: launch.csrf },
      shape: BegunSchema,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  );
}

/** Has the EHR show a filed document as entered in error; answered once the EHR has done so. */
export function retract(
  launch: LaunchContext,
  draftId: string,
  reason: Reason,
  signal: AbortSignal,
): Promise<Answer<v.InferOutput<typeof RetractedSchema>>> {
  return request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draftId)}/retract`),
      post: { body: { reason }, launchToken: launch.csrf },
      shape: RetractedSchema,
      timeoutMs: RETRACT_TIMEOUT_MS,
    },
    signal,
  );
}

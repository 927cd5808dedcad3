import * as v from 'valibot';

const told = v.nullish(v.string(), null);

export const FilingSchema = v.object({
  outcome: v.picklist(['filed', 'already-filed', 'pending']),
  location: told,
  signedBy: told,
  signedByName: told,
  signedAt: told,
});

/** What became of a signed text in the EHR. */
export type Filing = v.InferOutput<typeof FilingSchema>;

export const FilingStatusSchema = v.object({
  state: v.string(),
  location: told,
  nextTry: told,
  reason: told,
  signedBy: told,
  signedByName: told,
  signedAt: told,
});

/** Where a signed draft stands, asked again later. */
export type FilingStatus = v.InferOutput<typeof FilingStatusSchema>;

// States that a page does not know are read as "not confirmed": only the EHR's own word makes a document filed.
const REFUSED = ['refused', 'needs-person', 'rejected'];

/** What is shown of a status. "Filed" stands where the EHR has confirmed it and the document's place is known. */
export function standingOf({ state, location }: FilingStatus): 'filed' | 'refused' | 'queued' {
  if (state === 'filed' && location !== null) return 'filed';
  return REFUSED.includes(state) ? 'refused' : 'queued';
}

const OPEN = ['drafted', 'edited'];
const OVER = ['rejected', 'expired', 'superseded', 'entered-in-error'];

/** Whether nobody has signed it yet and it can be signed. */
export function isOpen({ state }: FilingStatus): boolean {
  return OPEN.includes(state);
}

/** Whether it was thrown away, or is no longer what the EHR shows. */
export function isOver({ state }: FilingStatus): boolean {
  return OVER.includes(state);
}

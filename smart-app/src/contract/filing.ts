import * as v from 'valibot';

export const FilingSchema = v.object({
  outcome: v.picklist(['filed', 'already-filed', 'pending']),
  location: v.nullish(v.string(), null),
  signedBy: v.nullish(v.string(), null),
  signedAt: v.nullish(v.string(), null),
});

/** What became of a signed text in the EHR. */
export type Filing = v.InferOutput<typeof FilingSchema>;

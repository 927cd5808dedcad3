import * as v from 'valibot';

const words = v.pipe(v.string(), v.nonEmpty());
const told = v.nullish(v.string(), null);

/** Where a draft can stand; a state that this page does not know is shown as it is told. */
export const STATES = [
  'drafted',
  'edited',
  'signed',
  'filed',
  'rejected',
  'superseded',
  'entered-in-error',
  'expired',
] as const;

const ActSchema = v.object({ by: words, byName: told, at: words });

const VersionSchema = v.object({
  draftId: words,
  document: words,
  state: words,
  composedAt: words,
  composedBy: v.picklist(['model', 'rules']),
  modelName: told,
  promptVersion: told,
  edits: v.pipe(v.number(), v.integer(), v.minValue(0)),
  edited: v.nullish(ActSchema, null),
  signed: v.nullish(ActSchema, null),
  location: told,
  replaces: told,
  recalled: v.nullish(v.boolean(), false),
  canOpen: v.boolean(),
  canCorrect: v.boolean(),
  canRetract: v.nullish(v.boolean(), false),
});

export const VersionsSchema = v.object({ versions: v.array(VersionSchema) });

/** The texts of one: as it was drafted, and as it is now; `textHash` is the SHA-256 of `text`. */
export const VersionTextsSchema = v.object({
  draftId: words,
  drafted: v.string(),
  text: v.string(),
  textHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i)),
});

/** What is told of a draft that was made to take another's place. */
export const BegunSchema = v.object({ draftId: words });

/** That a document is shown as entered in error, and nothing else: whatever else is said is no answer to that wish. */
export const RetractedSchema = v.object({
  draftId: words,
  status: v.object({ state: v.literal('entered-in-error') }),
});

/** Something that was drafted or signed of this patient, without its text. */
export type Version = v.InferOutput<typeof VersionSchema>;
export type Act = v.InferOutput<typeof ActSchema>;
export type VersionTexts = v.InferOutput<typeof VersionTextsSchema>;

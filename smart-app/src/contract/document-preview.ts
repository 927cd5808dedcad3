import * as v from 'valibot';

const words = v.pipe(v.string(), v.nonEmpty());
const optional = v.nullish(v.string(), null);

export const DocumentPreviewSchema = v.object({
  textHash: words,
  status: words,
  docStatus: optional,
  type: words,
  typeCode: words,
  categories: v.array(words),
  labels: v.array(words),
  authors: v.array(v.object({ kind: v.picklist(['signer', 'software']), name: words })),
  authenticator: optional,
  visit: v.picklist(['named', 'not-named', 'missing']),
  replaces: v.array(words),
  contents: v.array(v.object({ contentType: words, bytes: v.number() })),
});

/** What would stand in the EHR besides the text, as the server would file it. */
export type DocumentPreview = v.InferOutput<typeof DocumentPreviewSchema>;

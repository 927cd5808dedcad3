import * as v from 'valibot';

const words = v.pipe(v.string(), v.nonEmpty());
const optional = v.nullish(v.string(), null);

export const ModelCardSchema = v.object({
  version: words,
  models: v.array(
    v.object({ name: words, model: words, provider: v.string(), host: v.string(), settings: v.string() }),
  ),
  prompts: v.array(v.object({ version: words, hash: words })),
  evaluation: v.nullish(
    v.object({
      date: words,
      version: words,
      model: optional,
      data: v.string(),
      figures: v.array(
        v.object({ set: words, what: words, value: words, met: v.nullish(v.boolean(), null) }),
      ),
    }),
    null,
  ),
  elements: v.array(
    v.object({
      framework: words,
      id: words,
      group: words,
      title: words,
      answer: optional,
      because: optional,
    }),
  ),
});

/** What writes here, for whom, how well it did, and what nobody can say. */
export type ModelCard = v.InferOutput<typeof ModelCardSchema>;

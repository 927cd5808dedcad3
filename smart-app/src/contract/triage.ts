import * as v from 'valibot';
import { SummarySchema } from './summary';

const words = v.pipe(v.string(), v.nonEmpty());
const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
const optional = v.nullish(words, null);

const InputSchema = v.object({ name: words, value: words, when: optional, citation: optional });

const MissingSchema = v.object({ name: words, why: words, last: v.nullish(InputSchema, null) });

const ComponentSchema = v.object({
  name: words,
  points: words,
  rule: words,
  inputs: v.array(InputSchema),
});

const BandSchema = v.object({
  name: words,
  meaning: words,
  concern: v.picklist(['low', 'raised', 'urgent', 'emergency']),
});

const about = { name: words, version: words, publication: words, notes: v.array(words) };

// A score has a total where it was computed and nowhere else: a missing input is never a number here.
const ScoreSchema = v.variant('outcome', [
  v.object({
    ...about,
    outcome: v.literal('computed'),
    total: words,
    band: BandSchema,
    components: v.array(ComponentSchema),
  }),
  v.object({
    ...about,
    outcome: v.literal('not-computable'),
    total: v.null(),
    components: v.array(ComponentSchema),
    missing: v.pipe(v.array(MissingSchema), v.minLength(1)),
  }),
  v.object({ ...about, outcome: v.literal('not-applicable'), total: v.null(), why: words }),
]);

const ReasonSchema = v.object({
  rule: words,
  level,
  text: words,
  review: words,
  evidence: v.array(v.object({ text: words, when: optional, citation: optional })),
  publications: v.array(words),
});

const PointSchema = v.object({
  point: v.picklist(['A', 'B', 'C', 'D']),
  question: words,
  answer: v.picklist(['yes', 'no', 'open']),
  reasons: v.array(ReasonSchema),
  open: v.array(v.object({ rule: words, level, text: words, missing: v.array(words) })),
});

const AcuitySchema = v.pipe(
  v.object({
    level: v.nullish(level, null),
    levelByRules: v.nullish(level, null),
    raised: optional,
    when: words,
    rules: words,
    points: v.array(PointSchema),
  }),
  v.check(
    (acuity) =>
      acuity.levelByRules === null || (acuity.level !== null && acuity.level <= acuity.levelByRules),
    'a level that is less urgent than the rules say',
  ),
);

// Like a statement of a summary: what a model says beside the scores is cited, or it is not here.
const RemarkSchema = v.object({
  part: v.picklist(['reason', 'consider', 'resource']),
  name: optional,
  text: words,
  citations: v.pipe(v.array(words), v.minLength(1)),
});

/** The triage of a patient. Guarantee: no total without its inputs, no level below the rules', every remark cited. */
export const TriageSchema = v.object({
  draft: SummarySchema,
  asOf: words,
  acuity: AcuitySchema,
  scores: v.array(ScoreSchema),
  trend: v.array(v.object({ score: words, when: words, total: v.nullish(v.number(), null) })),
  changes: v.array(v.object({ text: words, deterioration: v.boolean() })),
  missing: v.array(MissingSchema),
  refused: v.array(v.object({ name: words, value: words, reason: words, when: optional, citation: words })),
  remarks: v.array(RemarkSchema),
});

export type Triage = v.InferOutput<typeof TriageSchema>;
export type Score = Triage['scores'][number];
export type Input = v.InferOutput<typeof InputSchema>;
export type Missing = v.InferOutput<typeof MissingSchema>;
export type Acuity = Triage['acuity'];
export type DecisionPoint = Acuity['points'][number];
export type Reason = DecisionPoint['reasons'][number];
export type Remark = Triage['remarks'][number];
export type TrendPoint = Triage['trend'][number];

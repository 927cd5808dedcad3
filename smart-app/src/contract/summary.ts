import * as v from 'valibot';
import { CoverageSchema } from './coverage';

/** Kinds of chart facts; an unknown one is only a missing label, so it is read as `other`. */
export const KINDS = [
  'patient',
  'problem',
  'allergy',
  'medication',
  'result',
  'vital',
  'encounter',
  'procedure',
  'immunization',
  'plan',
  'note',
  'history',
  'social',
  'device',
  'directive',
  'coverage',
  'other',
] as const;

export const FALLBACK_REASONS = [
  'model-unavailable',
  'model-refused',
  'model-unusable',
  'model-timeout',
  'model-budget',
  'denied-by-consent',
  'other',
] as const;

const words = v.pipe(v.string(), v.nonEmpty());

export const FactSchema = v.object({
  id: words,
  kind: v.fallback(v.picklist(KINDS), 'other'),
  line: words,
  effective: v.nullish(v.string(), null),
  status: v.nullish(v.string(), null),
  source: v.nullish(v.string(), null),
  path: v.nullish(v.string(), null),
});

// What the clinician made of a statement; the server keeps the drafted words beside it.
const EditSchema = v.object({
  mark: v.picklist(['edited', 'inserted', 'rejected']),
  drafted: v.nullish(v.string(), null),
  by: v.nullish(v.string(), null),
  byName: v.nullish(v.string(), null),
  at: v.nullish(v.string(), null),
  reason: v.nullish(v.string(), null),
  checkReason: v.nullish(v.string(), null),
  acknowledged: v.nullish(v.boolean(), false),
});

const VERDICTS = ['supported', 'contradicted', 'not-found', 'not-checkable', 'unchecked'] as const;

// Only a supported, cited statement can be part of the text; anything else fails the whole answer here. The one
// exception are the clinician's own words, which are checked too: they are shown as their words, with the verdict.
export const StatementSchema = v.pipe(
  v.object({
    text: words,
    // Of an inserted statement that was left out again nothing is said.
    verdict: v.picklist([...VERDICTS, '']),
    citations: v.array(words),
    // By what the server knows the statement; without it nothing of it can be changed here.
    // While a summary is being written its statements have none yet, which the server writes as -1.
    index: v.nullish(
      v.pipe(
        v.number(),
        v.integer(),
        v.transform((index) => (index < 0 ? null : index)),
      ),
      null,
    ),
    edit: v.nullish(EditSchema, null),
  }),
  v.check(({ verdict, citations, edit }) => {
    switch (edit?.mark) {
      case 'rejected':
        return true;
      case 'edited':
      case 'inserted':
        return verdict !== '';
      case undefined:
        return verdict === 'supported' && citations.length > 0;
    }
  }, 'a statement of the draft is not supported or cites nothing'),
  v.transform(({ text, verdict, citations, index, edit }) => ({
    text,
    verdict: verdict === '' ? ('unchecked' as const) : verdict,
    citations,
    index,
    author: edit === null || edit.mark === 'rejected' ? ('draft' as const) : ('clinician' as const),
    /** Who changed it or left it out, by name where one is known, and when. */
    changed: edit?.by && edit.at ? { by: edit.byName ?? edit.by, at: edit.at } : null,
    /** What the check says of the clinician's words. */
    reason: edit?.checkReason ?? null,
    /** The draft's own words where the clinician's stand in their place. */
    original: edit?.mark === 'edited' ? edit.drafted : null,
    /** Whether the clinician stands by words that the chart contradicts. */
    acknowledged: edit?.acknowledged ?? false,
    /** Why it is left out, where it is. */
    leftOut: edit?.mark === 'rejected' ? (edit.reason ?? '') : null,
  })),
);

const SectionSchema = v.object({ code: words, title: words, statements: v.array(StatementSchema) });

const WithheldSchema = v.object({
  section: v.string(),
  text: words,
  verdict: v.picklist(['contradicted', 'not-found']),
  reason: v.nullish(v.string(), null),
  citations: v.array(words),
});

// Both sides are the chart's own words; a side that cites nothing would be nobody's word.
const SideSchema = v.object({
  what: words,
  when: v.nullish(v.string(), null),
  text: words,
  citations: v.pipe(v.array(words), v.minLength(1)),
});

export const ConflictSchema = v.object({
  kind: words,
  title: words,
  about: words,
  sides: v.pipe(v.array(SideSchema), v.length(2)),
});

// A passage of the chart that tries to instruct a model, in its own words.
const FlaggedSchema = v.object({ reason: words, words, text: words, citation: words });

// Of a document whose place the draft is to take: changing the draft's words is what mends it.
const RecallSchema = v.object({
  at: words,
  reason: v.string(),
  ofReplaced: v.nullish(v.boolean(), false),
});

const AnswerSchema = v.object({
  draftId: words,
  composedBy: v.picklist(['model', 'rules']),
  modelName: v.nullish(v.string(), null),
  fallbackReason: v.nullish(v.fallback(v.picklist(FALLBACK_REASONS), 'other'), null),
  composedAt: words,
  // The whole document as it would be filed; its SHA-256 is `textHash`.
  text: v.nullish(v.string(), null),
  textHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/i)),
  complete: v.boolean(),
  sections: v.array(SectionSchema),
  withheld: v.array(WithheldSchema),
  // What the statements left out and no summary may: by rules, under a heading that says so.
  added: v.array(StatementSchema),
  conflicts: v.array(ConflictSchema),
  facts: v.record(v.string(), FactSchema),
  coverage: v.array(CoverageSchema),
  flagged: v.nullish(v.array(FlaggedSchema), []),
  // That something it was made from turned out to be wrong, and why: nobody can sign it.
  recalls: v.nullish(v.array(RecallSchema), []),
  // How far back it looked, where that is not all there is, and how much of the chart it did not use for that reason.
  lookBack: v.nullish(
    v.object({
      period: words,
      from: words,
      notUsed: v.pipe(v.number(), v.integer(), v.minValue(0)),
      kinds: v.record(v.string(), v.number()),
    }),
    null,
  ),
  // For the banner. Three answers that are never merged.
  allergies: v.nullish(
    v.object({
      known: v.picklist(['recorded', 'none-recorded', 'not-known']),
      names: v.array(words),
      complete: v.boolean(),
    }),
    null,
  ),
  // From when to when the dated facts of the chart are.
  dated: v.nullish(v.object({ from: words, to: words }), null),
  // When a model can be asked again where this hour's budget is used up.
  modelAgainInSeconds: v.nullish(v.pipe(v.number(), v.minValue(0)), null),
});

/** The checked draft. Guarantee: every statement in `sections` is supported and cites facts that are here. */
export const SummarySchema = v.pipe(
  AnswerSchema,
  v.check(
    (answer) =>
      answer.sections.every((section) =>
        section.statements.every((statement) =>
          statement.citations.every((id) => Object.hasOwn(answer.facts, id)),
        ),
      ) &&
      answer.added.every((statement) => statement.citations.every((id) => Object.hasOwn(answer.facts, id))),
    'a statement cites a fact that is not in the answer',
  ),
  v.check(
    (answer) =>
      answer.conflicts.every((conflict) =>
        conflict.sides.every((side) => side.citations.every((id) => Object.hasOwn(answer.facts, id))),
      ),
    'a conflict cites a fact that is not in the answer',
  ),
  // What the clinician left out is no part of the text, and stands apart from it.
  v.transform((answer) => ({
    ...answer,
    sections: answer.sections.map((section) => ({
      ...section,
      statements: section.statements.filter(isIn),
      // That nothing is left of a section is no statement on the chart.
      ...(section.statements.length > 0 && !section.statements.some(isIn) ? { isLeftOut: true } : {}),
    })),
    added: answer.added.filter(isIn),
    rejected: [...answer.sections.flatMap(({ statements }) => statements), ...answer.added].filter(
      (statement) => !isIn(statement),
    ),
  })),
);

function isIn({ leftOut }: v.InferOutput<typeof StatementSchema>): boolean {
  return leftOut === null;
}

/** All statements of the text, those that rules added too. */
export function statementsOf({ sections, added }: Summary): readonly Statement[] {
  return [...sections.flatMap(({ statements }) => statements), ...added];
}

/** Whether the draft itself was recalled: then nobody works on it any more. */
export function isRecalled({ recalls }: Pick<Summary, 'recalls'>): boolean {
  return recalls.some(({ ofReplaced }) => !ofReplaced);
}

/** Whether a clinician's words speak against the chart and the clinician has not said to stand by them. */
export function isUnresolved({ author, verdict, acknowledged }: Statement): boolean {
  return author === 'clinician' && verdict === 'contradicted' && !acknowledged;
}

export type Summary = v.InferOutput<typeof SummarySchema>;
export type Allergies = NonNullable<Summary['allergies']>;
export type LookedBack = NonNullable<Summary['lookBack']>;
export type Fact = Summary['facts'][string];
export type Kind = Fact['kind'];
export type Section = Summary['sections'][number];
export type Statement = Section['statements'][number];
export type Conflict = Summary['conflicts'][number];
export type Flagged = Summary['flagged'][number];
export type WithheldStatement = Summary['withheld'][number];
export type FallbackReason = NonNullable<Summary['fallbackReason']>;

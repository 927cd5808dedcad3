import * as v from 'valibot';
import { CoverageSchema } from './coverage';
import { ConflictSchema, FactSchema } from './summary';

const words = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const VERDICTS = ['supported', 'contradicted', 'not-found'] as const;

const chart = {
  facts: v.record(v.string(), FactSchema),
  complete: v.boolean(),
  coverage: v.array(CoverageSchema),
};

// What does not hold against its own fact has no words here: its fact alone is shown.
const AnswerStatementSchema = v.pipe(
  v.object({
    text: v.nullable(words),
    verdict: v.picklist(VERDICTS),
    reason: v.nullish(v.string(), null),
    citations: v.array(words),
  }),
  v.check(
    (statement) =>
      (statement.verdict === 'supported') === (statement.text !== null) && statement.citations.length > 0,
    'words that are not supported, or that cite nothing',
  ),
);

/** The answer of a chart to a question. Guarantee: all words in it are supported and cite facts that are here. */
export const AnswerSchema = v.pipe(
  v.object({
    outcome: v.picklist(['found', 'not-found', 'out-of-scope']),
    refusal: v.nullish(v.string(), null),
    statements: v.array(AnswerStatementSchema),
    beyond: count,
    searched: v.array(v.string()),
    conflicts: v.array(ConflictSchema),
    ...chart,
  }),
  v.check(
    (answer) =>
      answer.statements.every(({ citations }) => citations.every((id) => Object.hasOwn(answer.facts, id))),
    'a statement cites a fact that is not in the answer',
  ),
  v.check(
    (answer) => answer.outcome === 'found' || answer.statements.length === 0,
    'statements of an answer that was not found',
  ),
);

/** Somebody's text, sentence by sentence, each with what the chart says to it. */
export const TextCheckSchema = v.pipe(
  v.object({
    sentences: v.array(
      v.object({
        text: words,
        verdict: v.picklist(VERDICTS),
        reason: v.nullish(v.string(), null),
        citations: v.array(words),
      }),
    ),
    hidden: v.boolean(),
    ...chart,
  }),
  v.check(
    (check) =>
      check.sentences.every(
        ({ verdict, citations }) =>
          verdict !== 'supported' ||
          (citations.length > 0 && citations.every((id) => Object.hasOwn(check.facts, id))),
      ),
    'a supported sentence without its facts',
  ),
);

export type ChartAnswer = v.InferOutput<typeof AnswerSchema>;
export type TextCheck = v.InferOutput<typeof TextCheckSchema>;
export type CheckedSentence = TextCheck['sentences'][number];
export type SentenceVerdict = CheckedSentence['verdict'];

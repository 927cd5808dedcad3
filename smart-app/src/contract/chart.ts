import * as v from 'valibot';
import { CoverageSchema } from './coverage';
import { FactSchema } from './summary';

const words = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const number = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/));

const PointSchema = v.object({
  when: words,
  value: number,
  comparator: v.nullish(v.picklist(['<', '<=', '>', '>=']), null),
  low: v.nullish(number, null),
  high: v.nullish(number, null),
  flag: v.nullish(v.string(), null),
  citation: words,
});

const SeriesSchema = v.object({
  name: words,
  kind: v.string(),
  unit: v.string(),
  points: v.pipe(v.array(PointSchema), v.minLength(2)),
  beyond: count,
});

/** A part of the facts of a chart, the newest first, and its results and vital signs over time. */
export const ChartSchema = v.object({
  // The ids of facts mean something within one reading only.
  reading: words,
  total: count,
  offset: count,
  facts: v.array(
    v.object({ fact: FactSchema, day: v.nullish(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)), null) }),
  ),
  series: v.array(SeriesSchema),
  seriesBeyond: count,
  complete: v.boolean(),
  coverage: v.array(CoverageSchema),
});

export type ChartPart = v.InferOutput<typeof ChartSchema>;
export type DatedFact = ChartPart['facts'][number];
export type Series = ChartPart['series'][number];
export type Point = Series['points'][number];

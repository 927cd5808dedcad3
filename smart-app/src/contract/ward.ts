import * as v from 'valibot';

/** The groups of the order, the first to be seen first. `unknown` is not a person's to choose. */
export const TIERS = ['emergency', 'urgent', 'unknown', 'raised', 'steady'] as const;

export type Tier = (typeof TIERS)[number];

/** Why a member is not in the order; the four are never merged. */
export const NOT_READ = ['not-permitted', 'unknown-patient', 'failed', 'not-asked'] as const;

const text = v.pipe(v.string(), v.nonEmpty());

const WardSchema = v.object({
  type: v.picklist(['Group', 'Location']),
  id: text,
  name: v.nullable(v.string()),
});

/** The wards that the launched patient is on. */
export const WardsSchema = v.object({ wards: v.array(WardSchema) });

export type Wards = v.InferOutput<typeof WardsSchema>;

export type Ward = v.InferOutput<typeof WardSchema>;

/** What a person decided; it stands beside what the rules say. */
export const DecisionSchema = v.object({
  tier: v.nullable(v.picklist(TIERS)),
  computedTier: v.picklist(TIERS),
  reason: text,
  by: text,
  byName: v.nullish(v.string(), null),
  at: text,
  until: text,
  outgrown: v.boolean(),
});

export type Decision = v.InferOutput<typeof DecisionSchema>;

const EntrySchema = v.object({
  patient: text,
  name: v.nullable(v.string()),
  age: v.nullable(v.number()),
  sex: v.nullable(v.string()),
  mrn: v.nullable(v.string()),
  tier: v.picklist(TIERS),
  computedTier: v.picklist(TIERS),
  reasons: v.array(text),
  score: v.object({
    name: text,
    text,
    total: v.nullable(v.string()),
    band: v.nullable(v.string()),
  }),
  level: v.nullable(v.number()),
  change: v.nullable(v.string()),
  inputs: v.array(v.object({ text, when: v.nullable(v.string()), source: v.nullable(v.string()) })),
  missing: v.array(text),
  refused: v.array(text),
  unread: v.array(v.object({ type: text, outcome: text })),
  override: v.nullable(DecisionSchema),
  readAt: text,
  notRefreshed: v.nullable(v.string()),
});

/** A patient in the order. */
export type WardEntry = v.InferOutput<typeof EntrySchema>;

export const WardListSchema = v.object({
  version: text,
  unchanged: v.boolean(),
  asOf: text,
  oldestReading: v.nullable(v.string()),
  ward: v.nullable(WardSchema),
  complete: v.boolean(),
  rosterIncomplete: v.nullable(v.string()),
  others: v.number(),
  subscriptionOffered: v.boolean(),
  patients: v.array(EntrySchema),
  notRead: v.array(
    v.object({ patient: text, outcome: v.picklist(NOT_READ), detail: v.nullable(v.string()) }),
  ),
});

/** A ward in order, or that nothing of it has changed. */
export type WardList = v.InferOutput<typeof WardListSchema>;

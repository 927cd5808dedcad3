import * as v from 'valibot';

const PatientSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.nullable(v.string()),
  birthDate: v.nullable(v.string()),
  age: v.nullable(v.union([v.number(), v.string()])),
  sex: v.nullable(v.string()),
  mrn: v.nullable(v.string()),
  deceased: v.optional(v.boolean(), false),
  deceasedOn: v.optional(v.nullable(v.string()), null),
});

export const LaunchContextSchema = v.object({
  launchId: v.pipe(v.string(), v.nonEmpty()),
  csrf: v.pipe(v.string(), v.nonEmpty()),
  patient: PatientSchema,
  user: v.object({ name: v.nullable(v.string()), canSign: v.boolean() }),
  ehr: v.string(),
  // SMART App Launch: absent means the app shows the banner itself.
  needPatientBanner: v.optional(v.boolean(), true),
  // What the user wants, as the EHR knows it; what is unknown means the usual page.
  intent: v.optional(v.nullable(v.string())),
  // Whether the EHR says how it looks.
  styled: v.optional(v.boolean()),
  // What this sign-in cannot do, and the scopes that lack.
  unavailable: v.optional(
    v.array(v.object({ feature: v.string(), why: v.string(), scopes: v.array(v.string()) })),
  ),
  // What the EHR cannot take of what is to be filed, by its own statement.
  misfits: v.optional(v.array(v.object({ code: v.string(), words: v.string() }))),
});

/** The one patient, user and EHR that a launch is bound to, as the server holds them. */
export type LaunchContext = v.InferOutput<typeof LaunchContextSchema>;

/** The patient of the launch; null where the chart says nothing. */
export type Patient = LaunchContext['patient'];

/** Whether the EHR says that it takes no documents: then a signature files nothing, and nothing may say that it does. */
export function filesNothing({ misfits = [] }: Pick<LaunchContext, 'misfits'>): boolean {
  return misfits.some(({ code }) => code === 'no-document-create');
}

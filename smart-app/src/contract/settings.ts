import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
export const FONT_PERCENTS = [90, 100, 115, 130, 150] as const;
export const LOCK_MINUTES = [1, 2, 3, 5, 10, 15] as const;
/** The kinds that can be written without being asked for words. */
export const FIRST_KINDS = [
  'brief',
  'hospital-course',
  'handoff',
  'since-last-visit',
  'patient-friendly',
] as const;

/** How long a summary is; `usual` is what the EHR's settings say. */
export const LENGTHS = ['usual', 'short', 'normal', 'long'] as const;

/** How far back a summary looks; `usual` is what the EHR's settings say, the others are ISO 8601 durations. */
export const LOOK_BACKS = ['usual', 'all', 'P3M', 'P1Y', 'P2Y', 'P5Y'] as const;

export type LookBack = (typeof LOOK_BACKS)[number];

export type Length = (typeof LENGTHS)[number];

export const SettingsSchema = v.object({
  theme: v.picklist(THEMES),
  density: v.picklist(DENSITIES),
  fontPercent: v.picklist(FONT_PERCENTS),
  lockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  kind: v.picklist(FIRST_KINDS),
  length: v.picklist(LENGTHS),
  lookBack: v.picklist(LOOK_BACKS),
  sections: v.array(v.string()),
});

/** How a user wants the page; kept by the server, never by the browser. */
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** What holds where nobody chose, and where the server's answer cannot be had: the chart does not wait for taste. */
export const USUAL: Settings = {
  theme: 'system',
  density: 'comfortable',
  fontPercent: 100,
  lockMinutes: 5,
  kind: 'brief',
  length: 'usual',
  lookBack: 'usual',
  sections: [],
};

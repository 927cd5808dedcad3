import { summaryAnswer } from './test-chart';

/** A triage in its contract's form, for tests; the patient is made up. */
export function triageAnswer() {
  return {
    draft: { ...summaryAnswer(), kind: 'triage' },
    asOf: '14 Jan 2026 08:12',
    acuity: {
      level: 3,
      levelByRules: 3,
      raised: null as string | null,
      when: '14 Jan 2026 08:00',
      rules: 'red flags 1.0.0',
      points: [{ point: 'C', question: 'How many resources?', answer: 'yes', reasons: [], open: [] }],
    },
    scores: [
      {
        name: 'NEWS2',
        version: '2 (2017)',
        publication: 'Royal College of Physicians 2017',
        outcome: 'computed',
        total: '3' as string | null,
        band: { name: 'low', meaning: 'ward monitoring', concern: 'raised' },
        why: null as string | null,
        components: [
          {
            name: 'Pulse',
            points: '3',
            rule: '>=131',
            inputs: [{ name: 'heart rate', value: '140 /min', when: '14 Jan 2026 08:00', citation: 'C1' }],
          },
        ],
        missing: [] as { name: string; why: string }[],
        notes: [] as string[],
      },
    ],
    trend: [{ score: 'NEWS2', when: '14 Jan 2026 08:00', total: 3 }],
    changes: [{ text: 'NEWS2 1 -> 3 in 4 h', deterioration: true }],
    missing: [] as object[],
    refused: [] as object[],
    remarks: [] as object[],
  };
}

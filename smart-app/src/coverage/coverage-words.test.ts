import { expect, it } from 'vitest';
import { type Coverage, leavesGap, OUTCOMES } from '../contract/coverage';
import { countInWords, noteInWords, typeInWords } from './coverage-words';

const coverage = (outcome: Coverage['outcome'], read: number, total: number | null): Coverage => ({
  type: 'Condition',
  outcome,
  read,
  total,
  asked: null,
  detail: null,
});

it('saysHowMuchOfTheWholeWasRead', () => {
  expect(countInWords(coverage('found', 12, 12))).toBe('12 found');
  expect(countInWords(coverage('found', 12, null))).toBe('12 found');
  expect(countInWords(coverage('cut-off', 1000, 4665))).toBe('1000 of 4665 read');
  expect(countInWords(coverage('cut-off', 1000, null))).toBe('1000 read, more exist');
});

it('givesNoCountWhereNothingWasRead', () => {
  for (const outcome of ['none-recorded', 'not-asked', 'not-permitted', 'failed'] as const) {
    expect(countInWords(coverage(outcome, 0, null))).toBeNull();
  }
});

it('tellsSearchesOfOneTypeApartByWhatTheyAskedFor', () => {
  const laboratory = { ...coverage('found', 27, null), asked: 'laboratory, newest 400' };
  expect(noteInWords(laboratory)).toBe('laboratory, newest 400');
  expect(noteInWords({ ...laboratory, detail: 'timeout' })).toBe('laboratory, newest 400; no answer in time');
  expect(noteInWords({ ...laboratory, asked: 'all' })).toBeNull();
});

it('takesExactlyTheOutcomesThatHideFactsForGaps', () =>
  expect(OUTCOMES.filter((outcome) => leavesGap(coverage(outcome, 0, null)))).toEqual([
    'not-permitted',
    'failed',
    'cut-off',
  ]));

it('keepsTheNameOfATypeItHasNoWordsFor', () => {
  expect(typeInWords('AllergyIntolerance')).toBe('Allergies');
  expect(typeInWords('MolecularSequence')).toBe('MolecularSequence');
});

import { expect, it } from 'vitest';
import { lookBackInWords, notUsedInWords } from './look-back-words';

const back = (period: string, notUsed: number) => ({
  period,
  from: '2023-11-16',
  notUsed,
  kinds: { note: 2, result: 210 },
});

it('saysHowFarBackAndHowMuchIsNotUsed', () => {
  expect(lookBackInWords(back('P1Y', 212))).toBe(
    'Looks back 1 year, to 16-Nov-2023: 212 older entries not used',
  );
  expect(lookBackInWords(back('P3M', 1))).toBe('Looks back 3 months, to 16-Nov-2023: 1 older entry not used');
});

it('saysThatNothingWasLeftOut', () =>
  expect(lookBackInWords(back('P1Y', 0))).toContain('nothing older was left out'));

it('hasWordsForADurationThatAHospitalSet', () =>
  expect(lookBackInWords(back('P1Y6M', 3))).toContain('Looks back 1 year 6 months,'));

it('namesTheKindsTheMostFirst', () => expect(notUsedInWords(back('P1Y', 212))).toBe('result 210, note 2'));

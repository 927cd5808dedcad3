import { expect, it } from 'vitest';
import type { DatedFact } from '../contract/chart';
import type { Kind } from '../contract/summary';
import { byDay, type Filter, filtered } from './filtering';

const one = (id: string, kind: Kind, line: string, day: string | null): DatedFact => ({
  fact: { id, kind, line, effective: day, status: null, source: null, path: null },
  day,
});
const facts = [
  one('L2', 'result', 'Potassium | 5.9 mmol/L', '2124-11-11'),
  one('M1', 'medication', 'Furosemide 40 mg', '2124-10-20'),
  one('C1', 'problem', 'Heart failure', '2018-06-20'),
  one('A1', 'allergy', 'Sulfonamide', null),
];
const all: Filter = { kinds: new Set(), words: '', span: 'all' };
const ids = (filter: Partial<Filter>) => filtered(facts, { ...all, ...filter }).map(({ fact }) => fact.id);

it('letsEverythingThroughWithoutAFilter', () => expect(ids({})).toEqual(['L2', 'M1', 'C1', 'A1']));
it('keepsTheKindsThatAreChosen', () =>
  expect(ids({ kinds: new Set<Kind>(['problem', 'allergy']) })).toEqual(['C1', 'A1']));
it('findsEveryWordInAnyCase', () => expect(ids({ words: '40 FURO' })).toEqual(['M1']));
it('countsBackFromTheNewestFactAndKeepsTheUndated', () => {
  expect(ids({ span: 'month' })).toEqual(['L2', 'M1', 'A1']);
  expect(ids({ span: 'fiveYears' })).toEqual(['L2', 'M1', 'A1']);
});
it('groupsByDayAndKeepsTheUndatedApart', () =>
  expect(byDay(facts).map(([day, list]) => [day, list.length])).toEqual([
    ['2124-11-11', 1],
    ['2124-10-20', 1],
    ['2018-06-20', 1],
    [null, 1],
  ]));

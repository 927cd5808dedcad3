import { expect, it } from 'vitest';
import type { Section } from '../contract/summary';
import { inOrder } from './section-order';

const sections = ['one-liner', 'allergies', 'plan'].map(
  (code): Section => ({ code, title: code, statements: [] }),
);
const codes = (order: string[]) => inOrder(sections, order).map(({ code }) => code);

it('keepsTheOrderWhereNoneWasChosen', () => expect(codes([])).toEqual(['one-liner', 'allergies', 'plan']));
it('putsTheChosenFirstAndLosesNone', () =>
  expect(codes(['plan'])).toEqual(['plan', 'one-liner', 'allergies']));
it('takesNoNoticeOfSectionsThatAreNotThere', () =>
  expect(codes(['stay', 'allergies'])).toEqual(['allergies', 'one-liner', 'plan']));

import { expect, it } from 'vitest';
import { allergiesInWords } from './allergies';

it.each([
  [null, 'not read yet'],
  [{ known: 'none-recorded', names: [], complete: true }, 'none recorded'],
  [{ known: 'not-known', names: [], complete: false }, 'not known, could not be read'],
  [
    { known: 'recorded', names: ['Penicillin (high criticality)', 'Latex'], complete: true },
    'Penicillin (high criticality), Latex',
  ],
  [{ known: 'recorded', names: ['Latex'], complete: false }, 'Latex, and maybe more: not all could be read'],
] as const)('neverSaysNoneWhereItIsNotKnown %#', (allergies, words) =>
  expect(allergiesInWords(allergies as Parameters<typeof allergiesInWords>[0])).toBe(words),
);

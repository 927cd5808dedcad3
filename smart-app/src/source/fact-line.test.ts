import { expect, it } from 'vitest';
import type { Fact } from '../contract/summary';
import { factLine } from './fact-line';

const fact = (line: string, kind: Fact['kind'] = 'result'): Fact => ({
  id: 'L3',
  kind,
  line,
  effective: null,
  status: null,
  source: null,
  path: null,
});

it('takesTheLineApartBehindItsIdAndKind', () =>
  expect(factLine(fact('L3 | result | Potassium | 5.9 mmol/L | high'))).toEqual({
    headline: 'Potassium',
    details: ['5.9 mmol/L', 'high'],
  }));

it('takesALineWithoutIdAsItIs', () =>
  expect(factLine(fact('Potassium | 5.9 mmol/L'))).toEqual({
    headline: 'Potassium',
    details: ['5.9 mmol/L'],
  }));

it('keepsTheFirstFieldThatOnlyLooksLikeAnId', () =>
  expect(factLine(fact('L30 | result | Sodium')).headline).toBe('L30'));

import { render, screen } from '@testing-library/react';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { SummarySchema } from '../contract/summary';
import { summaryAnswer } from '../test-chart';
import { Origin } from './Origin';

const summary = v.parse(SummarySchema, summaryAnswer());

it('saysAfterHowLongTheFirstStatementStoodThereAndTheWhole', () => {
  render(<Origin summary={summary} took={{ firstMs: 840, wholeMs: 6_210 }} />);
  expect(screen.getByText('First checked statement after 0.8 s, all of it after 6.2 s')).toBeTruthy();
});

it('saysTheWholeAloneWhereAllCameAtOnce', () => {
  render(<Origin summary={summary} took={{ firstMs: null, wholeMs: 1_450 }} />);
  expect(screen.getByText(/^Written and checked in 1\.[45] s$/)).toBeTruthy();
});

it('saysNothingOfItOfADraftFromBefore', () => {
  render(<Origin summary={summary} took={null} />);
  expect(screen.queryByText(/ s$/)).toBeNull();
});

import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { SummarySchema } from '../contract/summary';
import type { Edit } from '../launch/launch-api';
import { summaryAnswer } from '../test-chart';
import { undoOf } from './undoing';

const drafted = { text: 'Asthma since 1999.', verdict: 'supported', citations: ['C1'], index: 0, edit: null };
const edited = {
  ...drafted,
  text: 'Asthma.',
  verdict: 'not-found',
  citations: [],
  edit: { mark: 'edited', drafted: drafted.text },
};
const inserted = { ...edited, text: 'Ask the family.', index: 1, edit: { mark: 'inserted' } };
const rejected = { ...drafted, edit: { mark: 'rejected', drafted: drafted.text, reason: 'outdated' } };

const draft = (...statements: object[]) =>
  parse(SummarySchema, {
    ...summaryAnswer(),
    sections: [{ code: 'active-problems', title: 'Active problems', statements }],
  });
const edit = (action: Edit['action'], statement = 0): Edit => ({ statement, action });

it.each(['edit', 'reject'] as const)('restoresTheDraftsWordsAfter %s', (action) =>
  expect(undoOf(edit(action), draft(drafted), draft(edited))).toEqual({ statement: 0, action: 'restore' }),
);

it.each(['edit', 'reject', 'restore', 'acknowledge'] as const)(
  'putsTheCliniciansWordsBackAfter %s',
  (action) =>
    expect(undoOf(edit(action), draft(edited), draft(rejected))).toEqual({
      statement: 0,
      action: 'edit',
      text: 'Asthma.',
    }),
);

it('leavesOutAgainForTheSameReason', () =>
  expect(undoOf(edit('restore'), draft(rejected), draft(drafted))).toEqual({
    statement: 0,
    action: 'reject',
    reason: 'outdated',
  }));

it('takesAnInsertedStatementOut', () =>
  expect(undoOf(edit('insert'), draft(drafted), draft(drafted, inserted))).toEqual({
    statement: 1,
    action: 'restore',
  }));

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { summaryAnswer } from '../test-chart';
import { SummarySchema } from './summary';

const accepts = (answer: unknown) => v.safeParse(SummarySchema, answer).success;

function withStatement(change: object) {
  const answer = summaryAnswer();
  const [section] = answer.sections;
  return {
    ...answer,
    sections: [{ ...section, statements: [{ ...section?.statements[0], ...change }] }],
  };
}

describe('a summary', () => {
  it('isReadWhenEveryStatementIsSupportedAndCited', () => expect(accepts(summaryAnswer())).toBe(true));

  it('isRefusedWithAStatementThatCitesNothing', () =>
    expect(accepts(withStatement({ citations: [] }))).toBe(false));

  it('isRefusedWithAStatementThatCitesAFactItDoesNotBring', () =>
    expect(accepts(withStatement({ citations: ['C1', 'C9'] }))).toBe(false));

  it.each(['contradicted', 'not-found', 'probable', undefined])(
    'isRefusedWithAStatementOfVerdict %s',
    (verdict) => expect(accepts(withStatement({ verdict }))).toBe(false),
  );

  it('isRefusedWithoutAWholeChecksumOfItsText', () =>
    expect(accepts({ ...summaryAnswer(), textHash: 'ab' })).toBe(false));

  it('isRefusedWithAnOutcomeOfReadingThatWeDoNotKnow', () =>
    expect(accepts({ ...summaryAnswer(), coverage: [{ type: 'Condition', outcome: 'fine', read: 1 }] })).toBe(
      false,
    ));

  it('doesNotReadTheCitationOfAnInheritedPropertyAsAFact', () =>
    expect(accepts(withStatement({ citations: ['toString'] }))).toBe(false));

  it('isReadWithAKindOfFactThatIsNewToUs', () => {
    const answer = summaryAnswer();
    const facts = { C1: { ...answer.facts.C1, kind: 'genome' } };
    expect(v.parse(SummarySchema, { ...answer, facts }).facts.C1?.kind).toBe('other');
  });
});

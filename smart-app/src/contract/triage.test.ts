import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { triageAnswer } from '../test-triage';
import { TriageSchema } from './triage';

const accepts = (answer: unknown) => v.safeParse(TriageSchema, answer).success;

function withScore(change: object) {
  const answer = triageAnswer();
  return { ...answer, scores: [{ ...answer.scores[0], ...change }] };
}

describe('a triage', () => {
  it('isReadWithItsScoresAndItsLevel', () => expect(accepts(triageAnswer())).toBe(true));

  it('isRefusedWithATotalOfAScoreThatCannotBeComputed', () =>
    expect(
      accepts(
        withScore({ outcome: 'not-computable', total: '0', missing: [{ name: 'temperature', why: 'x' }] }),
      ),
    ).toBe(false));

  it('isRefusedWithAScoreThatIsNotComputableAndLacksNothing', () =>
    expect(accepts(withScore({ outcome: 'not-computable', total: null, missing: [] }))).toBe(false));

  it('isRefusedWithALevelThatIsLessUrgentThanTheRulesSay', () => {
    const answer = triageAnswer();
    expect(accepts({ ...answer, acuity: { ...answer.acuity, level: 4 } })).toBe(false);
    expect(accepts({ ...answer, acuity: { ...answer.acuity, level: null } })).toBe(false);
    expect(accepts({ ...answer, acuity: { ...answer.acuity, level: 1 } })).toBe(true);
  });

  it('isRefusedWithARemarkThatCitesNothing', () =>
    expect(
      accepts({
        ...triageAnswer(),
        remarks: [{ part: 'consider', name: 'sepsis', text: 'Fever.', citations: [] }],
      }),
    ).toBe(false));
});

import { describe, expect, it } from 'vitest';
import { endsLaunch, type FailureKind, failure, refusal, worthRetrying } from './failure';

describe('a refusal', () => {
  it.each<[number, string, FailureKind]>([
    [401, 'session-ended', 'session-lost'],
    [404, 'launch-unknown', 'wrong-launch'],
    [404, 'unknown-draft', 'draft-gone'],
    [404, 'request-unusable', 'not-found'],
    [409, 'other-text', 'draft-changed'],
    [409, 'contradicted-words', 'draft-changed'],
    [409, 'draft-over', 'draft-over'],
    [409, 'signed-by-another', 'draft-over'],
    [409, 'draft-recalled', 'draft-recalled'],
    [403, 'scope-missing', 'not-permitted'],
    [502, 'ehr-unavailable', 'ehr-unavailable'],
    [503, 'model-unavailable', 'model-unavailable'],
    [504, 'deadline', 'too-slow'],
    [500, 'unexpected', 'unexpected'],
  ])('of status %i with code %s isTold as %s', (status, code, kind) => {
    expect(refusal(status, { code, message: 'words', incident: 'i-1' })).toEqual({
      kind,
      message: 'words',
      incident: 'i-1',
    });
  });

  it('isToldByItsStatusWhereTheBodyIsNotOurs', () =>
    expect(refusal(502, '<html>')).toEqual({ kind: 'unexpected', message: null, incident: null }));

  it.each<FailureKind>(['draft-gone', 'draft-changed', 'draft-over', 'draft-recalled', 'not-found'])(
    'leavesTheChartOpenWhereItIsTheDraftThatIsNot: %s',
    (kind) => {
      expect(endsLaunch(failure(kind))).toBe(false);
      expect(worthRetrying(failure(kind))).toBe(false);
    },
  );

  it('isNeverRetriedWhereTheLaunchEnded', () => {
    const kinds: FailureKind[] = ['session-lost', 'wrong-launch', 'mismatch'];
    for (const kind of kinds) {
      expect(endsLaunch(failure(kind))).toBe(true);
      expect(worthRetrying(failure(kind))).toBe(false);
    }
  });
});

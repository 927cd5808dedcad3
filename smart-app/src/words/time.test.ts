import { describe, expect, it } from 'vitest';
import { localTime, recordedTime } from './time';

describe('a recorded time', () => {
  it.each([
    ['1949', '1949'],
    ['2020-02', 'Feb-2020'],
    ['1949-03-07', '07-Mar-1949'],
    ['2024-11-11 19:05', '11-Nov-2024 19:05'],
    ['2024-11-11T19:05:30.123-05:00', '11-Nov-2024 19:05 UTC-05:00'],
    ['2024-11-11T00:05:00Z', '11-Nov-2024 00:05 UTC'],
    ['2180-07-23T12:35:00-04:00', '23-Jul-2180 12:35 UTC-04:00'],
  ])('%s keepsItsPrecisionAndItsZone: %s', (recorded, words) => expect(recordedTime(recorded)).toBe(words));

  it('isGivenBackAsItIsWhereItIsNoDate', () => expect(recordedTime('last spring')).toBe('last spring'));
});

it('namesTheZoneOfThisComputerForAnInstant', () =>
  expect(localTime('2026-01-14T08:12:45Z')).toMatch(/^1[345]-Jan-2026 \d\d:12 \S+/));

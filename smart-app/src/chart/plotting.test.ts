import { expect, it } from 'vitest';
import type { Point, Series } from '../contract/chart';
import { isOutside, plot } from './plotting';

const point = (when: string, value: string, more: Partial<Point> = {}): Point => ({
  when,
  value,
  comparator: null,
  low: null,
  high: null,
  flag: null,
  citation: 'L1',
  ...more,
});
const series = (...points: Point[]): Series => ({
  name: 'K',
  kind: 'result',
  unit: 'mmol/L',
  points,
  beyond: 0,
});

it('laysPointsOutByTimeAndNotByTheirNumber', () => {
  const { spots } = plot(
    series(point('2124-01-01', '4'), point('2124-01-02', '5'), point('2124-01-11', '6')),
  );
  const [first, second, third] = spots.map(({ x }) => x) as [number, number, number];
  expect((second - first) / (third - first)).toBeCloseTo(0.1, 5);
});

it('drawsTheGreaterValueHigher', () => {
  const { spots } = plot(series(point('2124-01-01', '4'), point('2124-01-02', '5')));
  expect(spots[1]?.y).toBeLessThan(spots[0]?.y ?? 0);
});

it('interruptsTheLineAtABound', () => {
  const bound = point('2124-01-02', '0.01', { comparator: '<' });
  const { path } = plot(series(point('2124-01-01', '1'), bound, point('2124-01-03', '2')));
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path).not.toContain('L');
});

it('holdsTheReferenceRangeInItsScale', () => {
  const { least, greatest, bands } = plot(
    series(point('2124-01-01', '4', { low: '3.5', high: '5.1' }), point('2124-01-02', '4.2')),
  );
  expect([least, greatest]).toEqual(['3.5', '5.1']);
  expect(bands).toHaveLength(1);
});

it('standsWhereAllTimesOrAllValuesAreTheSame', () => {
  const { spots } = plot(series(point('2124', '4'), point('2124', '4')));
  expect(spots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});

it('judgesABoundOnlyWhereItsNumberSuffices', () => {
  expect(isOutside(point('2124', '5.9', { high: '5.1' }))).toBe(true);
  expect(isOutside(point('2124', '5.1', { low: '3.5', high: '5.1' }))).toBe(false);
  expect(isOutside(point('2124', '6', { high: '5.1', comparator: '<' }))).toBe(false);
  expect(isOutside(point('2124', '6', { high: '5.1', comparator: '>' }))).toBe(true);
});

import type { Point, Series } from '../contract/chart';

export const WIDTH = 480;
export const HEIGHT = 130;
const PAD = { left: 8, right: 8, top: 10, bottom: 10 };

/** A measurement and where it stands in the plot. */
export interface Spot {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}

/** A stretch of the reference range that neighbouring measurements share. */
export interface Band {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface Plot {
  readonly spots: readonly Spot[];
  readonly bands: readonly Band[];
  /** The line through the numbers; a bound such as "<0.01" interrupts it, for it is no number. */
  readonly path: string;
  readonly least: string;
  readonly greatest: string;
}

/** Lays a series out by time and value. The scale holds the reference ranges too, so that "normal" is seen to be so. */
export function plot(series: Series): Plot {
  const { points } = series;
  const times = points.map(({ when }) => timeOf(when));
  const [first = 0, last = 0] = [Math.min(...times), Math.max(...times)];
  const values = points.flatMap(({ value, low, high }) => [value, low, high]).filter((text) => text !== null);
  const sorted = [...values].sort((one, other) => Number(one) - Number(other));
  const [least = '0', greatest = '0'] = [sorted[0], sorted.at(-1)];
  const spread = Number(greatest) - Number(least) || 1;
  const across = WIDTH - PAD.left - PAD.right;
  const down = HEIGHT - PAD.top - PAD.bottom;
  const x = (time: number) =>
    PAD.left + (last === first ? across / 2 : ((time - first) / (last - first)) * across);
  const y = (value: string) => PAD.top + (1 - (Number(value) - Number(least)) / spread) * down;
  const spots = points.map((point, index) => ({ point, x: x(times[index] ?? first), y: y(point.value) }));
  return { spots, bands: bandsOf(spots, y), path: pathOf(spots), least, greatest };
}

function pathOf(spots: readonly Spot[]): string {
  let joined = false;
  return spots
    .map(({ point, x, y }) => {
      const isNumber = point.comparator === null;
      const step = isNumber ? `${joined ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}` : '';
      joined = isNumber;
      return step;
    })
    .join('');
}

// A range is known at its measurements only; between two of the same range it is drawn through.
function bandsOf(spots: readonly Spot[], y: (value: string) => number): readonly Band[] {
  return spots.flatMap((spot, index) => {
    const { low, high } = spot.point;
    if (low === null && high === null) return [];
    const next = spots[index + 1];
    const shared = next && next.point.low === low && next.point.high === high;
    const top = high === null ? 0 : y(high);
    const bottom = low === null ? HEIGHT : y(low);
    return [
      { x: spot.x - 3, width: (shared ? next.x - spot.x : 0) + 6, y: top, height: Math.max(1, bottom - top) },
    ];
  });
}

// The chart's own wall clock, read as if it were UTC: only distances count, and no zone of this computer is added.
function timeOf(when: string): number {
  const [, year = '0', month = '01', day = '01', clock = '00:00'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[ T](\d\d:\d\d))?)?)?/.exec(when) ?? [];
  return Date.parse(`${year}-${month}-${day}T${clock}:00Z`);
}

/** Whether a measurement lies outside its own reference range. A bound is judged by its number alone where that suffices. */
export function isOutside({ value, comparator, low, high }: Point): boolean {
  const number = Number(value);
  const isAbove = high !== null && number > Number(high) && comparator !== '<' && comparator !== '<=';
  const isBelow = low !== null && number < Number(low) && comparator !== '>' && comparator !== '>=';
  return isAbove || isBelow;
}

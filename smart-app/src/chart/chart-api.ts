import { type ChartPart, ChartSchema } from '../contract/chart';
import type { LaunchContext } from '../contract/launch-context';
import { type Answer, request } from '../contract/request';
import { api } from '../launch/launch-api';

const TIMEOUT_MS = 120_000;

/** The facts of the chart from an offset on, as it is read now. */
export function readChart(
  launch: LaunchContext,
  offset: number,
  signal: AbortSignal,
): Promise<Answer<ChartPart>> {
  return request(
    { url: api(launch.launchId, `chart?offset=${offset}`), shape: ChartSchema, timeoutMs: TIMEOUT_MS },
    signal,
  );
}

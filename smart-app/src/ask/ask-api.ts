import { AnswerSchema, type ChartAnswer, type TextCheck, TextCheckSchema } from '../contract/inquiry';
import type { LaunchContext } from '../contract/launch-context';
import { type Answer, request } from '../contract/request';
import { api } from '../launch/launch-api';

const TIMEOUT_MS = 120_000;

/** Asks the chart of the launch one question. */
export function askChart(
  launch: LaunchContext,
  question: string,
  signal: AbortSignal,
): Promise<Answer<ChartAnswer>> {
  return request(
    {
      url: api(launch.launchId, 'ask'),
      post: { body: { question }, launchToken: launch.csrf },
      shape: AnswerSchema,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  );
}

/** Has a text checked, sentence by sentence, against the chart of the launch. */
export function checkText(
  launch: LaunchContext,
  text: string,
  signal: AbortSignal,
): Promise<Answer<TextCheck>> {
  return request(
    {
      url: api(launch.launchId, 'check'),
      post: { body: { text }, launchToken: launch.csrf },
      shape: TextCheckSchema,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  );
}

import type { LaunchContext } from '../contract/launch-context';
import { type Answer, request } from '../contract/request';
import { type Settings, SettingsSchema, USUAL } from '../contract/settings';
import { api } from '../launch/launch-api';

const READ_TIMEOUT_MS = 3_000;
const KEEP_TIMEOUT_MS = 15_000;

/** The user's settings, or the usual ones where they cannot be had soon. */
export async function readSettings(launchId: string, signal: AbortSignal): Promise<Settings> {
  const answer = await request(
    { url: api(launchId, 'settings'), shape: SettingsSchema, timeoutMs: READ_TIMEOUT_MS },
    signal,
  );
  return answer.ok ? answer.value : USUAL;
}

/** Keeps the user's settings on the server. */
export function keepSettings(
  launch: LaunchContext,
  settings: Settings,
  signal: AbortSignal,
): Promise<Answer<Settings>> {
  return request(
    {
      url: api(launch.launchId, 'settings'),
      post: { body: settings, launchToken: launch.csrf },
      shape: SettingsSchema,
      timeoutMs: KEEP_TIMEOUT_MS,
    },
    signal,
  );
}

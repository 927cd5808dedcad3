import type { LaunchContext } from '../contract/launch-context';
import { type Answer, request } from '../contract/request';
import {
  type Decision,
  DecisionSchema,
  type Tier,
  type Ward,
  type WardList,
  WardListSchema,
  type Wards,
  WardsSchema,
} from '../contract/ward';

// The server gives up on patients that are slow after 12 s; this only bounds a hung connection.
const TIMEOUT_MS = 45_000;

/** Which ward a page is about. */
export type WardPlace = Pick<Ward, 'type' | 'id'>;

/** The wards that the launched patient is on; none where the user may see no other patient. */
export function readWards(launch: LaunchContext, signal: AbortSignal): Promise<Answer<Wards>> {
  return request({ url: api(launch, 'wards'), shape: WardsSchema, timeoutMs: TIMEOUT_MS }, signal);
}

/** What the page has of a ward, and whether it asks by itself. */
export interface Renewal {
  readonly since: string | null;
  readonly unattended: boolean;
}

/** The ward in order; short where it is still the version that is on the screen. */
export function readWard(
  launch: LaunchContext,
  place: WardPlace,
  { since, unattended }: Renewal,
  signal: AbortSignal,
): Promise<Answer<WardList>> {
  const version = since ? `?since=${encodeURIComponent(since)}` : '';
  return request(
    { url: api(launch, path(place)) + version, unattended, shape: WardListSchema, timeoutMs: TIMEOUT_MS },
    signal,
  );
}

/** What the person wants kept. */
export interface Wish {
  readonly patient: string;
  readonly tier: Tier | 'none';
  readonly reason: string;
  readonly hours: number;
}

/** Keeps where a person puts a patient, and why. */
export function decide(
  launch: LaunchContext,
  place: WardPlace,
  wish: Wish,
  signal: AbortSignal,
): Promise<Answer<Decision>> {
  return request(
    {
      url: api(launch, `${path(place)}/override`),
      post: { body: wish, launchToken: launch.csrf },
      shape: DecisionSchema,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  );
}

function path({ type, id }: WardPlace): string {
  return `ward/${type}/${encodeURIComponent(id)}`;
}

function api({ launchId }: LaunchContext, rest: string): string {
  return `/app/${launchId}/api/${rest}`;
}

const LAUNCH_PATH = /^\/app\/([A-Za-z0-9_-]{1,128})\//;

/** The launch that a path such as `/app/{launchId}/` names, or null. The page has no other source for it. */
export function launchIdOf(pathname: string): string | null {
  return LAUNCH_PATH.exec(pathname)?.[1] ?? null;
}

const WARD_PATH = /^\/app\/[A-Za-z0-9_-]{1,128}\/ward\/(Group|Location)\/([A-Za-z0-9.-]{1,64})\/?$/;

/** The ward that a path such as `/app/{launchId}/ward/Group/{id}/` names, or null for the page of a chart. */
export function wardOf(pathname: string): { type: 'Group' | 'Location'; id: string } | null {
  const parts = WARD_PATH.exec(pathname);
  return parts ? { type: parts[1] as 'Group' | 'Location', id: parts[2] as string } : null;
}

const LAUNCH_PATH = /^\/app\/([A-Za-z0-9_-]{1,128})\//;

/** The launch that a path such as `/app/{launchId}/` names, or null. The page has no other source for it. */
export function launchIdOf(pathname: string): string | null {
  return LAUNCH_PATH.exec(pathname)?.[1] ?? null;
}

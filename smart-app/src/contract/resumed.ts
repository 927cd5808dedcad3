import type { Answer } from './request';

/** How long to wait before each further try; after an event that came, they begin anew. */
const WAITS_MS = [0, 500, 1_000, 2_000, 4_000];

interface Heard {
  /** A connection was lost, and another is tried. */
  readonly lost: () => void;
  /** Who asked wants no more of it. */
  readonly left: (lastEventId: string) => void;
}

/**
 * Follows a stream to its end over as many connections as it takes. `ask` opens one, behind the last event that is here; a
 * stream of which nothing can be named is not taken up again.
 */
export async function resumed<T>(
  ask: (lastEventId: string | null, seen: (id: string) => void) => Promise<Answer<T>>,
  signal: AbortSignal,
  { lost, left }: Heard,
): Promise<Answer<T>> {
  let last: string | null = null;
  let tries = 0;
  const seen = (id: string) => {
    last = id;
    tries = 0;
  };
  while (true) {
    const answer: Answer<T> = await ask(last, seen);
    const named: string | null = last;
    if (signal.aborted && named !== null) left(named);
    const isLost = !answer.ok && answer.failure.kind === 'network-lost';
    const wait = WAITS_MS[tries++];
    if (!isLost || signal.aborted || named === null || wait === undefined) return answer;
    lost();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

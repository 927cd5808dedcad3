import * as v from 'valibot';
import { type Failure, failure, refusal } from './failure';

/** An answer of the server, or why there is none. Requests never throw. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** One request to the launch's own API. */
export interface Question<T> {
  readonly url: string;
  /** Sent as a POST with `launchToken` where present, else a GET. */
  readonly post?: { readonly body: unknown; readonly launchToken: string };
  /** Asked by the page itself, which does not say that anybody is there. */
  readonly unattended?: boolean;
  readonly shape: v.GenericSchema<unknown, T>;
  readonly timeoutMs: number;
}

/** Sends the question and checks the answer's shape; `signal` is the caller's wish to hear no more of it. */
export async function request<T>(question: Question<T>, signal: AbortSignal): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(question.timeoutMs);
  try {
    const response = await fetch(question.url, {
      ...method(question),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    const body: unknown = await response.json().catch(notJson);
    if (!response.ok) return { ok: false, failure: refusal(response.status, body) };
    const read = v.safeParse(question.shape, body);
    return read.success ? { ok: true, value: read.output } : { ok: false, failure: failure('unreadable') };
  } catch {
    return { ok: false, failure: failure(timeout.aborted ? 'too-slow' : 'network-lost') };
  }
}

// A body that broke off is a lost connection, one that came whole and is not JSON is an answer without words.
function notJson(error: unknown): undefined {
  if (!(error instanceof SyntaxError)) throw error;
}

function method<T>({ post, unattended }: Question<T>): RequestInit {
  const headers = { Accept: 'application/json', ...(unattended ? { 'X-Launch-Unattended': '1' } : {}) };
  if (!post) return { method: 'GET', headers };
  return {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'X-Launch-Token': post.launchToken },
    body: JSON.stringify(post.body),
  };
}

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
  /** The last event that is here of a stream whose connection was lost; then the stream goes on behind it. */
  readonly lastEventId?: string | null;
  readonly shape: v.GenericSchema<unknown, T>;
  readonly timeoutMs: number;
}

/**
 * Sends a question whose answer is a stream; `read` takes the stream to its end. What breaks is told as in `request`.
 */
export async function stream<T>(
  question: Omit<Question<T>, 'shape'>,
  signal: AbortSignal,
  read: (body: ReadableStream<Uint8Array>) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(question.timeoutMs);
  try {
    const response = await send(question, 'text/event-stream', AbortSignal.any([signal, timeout]));
    if (!response.ok)
      return { ok: false, failure: refusal(response.status, await response.json().catch(notJson)) };
    return response.body ? await read(response.body) : { ok: false, failure: failure('unreadable') };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, failure: failure('unreadable') };
    return { ok: false, failure: failure(timeout.aborted ? 'too-slow' : 'network-lost') };
  }
}

/** Sends the question and checks the answer's shape; `signal` is the caller's wish to hear no more of it. */
export async function request<T>(question: Question<T>, signal: AbortSignal): Promise<Answer<T>> {
  const timeout = AbortSignal.timeout(question.timeoutMs);
  try {
    const response = await send(question, 'application/json', AbortSignal.any([signal, timeout]));
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

function send(
  question: Omit<Question<unknown>, 'shape'>,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(question.url, {
    ...method(question, accept),
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    signal,
  });
}

function method(
  { post, unattended, lastEventId }: Pick<Question<unknown>, 'post' | 'unattended' | 'lastEventId'>,
  accept: string,
): RequestInit {
  const headers = {
    Accept: accept,
    ...(unattended ? { 'X-Launch-Unattended': '1' } : {}),
    ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
  };
  if (!post) return { method: 'GET', headers };
  return {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'X-Launch-Token': post.launchToken },
    body: JSON.stringify(post.body),
  };
}

import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Question, request } from './request';

const shape = v.object({ name: v.string() });
const question: Question<{ name: string }> = { url: '/app/l-1/api/context', shape, timeoutMs: 60_000 };
const unbothered = new AbortController().signal;

function serverAnswers(answer: () => Response | Promise<Response>) {
  const server = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal('fetch', server);
  return server;
}

describe('a request', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('givesTheAnswerInItsShape', async () => {
    serverAnswers(() => new Response('{"name":"x","more":1}'));
    expect(await request(question, unbothered)).toEqual({ ok: true, value: { name: 'x' } });
  });

  it('saysWhenThePageAsksByItself', async () => {
    const server = serverAnswers(() => new Response('{"name":"x"}'));
    await request({ ...question, unattended: true }, unbothered);
    await request(question, unbothered);
    const sent = server.mock.calls.map(([, init]) => new Headers(init?.headers).get('X-Launch-Unattended'));
    expect(sent).toEqual(['1', null]);
  });

  it.each(['{"name":1}', 'null', '<html>', ''])('trustsNoAnswerOfAnotherShape: %s', async (body) => {
    serverAnswers(() => new Response(body));
    expect(await request(question, unbothered)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  it('saysThatTheConnectionWasLostWhenItBreaks', async () => {
    serverAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await request(question, unbothered)).toMatchObject({
      ok: false,
      failure: { kind: 'network-lost' },
    });
  });

  it('saysThatTheConnectionWasLostWhenItBreaksWithinTheAnswer', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
    serverAnswers(() => new Response(broken));
    expect(await request(question, unbothered)).toMatchObject({
      ok: false,
      failure: { kind: 'network-lost' },
    });
  });

  it('saysThatNoAnswerCameInTimeWhenTheDeadlinePassed', async () => {
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const answer = await request({ ...question, timeoutMs: 1 }, unbothered);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'too-slow' } });
  });

  it('carriesTheLaunchTokenOnEveryPostAndFollowsNoRedirect', async () => {
    const server = serverAnswers(() => new Response('{"name":"x"}'));
    await request({ ...question, post: { body: { a: 1 }, launchToken: 'token-1' } }, unbothered);
    expect(server.mock.calls[0]?.[1]).toMatchObject({
      method: 'POST',
      headers: { 'X-Launch-Token': 'token-1', 'Content-Type': 'application/json' },
      body: '{"a":1}',
      credentials: 'same-origin',
      redirect: 'error',
    });
  });
});

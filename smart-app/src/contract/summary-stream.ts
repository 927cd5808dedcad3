import * as v from 'valibot';
import { CoverageSchema } from './coverage';
import { type Failure, failure, refusal } from './failure';
import type { Answer } from './request';
import { FactSchema, StatementSchema, type Summary, SummarySchema } from './summary';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ReadingSchema = v.object({ searched: count, searches: count, resources: count });

const CoverageEventSchema = v.object({ complete: v.boolean(), coverage: v.array(CoverageSchema) });

// As in the whole answer: what is not supported, or cites what is not here, is never shown.
const StatementEventSchema = v.pipe(
  v.object({
    section: v.string(),
    title: v.string(),
    place: count,
    statement: StatementSchema,
    facts: v.record(v.string(), FactSchema),
  }),
  v.check(
    ({ statement, facts }) => statement.citations.every((id) => Object.hasOwn(facts, id)),
    'a statement cites a fact that is not beside it',
  ),
);

const FailedSchema = v.object({ status: v.number(), code: v.string() });

export type Reading = v.InferOutput<typeof ReadingSchema>;
export type StreamedCoverage = v.InferOutput<typeof CoverageEventSchema>;
export type StreamedStatement = v.InferOutput<typeof StatementEventSchema>;

/** What a summary tells while it comes about. */
export type Told =
  | { readonly kind: 'reading'; readonly value: Reading }
  | { readonly kind: 'coverage'; readonly value: StreamedCoverage }
  | { readonly kind: 'writing' }
  /** The connection was lost, and the stream is being taken up again. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'statement'; readonly value: StreamedStatement }
  | { readonly kind: 'repairing' }
  | { readonly kind: 'doubting' };

/** The server gives a sign of life every 3 s; a connection that is silent for so long is a lost one. */
const SILENCE_MS = 15_000;

/**
 * Reads a stream to its end: tells each event, and gives back the whole summary, or why there is none. An event that nobody
 * knows is passed over; one that is not as agreed ends the reading. `seen` hears by which id the stream goes on behind an event.
 */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  tell: (told: Told) => void,
  seen: (id: string) => void = () => undefined,
): Promise<Answer<Summary>> {
  for await (const { name, id, data } of events(body)) {
    if (id) seen(id);
    const value: unknown = JSON.parse(data);
    if (name === 'summary') {
      const read = v.safeParse(SummarySchema, value);
      return read.success ? { ok: true, value: read.output } : broken('unreadable');
    }
    if (name === 'failed') {
      const failed = v.safeParse(FailedSchema, value);
      return failed.success
        ? { ok: false, failure: refusal(failed.output.status, value) }
        : broken('unreadable');
    }
    const told = toldBy(name, value);
    if (told === 'unreadable') return broken('unreadable');
    if (told) tell(told);
  }
  return broken('network-lost');
}

function toldBy(name: string, value: unknown): Told | 'unreadable' | null {
  switch (name) {
    case 'reading': {
      const read = v.safeParse(ReadingSchema, value);
      return read.success ? { kind: 'reading', value: read.output } : 'unreadable';
    }
    case 'coverage': {
      const read = v.safeParse(CoverageEventSchema, value);
      return read.success ? { kind: 'coverage', value: read.output } : 'unreadable';
    }
    case 'statement': {
      const read = v.safeParse(StatementEventSchema, value);
      return read.success ? { kind: 'statement', value: read.output } : 'unreadable';
    }
    case 'writing':
    case 'repairing':
    case 'doubting':
      return { kind: name };
    default:
      return null;
  }
}

function broken(kind: Failure['kind']): Answer<Summary> {
  return { ok: false, failure: failure(kind) };
}

interface ServerEvent {
  readonly name: string;
  /** Empty where the event cannot be named. */
  readonly id: string;
  readonly data: string;
}

/** Server-sent events as they come; comments, which are signs of life, and unfinished ones are none. */
async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  try {
    while (true) {
      const { done, value } = await soon(reader.read());
      if (done) return;
      const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const name = field(block, 'event');
        if (name) yield { name, id: field(block, 'id'), data: field(block, 'data') };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function soon<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const silent = setTimeout(() => reject(new Error('silent')), SILENCE_MS);
    reading.then(resolve, reject).finally(() => clearTimeout(silent));
  });
}

function field(block: string, name: string): string {
  return block
    .split('\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trimStart())
    .join('\n');
}

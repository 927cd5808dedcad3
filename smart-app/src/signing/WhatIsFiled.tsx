import { type ReactNode, useCallback } from 'react';
import { type DocumentPreview, DocumentPreviewSchema } from '../contract/document-preview';
import { failure } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import { type Answer, request } from '../contract/request';
import type { Summary } from '../contract/summary';
import { api } from '../launch/launch-api';
import { useEndOf } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import '../words/later';
import { language, say } from '../words/words';
import styles from './Signing.module.css';

const TIMEOUT_MS = 30_000;

interface WhatIsFiledProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
}

/**
 * What the EHR gets besides the text, as the server would file it now. Where that cannot be had it says so and stops nobody: the
 * text is there.
 */
export function WhatIsFiled({ launch, summary: { draftId, textHash } }: WhatIsFiledProps) {
  const ask = useCallback(
    (signal: AbortSignal) => readPreview(launch, draftId, textHash, signal),
    [launch, draftId, textHash],
  );
  const { asked } = useAnswer(ask);
  useEndOf(asked.phase === 'failed' ? asked.failure : null);
  return (
    <section aria-labelledby="what-is-filed" aria-busy={asked.phase === 'waiting'}>
      <h3 id="what-is-filed" className={styles.filedHeading}>
        {say('later.filing.heading')}
      </h3>
      <div role="status">
        {asked.phase === 'waiting' && <p className={styles.quiet}>{say('later.filing.waiting')}</p>}
        {asked.phase === 'failed' && <p className={styles.quiet}>{say('later.filing.failed')}</p>}
      </div>
      {asked.phase === 'ready' && <Elements document={asked.value} />}
    </section>
  );
}

/** A preview of another text than the one that is shown is not trusted. */
async function readPreview(
  launch: LaunchContext,
  draftId: string,
  textHash: string,
  signal: AbortSignal,
): Promise<Answer<DocumentPreview>> {
  const answer = await request(
    {
      url: api(launch.launchId, `drafts/${encodeURIComponent(draftId)}/preview`),
      shape: DocumentPreviewSchema,
      timeoutMs: TIMEOUT_MS,
    },
    signal,
  );
  if (answer.ok && answer.value.textHash !== textHash) return { ok: false, failure: failure('unreadable') };
  return answer;
}

function Elements({ document }: { document: DocumentPreview }) {
  const { status, docStatus, type, typeCode, labels, authors, authenticator, replaces, visit } = document;
  return (
    <dl className={styles.origin}>
      <Element of="type">
        {say('later.filing.typeOf', { type, code: typeCode, categories: document.categories.join(', ') })}
      </Element>
      <Element of="status">
        {docStatus ? say('later.filing.statusOf', { status, docStatus }) : status}
      </Element>
      <Element of="authors">
        {authors.map(({ kind, name }) => say(`later.filing.author.${kind}`, { name })).join('; ') ||
          say('later.filing.nobody')}
      </Element>
      <Element of="authenticator">{authenticator ?? say('later.filing.nobody')}</Element>
      <Element of="labels">{labels.join(', ') || say('later.filing.unlabelled')}</Element>
      <Element of="date">{say('later.filing.dateOf')}</Element>
      <Element of="visit" isWarning={visit === 'missing'}>
        {say(`later.filing.visitOf.${visit}`)}
      </Element>
      <Element of="replaces">{replaces.join(', ') || say('later.filing.nothing')}</Element>
      <Element of="contents">{document.contents.map(content).join('; ')}</Element>
    </dl>
  );
}

interface ElementProps {
  readonly of:
    | 'type'
    | 'status'
    | 'authors'
    | 'authenticator'
    | 'labels'
    | 'date'
    | 'visit'
    | 'replaces'
    | 'contents';
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}

function Element({ of, isWarning = false, children }: ElementProps) {
  return (
    <div>
      <dt>{say(`later.filing.${of}`)}</dt>
      <dd className={isWarning ? styles.warning : undefined}>{children}</dd>
    </div>
  );
}

function content({ contentType, bytes }: DocumentPreview['contents'][number]): string {
  const size = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumSignificantDigits: 2,
  }).format(bytes / 1000);
  return say('later.filing.content', { contentType, size });
}

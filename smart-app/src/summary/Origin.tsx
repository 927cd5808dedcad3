import { IconListCheck, IconSparkles } from '@tabler/icons-react';
import type { Summary } from '../contract/summary';
import { shortHash } from '../words/hash';
import { localTime } from '../words/time';
import { say } from '../words/words';
import styles from './Origin.module.css';
import type { Took } from './use-streamed-summary';

/** Who wrote the text: a rule-made summary is never passed off as a model's, nor the reverse. */
export function Origin({ summary, took = null }: { summary: Summary; took?: Took | null }) {
  const Icon = summary.composedBy === 'model' ? IconSparkles : IconListCheck;
  return (
    <div className={styles.origin}>
      <p className={styles.author}>
        <Icon size={18} aria-hidden="true" />
        {author(summary)}
      </p>
      {summary.fallbackReason && (
        <p className={styles.reason}>
          {say(`origin.fallback.${summary.fallbackReason}`)}{' '}
          {summary.modelAgainInSeconds !== null &&
            say('origin.again', { count: Math.ceil(summary.modelAgainInSeconds / 60) })}
        </p>
      )}
      <p className={styles.draft}>
        {took && <span>{inSeconds(took)}</span>}
        <span>{say('origin.composed', { time: localTime(summary.composedAt) })}</span>
        <span className={styles.hash} title={say('origin.draftLabel', { hash: shortHash(summary.textHash) })}>
          {say('origin.draft', { hash: shortHash(summary.textHash) })}
        </span>
      </p>
    </div>
  );
}

function inSeconds({ firstMs, wholeMs }: Took): string {
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  return firstMs === null
    ? say('origin.tookWhole', { whole: seconds(wholeMs) })
    : say('origin.took', { first: seconds(firstMs), whole: seconds(wholeMs) });
}

function author({ composedBy, modelName }: Summary): string {
  if (composedBy === 'rules') return say('origin.rules');
  return modelName ? say('origin.model', { name: modelName }) : say('origin.modelUnnamed');
}

import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import '../words/later';
import { say } from '../words/words';
import { folded, isSame, type Line, type Part } from './comparing';
import styles from './Versions.module.css';

/** The lines of a comparison. What went and what came differ in mark, in stripe and for a screen reader in words. */
export function Difference({ lines }: { lines: readonly Line[] }) {
  if (isSame(lines)) return <p role="status">{say('later.versions.same')}</p>;
  return (
    <>
      <p className={styles.note} role="status">
        {say('later.versions.changed', { count: lines.filter(({ change }) => change !== 'same').length })}
      </p>
      <div className={styles.difference}>
        {folded(lines).map((run, at) =>
          run.fold ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one comparison never move
            <Fold key={at} lines={run.lines} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same
            <Lines key={at} lines={run.lines} />
          ),
        )}
      </div>
    </>
  );
}

/** Lines without a change stay out of the page until somebody wants them. */
function Fold({ lines }: { lines: readonly Line[] }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Lines lines={lines} />;
  return (
    <button type="button" className={styles.fold} onClick={() => setOpen(true)}>
      {say('later.versions.folded', { count: lines.length })}
    </button>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return lines.map(({ change, parts }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never move
    <p key={at} className={styles.line} data-change={change}>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same
        <Words key={place} part={part} />
      ))}
    </p>
  ));
}

function Words({ part: { text, change } }: { part: Part }) {
  if (change === 'same') return text;
  const Mark = change === 'removed' ? 'del' : 'ins';
  return (
    <Mark>
      <VisuallyHidden>{say(`later.versions.${change}`)} </VisuallyHidden>
      {text}
      <VisuallyHidden> {say('later.versions.ends')} </VisuallyHidden>
    </Mark>
  );
}

import { Button, Paper } from '@mantine/core';
import { useState } from 'react';
import { copyText } from '../output/copy-text';
import { say } from '../words/words';
import styles from './Review.module.css';

interface UnsavedWordsProps {
  readonly words: readonly string[];
  readonly onDrop: () => void;
}

/** Words that a clinician wrote and the server does not have, in a place of their own because theirs is gone. */
export function UnsavedWords({ words, onDrop }: UnsavedWordsProps) {
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  return (
    <Paper component="section" className="card" aria-labelledby="unsaved-heading">
      <h2 id="unsaved-heading">{say('unsaved.heading')}</h2>
      <p>{say('unsaved.explanation')}</p>
      {words.map((text) => (
        <blockquote key={text} className={styles.unsaved} aria-label={say('unsaved.words')}>
          {text}
        </blockquote>
      ))}
      <span className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          onClick={async () => setCopied((await copyText(words.join('\n\n'))) ? 'copied' : 'notCopied')}
        >
          {say('unsaved.copy')}
        </Button>
        <Button size="xs" variant="default" onClick={onDrop}>
          {say('unsaved.drop')}
        </Button>
        <span role="status">{copied && say(`unsaved.${copied}`)}</span>
      </span>
    </Paper>
  );
}

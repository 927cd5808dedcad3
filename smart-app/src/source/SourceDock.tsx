import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { say } from '../words/words';
import { useSourceDesk } from './SourceDesk';
import styles from './SourceDock.module.css';
import { SourceFact } from './SourceFact';

/**
 * The source in a column of its own, on wide screens. The column is there before a source is, so that no line
 * of the summary moves under the reader's eyes. Not modal: other citations can be opened straight away.
 */
export function SourceDock() {
  const { open, factOf, close } = useSourceDesk();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!open) return;
    heading.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, close]);

  return (
    <aside className={styles.dock} aria-label={say('source.panel')} data-open={open !== null}>
      {open ? (
        <>
          <div className={styles.head}>
            <h2 ref={heading} tabIndex={-1}>
              {say('source.heading', { id: open.factId })}
            </h2>
            <CloseButton aria-label={say('source.close')} onClick={close} />
          </div>
          <SourceFact fact={factOf(open.factId)} />
        </>
      ) : (
        <p className={styles.empty}>{say('source.empty')}</p>
      )}
    </aside>
  );
}

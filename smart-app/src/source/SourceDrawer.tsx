import { Drawer } from '@mantine/core';
import { say } from '../words/words';
import { useSourceDesk } from './SourceDesk';
import styles from './SourceDrawer.module.css';
import { SourceFact } from './SourceFact';

/** The source over the summary, on narrow screens and at high zoom. Modal: nothing behind it takes focus. */
export function SourceDrawer() {
  const { open, factOf, close } = useSourceDesk();
  return (
    <Drawer
      opened={open !== null}
      onClose={close}
      returnFocus={false}
      position="bottom"
      classNames={{ content: styles.sheet ?? '' }}
      title={open && say('source.heading', { id: open.factId })}
      closeButtonProps={{ 'aria-label': say('source.close') }}
      transitionProps={{ duration: 0 }}
    >
      {open && <SourceFact fact={factOf(open.factId)} />}
    </Drawer>
  );
}

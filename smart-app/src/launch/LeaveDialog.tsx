import { Button, Modal } from '@mantine/core';
import type { LaunchContext } from '../contract/launch-context';
import styles from './Leave.module.css';
import '../words/later';
import { say } from '../words/words';
import { useLeave } from './launch-end';

interface LeaveDialogProps {
  readonly launch: LaunchContext;
  readonly isUnsaved: boolean;
  readonly onStay: () => void;
}

/** Asks before a chart is left: whose it is, what stays, and what is lost. */
export function LeaveDialog({ launch, isUnsaved, onStay }: LeaveDialogProps) {
  const leave = useLeave();
  return (
    <Modal
      opened
      onClose={onStay}
      title={say('later.leave.title')}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': say('later.leave.stay') }}
      transitionProps={{ duration: 0 }}
    >
      <p className={styles.subject}>{launch.patient.name ?? say('banner.unnamed')}</p>
      <p>{say('later.leave.meaning')}</p>
      {isUnsaved && <p className={styles.warning}>{say('later.leave.unsaved')}</p>}
      <span className={styles.buttons}>
        <Button variant="default" data-autofocus onClick={onStay}>
          {say('later.leave.stay')}
        </Button>
        <Button onClick={leave}>{say('leave.open')}</Button>
      </span>
    </Modal>
  );
}

import { Button, Modal } from '@mantine/core';
import { filesNothing, type LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { shortHash } from '../words/hash';
import { recordedTime } from '../words/time';
import { say } from '../words/words';
import { FiledText } from './FiledText';
import styles from './Signing.module.css';
import { WhatIsFiled } from './WhatIsFiled';

interface SignConfirmationProps {
  readonly opened: boolean;
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly signing: boolean;
  /** Whether words stand in open forms: they are no part of the text. */
  readonly isUnsaved: boolean;
  readonly onSign: () => void;
  readonly onClose: () => void;
}

/** The last look before the signature: whose chart, exactly which text, and what the signature means. */
export function SignConfirmation({
  opened,
  launch,
  summary,
  signing,
  isUnsaved,
  onSign,
  onClose,
}: SignConfirmationProps) {
  const words = filesNothing(launch) ? 'signingOnly' : 'signing';
  return (
    <Modal
      opened={opened}
      onClose={signing ? () => undefined : onClose}
      title={say(`${words}.title`)}
      size="46rem"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': say('signing.cancel') }}
      transitionProps={{ duration: 0 }}
    >
      <p className={styles.subject}>{subject(launch)}</p>
      <dl className={styles.origin}>
        {!filesNothing(launch) && (
          <div>
            <dt>{say('signing.destination')}</dt>
            <dd>{say('signing.destinationOf', { ehr: launch.ehr })}</dd>
          </div>
        )}
        <div>
          <dt>{say('signing.author')}</dt>
          <dd>{author(summary)}</dd>
        </div>
        <div>
          <dt>{say('signing.signer')}</dt>
          <dd>
            {launch.user.name
              ? say('signing.asYou', { name: launch.user.name })
              : say('signing.asYouUnnamed')}
          </dd>
        </div>
      </dl>
      {!filesNothing(launch) && <WhatIsFiled launch={launch} summary={summary} />}
      {filesNothing(launch) && <p className={styles.warning}>{say('signingOnly.noDocuments')}</p>}
      {isUnsaved && <p className={styles.warning}>{say('unsaved.notSigned')}</p>}
      <FiledText summary={summary} words={words} />
      <ul className={styles.remarks}>
        <li>
          {say('signing.hash')} <code>{say('signing.hashShort', { hash: shortHash(summary.textHash) })}</code>
        </li>
        {summary.withheld.length > 0 && (
          <li>{say('signing.withheld', { count: summary.withheld.length })}</li>
        )}
        {!summary.complete && <li className={styles.warning}>{say('signing.incomplete')}</li>}
      </ul>
      <p>{say('signing.attestation')}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose} disabled={signing}>
          {say('signing.cancel')}
        </Button>
        <Button
          onClick={onSign}
          loading={signing}
          aria-label={signing ? say(`${words}.signing`) : say(`${words}.confirm`)}
        >
          {say(`${words}.confirm`)}
        </Button>
      </div>
    </Modal>
  );
}

function author({ composedBy, modelName }: Summary): string {
  if (composedBy === 'rules') return say('signing.asRules');
  return modelName ? say('signing.asModel', { name: modelName }) : say('signing.asModelUnnamed');
}

function subject({ patient }: LaunchContext): string {
  return say('signing.subject', {
    name: patient.name ?? say('banner.unnamed'),
    born: patient.birthDate ? recordedTime(patient.birthDate) : say('banner.notRecorded'),
  });
}

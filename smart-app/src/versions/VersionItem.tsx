import { Button } from '@mantine/core';
import type { Version } from '../contract/version';
import '../words/later';
import { localTime } from '../words/time';
import { say } from '../words/words';
import styles from './Versions.module.css';
import { naming, person, stateInWords, writer } from './version-words';

interface VersionItemProps {
  readonly version: Version;
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onCorrect: () => void;
  readonly onRetract: () => void;
  readonly onChanges: () => void;
}

/** One draft or document: where it stands, who had a part in it and when, and what can be done with it. */
export function VersionItem({ version, busy, onOpen, onCorrect, onRetract, onChanges }: VersionItemProps) {
  const { edited, signed, location, replaces, edits } = version;
  return (
    <li className={styles.version} data-state={version.state}>
      <p className={styles.title}>
        <strong>{version.document}</strong> <span>{stateInWords(version)}</span>
        {version.recalled && <span className={styles.recalled}>{say('later.versions.recalled')}</span>}
      </p>
      <p className={styles.told}>
        <span>{say('later.versions.composed', { time: localTime(version.composedAt) })}</span>
        <span>{writer(version)}</span>
        {edited && (
          <span title={edited.by}>
            {say('later.versions.edited', { count: edits, by: person(edited), time: localTime(edited.at) })}
          </span>
        )}
        {signed && (
          <span title={signed.by}>
            {say('later.versions.signed', { by: person(signed), time: localTime(signed.at) })}
          </span>
        )}
        {location && <span>{say('later.versions.isIn', { location })}</span>}
        {replaces && <span>{say('later.versions.inPlaceOf')}</span>}
      </p>
      <span className={styles.acts}>
        {edits > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={say('later.versions.changesOf', naming(version))}
            onClick={onChanges}
          >
            {say('later.versions.changes')}
          </Button>
        )}
        {version.canOpen && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={say('later.versions.openOf', naming(version))}
            onClick={onOpen}
          >
            {say('later.versions.open')}
          </Button>
        )}
        {version.canCorrect && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={busy}
            aria-label={say('later.versions.correctOf', naming(version))}
            onClick={onCorrect}
          >
            {say('later.versions.correct')}
          </Button>
        )}
        {version.canRetract && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={say('later.retract.openOf', naming(version))}
            onClick={onRetract}
          >
            {say('later.retract.open')}
          </Button>
        )}
      </span>
    </li>
  );
}

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LENGTHS, type Length, LOOK_BACKS, type LookBack } from '../contract/settings';
import { say } from '../words/words';
import styles from './KindPicker.module.css';
import { KINDS_OF_SUMMARY, type KindOfSummary, type Wanted } from './kinds';

interface KindPickerProps {
  readonly wanted: Wanted;
  readonly disabled: boolean;
  readonly onWant: (wanted: Wanted) => void;
}

/** Which kind of summary is to be written. A problem summary waits for its words; every other kind is written at once. */
export function KindPicker({ wanted, disabled, onWant }: KindPickerProps) {
  const [kind, setKind] = useState<KindOfSummary>(wanted.kind);
  const [focus, setFocus] = useState(wanted.focus ?? '');
  return (
    <form
      className={styles.picker}
      onSubmit={(event) => {
        event.preventDefault();
        if (focus.trim()) onWant({ ...wanted, kind: 'problem', focus: focus.trim() });
      }}
    >
      <NativeSelect
        size="xs"
        label={say('kinds.label')}
        disabled={disabled}
        value={kind}
        data={KINDS_OF_SUMMARY.map((value) => ({ value, label: say(`kinds.${value}`) }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value as KindOfSummary;
          setKind(chosen);
          if (chosen !== 'problem') onWant({ ...wanted, kind: chosen, focus: null });
        }}
      />
      <NativeSelect
        size="xs"
        label={say('kinds.length')}
        disabled={disabled}
        value={wanted.length}
        data={LENGTHS.map((value) => ({ value, label: say(`kinds.lengths.${value}`) }))}
        onChange={(event) => onWant({ ...wanted, length: event.currentTarget.value as Length })}
      />
      <NativeSelect
        size="xs"
        label={say('lookBack.label')}
        disabled={disabled}
        value={wanted.lookBack}
        data={LOOK_BACKS.map((value) => ({ value, label: say(`lookBack.far.${value}`) }))}
        onChange={(event) => onWant({ ...wanted, lookBack: event.currentTarget.value as LookBack })}
      />
      {kind === 'problem' && (
        <>
          <TextInput
            size="xs"
            label={say('kinds.focus')}
            disabled={disabled}
            value={focus}
            maxLength={500}
            required
            onChange={(event) => setFocus(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" disabled={disabled}>
            {say('kinds.write')}
          </Button>
        </>
      )}
    </form>
  );
}

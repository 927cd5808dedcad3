import { Button, NativeSelect, Paper } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import {
  DENSITIES,
  FIRST_KINDS,
  FONT_PERCENTS,
  LENGTHS,
  LOCK_MINUTES,
  LOOK_BACKS,
  type Settings,
  THEMES,
} from '../contract/settings';
import { FailureNotice } from '../failure/FailureNotice';
import { useAsking } from '../launch/use-asking';
import '../words/later';
import { say } from '../words/words';
import styles from './Settings.module.css';
import { useSettings } from './SettingsDesk';
import { keepSettings } from './settings-api';

const SECTIONS = [
  'one-liner',
  'stay',
  'changes',
  'concerning',
  'active-problems',
  'allergies',
  'directives',
  'medication-changes',
  'medications',
  'results',
  'encounters',
  'plan',
] as const;

type SectionCode = (typeof SECTIONS)[number];

/** How the user wants the page. In force at once; kept on the server for the next launch. */
export function SettingsPanel({ launch }: { launch: LaunchContext }) {
  const { settings, change } = useSettings();
  const { asked, put } = useAsking((wanted: Settings, signal) => keepSettings(launch, wanted, signal));
  const [order, setOrder] = useState<readonly SectionCode[]>(() => orderOf(settings.sections));
  const set = (some: Partial<Settings>) => {
    const wanted = { ...settings, ...some };
    change(wanted);
    put(wanted);
  };
  const move = (at: number, by: number) => {
    const moved = [...order];
    const [code] = moved.splice(at, 1);
    if (!code) return;
    moved.splice(at + by, 0, code);
    setOrder(moved);
    set({ sections: moved });
  };
  return (
    <Paper component="section" className="card" aria-label={say('views.settings')}>
      <div className={styles.fields}>
        <NativeSelect
          label={say('later.settings.theme')}
          value={settings.theme}
          data={THEMES.map((value) => ({ value, label: say(`later.settings.themes.${value}`) }))}
          onChange={(event) => set({ theme: event.currentTarget.value as Settings['theme'] })}
        />
        <NativeSelect
          label={say('later.settings.density')}
          value={settings.density}
          data={DENSITIES.map((value) => ({ value, label: say(`later.settings.densities.${value}`) }))}
          onChange={(event) => set({ density: event.currentTarget.value as Settings['density'] })}
        />
        <NativeSelect
          label={say('later.settings.font')}
          value={String(settings.fontPercent)}
          data={FONT_PERCENTS.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
          onChange={(event) =>
            set({ fontPercent: Number(event.currentTarget.value) as Settings['fontPercent'] })
          }
        />
        <NativeSelect
          label={say('later.settings.lock')}
          description={say('later.settings.lockHint')}
          value={String(settings.lockMinutes)}
          data={[...new Set([...LOCK_MINUTES, settings.lockMinutes])]
            .sort((one, other) => one - other)
            .map((minutes) => ({
              value: String(minutes),
              label: say('later.settings.minutes', { count: minutes }),
            }))}
          onChange={(event) => set({ lockMinutes: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={say('later.settings.kind')}
          description={say('later.settings.kindHint')}
          value={settings.kind}
          data={FIRST_KINDS.map((value) => ({ value, label: say(`kinds.${value}`) }))}
          onChange={(event) => set({ kind: event.currentTarget.value as Settings['kind'] })}
        />
        <NativeSelect
          label={say('later.settings.length')}
          description={say('later.settings.lengthHint')}
          value={settings.length}
          data={LENGTHS.map((value) => ({ value, label: say(`kinds.lengths.${value}`) }))}
          onChange={(event) => set({ length: event.currentTarget.value as Settings['length'] })}
        />
        <NativeSelect
          label={say('later.settings.lookBack')}
          description={say('later.settings.lookBackHint')}
          value={settings.lookBack}
          data={LOOK_BACKS.map((value) => ({ value, label: say(`lookBack.far.${value}`) }))}
          onChange={(event) => set({ lookBack: event.currentTarget.value as Settings['lookBack'] })}
        />
      </div>
      <h2>{say('later.settings.order')}</h2>
      <p className={styles.hint}>{say('later.settings.orderHint')}</p>
      <ol className={styles.order}>
        {order.map((code, at) => {
          const section = say(`later.settings.sections.${code}`);
          return (
            <li key={code}>
              <span>{section}</span>
              <Button
                size="compact-xs"
                variant="default"
                disabled={at === 0}
                aria-label={say('later.settings.up', { section })}
                onClick={() => move(at, -1)}
              >
                <IconArrowUp size={14} aria-hidden="true" />
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                disabled={at === order.length - 1}
                aria-label={say('later.settings.down', { section })}
                onClick={() => move(at, 1)}
              >
                <IconArrowDown size={14} aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ol>
      <p role="status" className={styles.hint}>
        {asked?.phase === 'ready' && say('later.settings.kept')}
      </p>
      {asked?.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={() => put(settings)} />}
    </Paper>
  );
}

function orderOf(chosen: readonly string[]): readonly SectionCode[] {
  const known = chosen.filter((code): code is SectionCode => SECTIONS.includes(code as SectionCode));
  return [...known, ...SECTIONS.filter((code) => !known.includes(code))];
}

import { useMantineColorScheme } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Settings, USUAL } from '../contract/settings';

interface Desk {
  readonly settings: Settings;
  change(settings: Settings): void;
}

const SettingsContext = createContext<Desk>({ settings: USUAL, change: () => undefined });

/** The settings in force, and the way to change them. */
export function useSettings(): Desk {
  return useContext(SettingsContext);
}

/** Puts a user's settings in force for the page: colours, density, size of letters. */
export function SettingsDesk({ first, children }: { first: Settings; children: ReactNode }) {
  const [settings, change] = useState(first);
  const { setColorScheme } = useMantineColorScheme();
  const { theme, density, fontPercent } = settings;

  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-contrast', theme === 'contrast');
    root.dataset.density = density;
    root.style.fontSize = fontPercent === 100 ? '' : `${fontPercent}%`;
    setColorScheme(theme === 'system' ? 'auto' : theme === 'dark' ? 'dark' : 'light');
  }, [theme, density, fontPercent, setColorScheme]);

  const desk = useMemo(() => ({ settings, change }), [settings]);
  return <SettingsContext value={desk}>{children}</SettingsContext>;
}

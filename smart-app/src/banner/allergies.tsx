import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Allergies } from '../contract/summary';
import { say } from '../words/words';

interface Desk {
  readonly allergies: Allergies | null;
  tell(allergies: Allergies): void;
}

const AllergiesContext = createContext<Desk>({ allergies: null, tell: () => undefined });

/** Keeps for the banners of all views what the last reading of the chart says of allergies. */
export function AllergiesDesk({ children }: { children: ReactNode }) {
  const [allergies, tell] = useState<Allergies | null>(null);
  const desk = useMemo(() => ({ allergies, tell }), [allergies]);
  return <AllergiesContext value={desk}>{children}</AllergiesContext>;
}

/** What is known of allergies by now; null where the chart was not read yet. */
export function useAllergies(): Allergies | null {
  return useContext(AllergiesContext).allergies;
}

/** Tells the banners what a reading says; a draft kept before there was this says nothing. */
export function useTellAllergies(allergies: Allergies | null): void {
  const { tell } = useContext(AllergiesContext);
  useEffect(() => {
    if (allergies) tell(allergies);
  }, [allergies, tell]);
}

/** In words: "none recorded" is never said where it is only not known. */
export function allergiesInWords(allergies: Allergies | null): string {
  if (!allergies) return say('banner.allergies.unread');
  switch (allergies.known) {
    case 'none-recorded':
      return say('banner.allergies.none');
    case 'not-known':
      return say('banner.allergies.unknown');
    case 'recorded': {
      const names = allergies.names.join(', ');
      return allergies.complete ? names : say('banner.allergies.incomplete', { names });
    }
  }
}

import { Alert } from '@mantine/core';
import type { LaunchContext } from '../contract/launch-context';
import { say } from '../words/words';

const KNOWN = ['summary', 'triage', 'notes', 'ward', 'signature', 'filing', 'renewal'] as const;

/** What the EHR's sign-in does not allow, said before somebody misses it; nothing where all of it is there. */
export function FeaturesOff({ unavailable = [] }: Pick<LaunchContext, 'unavailable'>) {
  if (unavailable.length === 0) return null;
  return (
    <Alert role="note" color="yellow" variant="outline" title={say('off.title')}>
      <ul>
        {unavailable.map(({ feature, scopes }) => (
          <li key={feature}>
            {words(feature)}
            {scopes.length > 0 && <> ({say('off.scopes', { scopes: scopes.join(' ') })})</>}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function words(feature: string): string {
  const known = KNOWN.find((one) => one === feature);
  return known ? say(`off.features.${known}`) : say('off.features.other', { feature });
}

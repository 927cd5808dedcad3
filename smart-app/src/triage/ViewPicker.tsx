import { Button } from '@mantine/core';
import { say } from '../words/words';

export type View = 'summary' | 'triage';

const VIEWS: readonly View[] = ['summary', 'triage'];

/** Which view of the chart is shown; each composes a draft of its own. */
export function ViewPicker({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <nav aria-label={say('views.label')}>
      <Button.Group>
        {VIEWS.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={one === view ? 'filled' : 'default'}
            aria-current={one === view ? 'page' : undefined}
            onClick={() => one !== view && onView(one)}
          >
            {say(`views.${one}`)}
          </Button>
        ))}
      </Button.Group>
    </nav>
  );
}

import { Button } from '@mantine/core';
import { say } from '../words/words';

/** The views of a chart, in the order of their buttons. */
export const VIEWS = ['summary', 'triage', 'chart', 'ask', 'check', 'versions', 'about', 'settings'] as const;

export type View = (typeof VIEWS)[number];

/** Which view of the chart is shown. A draft and its review stay as they are while another view is open. */
export function ViewPicker({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <nav aria-label={say('views.label')} className="views">
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
    </nav>
  );
}

import { lazy, type ReactNode } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import { say } from '../words/words';
import { ToolPage } from './ToolPage';
import type { View } from './ViewPicker';

const AskPanel = lazy(() => import('../ask/AskPanel').then((part) => ({ default: part.AskPanel })));
const CheckPanel = lazy(() => import('../ask/CheckPanel').then((part) => ({ default: part.CheckPanel })));

const ChartPanel = lazy(() => import('../chart/ChartPanel').then((part) => ({ default: part.ChartPanel })));

const VersionsPanel = lazy(() =>
  import('../versions/VersionsPanel').then((part) => ({ default: part.VersionsPanel })),
);

const AboutPanel = lazy(() => import('../about/AboutPanel').then((part) => ({ default: part.AboutPanel })));
const SettingsPanel = lazy(() =>
  import('../settings/SettingsPanel').then((part) => ({ default: part.SettingsPanel })),
);

type Tool = Exclude<View, 'summary' | 'triage'>;

interface ToolViewProps {
  readonly launch: LaunchContext;
  readonly view: Tool;
  readonly views: ReactNode;
  /** A draft from before is to be opened for review. */
  readonly onOpen: (draftId: string) => void;
}

/** A view of the chart beside its summary and triage; its part of the page is loaded when it is opened. */
export function ToolView({ launch, view, views, onOpen }: ToolViewProps) {
  return (
    <ToolPage launch={launch} heading={say(`views.${view}`)} views={views}>
      {panel(launch, view, onOpen)}
    </ToolPage>
  );
}

function panel(launch: LaunchContext, view: Tool, onOpen: (draftId: string) => void): ReactNode {
  switch (view) {
    case 'ask':
      return <AskPanel launch={launch} />;
    case 'check':
      return <CheckPanel launch={launch} />;
    case 'chart':
      return <ChartPanel launch={launch} />;
    case 'versions':
      return <VersionsPanel launch={launch} onOpen={onOpen} />;
    case 'about':
      return <AboutPanel launch={launch} />;
    case 'settings':
      return <SettingsPanel launch={launch} />;
  }
}

import { Alert, Button, Paper, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { endsLaunch } from '../contract/failure';
import type { LaunchContext } from '../contract/launch-context';
import type { WardEntry, WardList } from '../contract/ward';
import { FailureNotice } from '../failure/FailureNotice';
import { LeaveChart } from '../launch/LeaveChart';
import { Plain } from '../page/Plain';
import { localTime } from '../words/time';
import { say } from '../words/words';
import { DecisionDialog } from './DecisionDialog';
import { NotReadCard } from './NotReadCard';
import { useWard, type WardState } from './use-ward';
import styles from './Ward.module.css';
import { WardTable } from './WardTable';
import type { WardPlace } from './ward-api';

/** A ward in order, kept up to date. When the launch ends, nobody stays on the screen. */
export function WardPage({ launch, place }: { launch: LaunchContext; place: WardPlace }) {
  const { state, refresh } = useWard(launch, place);
  const [deciding, setDeciding] = useState<WardEntry | null>(null);
  if (state.failure && endsLaunch(state.failure)) {
    return (
      <Plain>
        <FailureNotice failure={state.failure} />
      </Plain>
    );
  }
  return (
    <main className="page" aria-busy={state.list === null && state.failure === null}>
      <header className="page-header">
        <h1>{heading(state.list)}</h1>
        <p>
          <a className={styles.back} href={`/app/${launch.launchId}/`}>
            {say('ward.back')}
          </a>
        </p>
        <LeaveChart launch={launch} />
      </header>
      <VisuallyHidden role="status">{progress(state)}</VisuallyHidden>
      <Freshness state={state} onRefresh={refresh} />
      {state.failure && <FailureNotice failure={state.failure} onRetry={refresh} />}
      {state.list && (
        <div className="page-main">
          <Completeness list={state.list} />
          <Paper component="section" className="card" aria-labelledby="order-heading">
            <h2 id="order-heading">{say('ward.order', { count: state.list.patients.length })}</h2>
            <p className={styles.basis}>{say('ward.basis')}</p>
            <WardTable
              patients={state.list.patients}
              launched={launch.patient.id}
              canDecide={launch.user.canSign}
              onDecide={setDeciding}
            />
          </Paper>
          <NotReadCard notRead={state.list.notRead} />
        </div>
      )}
      {deciding && (
        <DecisionDialog
          launch={launch}
          place={place}
          entry={deciding}
          onClose={() => setDeciding(null)}
          onKept={() => {
            setDeciding(null);
            refresh();
          }}
        />
      )}
    </main>
  );
}

function Freshness({ state, onRefresh }: { state: WardState; onRefresh: () => void }) {
  return (
    <div className={styles.freshness}>
      <p>
        {state.confirmedAt
          ? say('ward.confirmed', { time: localTime(state.confirmedAt) })
          : say('ward.loading')}{' '}
        {say('ward.polled')}
      </p>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        onClick={onRefresh}
        disabled={state.asking}
      >
        {say('ward.refresh')}
      </Button>
    </div>
  );
}

function Completeness({ list }: { list: WardList }) {
  if (list.complete) return null;
  return (
    <Alert
      className={styles.alert ?? ''}
      color="orange"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={say('ward.incompleteTitle')}
    >
      <ul className={styles.plain}>
        {list.rosterIncomplete && <li>{say('ward.rosterIncomplete', { reason: list.rosterIncomplete })}</li>}
        {list.notRead.length > 0 && <li>{say('ward.someNotRead', { count: list.notRead.length })}</li>}
        {list.patients.some((patient) => patient.unread.length > 0) && <li>{say('ward.someInPart')}</li>}
      </ul>
    </Alert>
  );
}

function heading(list: WardList | null): string {
  return list?.ward?.name ?? say('ward.heading');
}

function progress({ list, failure }: WardState): string {
  if (failure) return '';
  return list ? say('ward.order', { count: list.patients.length }) : say('ward.loading');
}

import { useCallback } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import { useAnswer } from '../launch/use-answer';
import { say } from '../words/words';
import styles from './Ward.module.css';
import { readWards } from './ward-api';

/** Links to the wards of the launched patient, for users who may see more than this patient; else nothing. */
export function WardLinks({ launch }: { launch: LaunchContext }) {
  const ask = useCallback((signal: AbortSignal) => readWards(launch, signal), [launch]);
  const { asked } = useAnswer(ask);
  if (asked.phase !== 'ready' || asked.value.wards.length === 0) return null;
  return (
    <nav className={styles.links} aria-label={say('ward.links')}>
      {asked.value.wards.map((ward) => (
        <a
          key={`${ward.type}/${ward.id}`}
          href={`/app/${launch.launchId}/ward/${ward.type}/${encodeURIComponent(ward.id)}/`}
        >
          {say('ward.link', { name: ward.name ?? `${ward.type}/${ward.id}` })}
        </a>
      ))}
    </nav>
  );
}

import { Paper } from '@mantine/core';
import { useCallback } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import { type ModelCard, ModelCardSchema } from '../contract/model-card';
import { request } from '../contract/request';
import { FailureNotice } from '../failure/FailureNotice';
import { api } from '../launch/launch-api';
import { useEndOf } from '../launch/launch-end';
import { useAnswer } from '../launch/use-answer';
import { shortHash } from '../words/hash';
import { recordedTime } from '../words/time';
import '../words/later';
import { say } from '../words/words';
import styles from './About.module.css';

const TIMEOUT_MS = 30_000;
const LIMITS = ['check', 'chart', 'language', 'scores', 'responsibility'] as const;

/** What this is, what it is not, and the card of what writes here. */
export function AboutPanel({ launch }: { launch: LaunchContext }) {
  const ask = useCallback(
    (signal: AbortSignal) =>
      request(
        { url: api(launch.launchId, 'model-card'), shape: ModelCardSchema, timeoutMs: TIMEOUT_MS },
        signal,
      ),
    [launch],
  );
  const { asked, retry } = useAnswer(ask);
  useEndOf(asked.phase === 'failed' ? asked.failure : null);
  return (
    <div className={styles.panel}>
      <Paper component="section" className="card" aria-labelledby="limits-heading">
        <h2 id="limits-heading">{say('later.about.limits')}</h2>
        <ul>
          {LIMITS.map((limit) => (
            <li key={limit}>{say(`later.about.limit.${limit}`)}</li>
          ))}
        </ul>
      </Paper>
      {asked.phase === 'failed' && <FailureNotice failure={asked.failure} onRetry={retry} />}
      {asked.phase === 'ready' && <Card card={asked.value} />}
    </div>
  );
}

function Card({ card }: { card: ModelCard }) {
  const groups = [...new Set(card.elements.map(({ group }) => group))];
  return (
    <>
      <Paper component="section" className="card" aria-labelledby="models-heading">
        <h2 id="models-heading">{say('later.about.models', { version: card.version })}</h2>
        {card.models.length === 0 && <p>{say('later.about.noModel')}</p>}
        <ul>
          {card.models.map((model) => (
            <li key={model.name}>
              <strong>{model.model}</strong> ({[model.provider, model.host].filter(Boolean).join(', ')}).{' '}
              {model.settings}
            </li>
          ))}
        </ul>
        <p className={styles.small}>
          {say('later.about.prompts')}{' '}
          {card.prompts.map(({ version, hash }) => `${version} (${shortHash(hash)})`).join('; ')}
        </p>
      </Paper>
      <Paper component="section" className="card" aria-labelledby="evaluation-heading">
        <h2 id="evaluation-heading">{say('later.about.evaluation')}</h2>
        {card.evaluation === null ? (
          <p>{say('later.about.noEvaluation')}</p>
        ) : (
          <>
            <p>
              {say('later.about.evaluated', {
                date: recordedTime(card.evaluation.date),
                version: card.evaluation.version,
                writer: card.evaluation.model ?? say('later.about.rules'),
                data: card.evaluation.data,
              })}
            </p>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('later.about.set')}</th>
                  <th scope="col">{say('later.about.what')}</th>
                  <th scope="col">{say('later.about.value')}</th>
                  <th scope="col">{say('later.about.met')}</th>
                </tr>
              </thead>
              <tbody>
                {card.evaluation.figures.map((figure) => (
                  <tr key={`${figure.set} ${figure.what}`}>
                    <td>{figure.set}</td>
                    <td>{figure.what}</td>
                    <td>{figure.value}</td>
                    <td>
                      {figure.met === null ? '' : say(figure.met ? 'later.about.yes' : 'later.about.no')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Paper>
      {groups.map((group) => (
        <Paper key={group} component="section" className="card" aria-label={group}>
          <h2>{group}</h2>
          <dl className={styles.elements}>
            {card.elements
              .filter((element) => element.group === group)
              .map((element) => (
                <div key={`${element.framework} ${element.id}`}>
                  <dt>{element.title}</dt>
                  <dd>
                    {element.answer ??
                      say('later.about.because', { why: element.because ?? say('later.about.untold') })}
                  </dd>
                </div>
              ))}
          </dl>
        </Paper>
      ))}
    </>
  );
}

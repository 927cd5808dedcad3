import { createPortal } from 'react-dom';
import type { LaunchContext } from '../contract/launch-context';
import type { Statement, Summary } from '../contract/summary';
import { lookBackInWords } from '../coverage/look-back-words';
import { shortHash } from '../words/hash';
import { localTime } from '../words/time';
import { say } from '../words/words';
import { inWords, madeBy, standing, whose } from './as-text';
import { endnotes, noteLine } from './endnotes';
import styles from './Output.module.css';

interface PrintSheetProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly isSigned: boolean;
}

/**
 * The text as it is printed: the patient on every page (the head of a table is repeated by browsers), the draft marked as
 * one, citations as endnotes. Not on the screen.
 */
export function PrintSheet({ launch, summary, isSigned }: PrintSheetProps) {
  const notes = endnotes(summary);
  const list = (statements: readonly Statement[]) => (
    <ul>
      {statements.map((statement) => (
        <li key={`${statement.index} ${statement.text}`}>
          {inWords(statement)} <small>{notes.marksOf(statement)}</small>
        </li>
      ))}
    </ul>
  );
  return createPortal(
    <div className={`print-sheet ${styles.sheet}`} aria-hidden="true">
      {!isSigned && <p className={styles.watermark}>{say('later.output.watermark')}</p>}
      <table className={styles.frame}>
        <thead>
          <tr>
            <td>
              <strong>{whose(launch, summary)}</strong>
              <br />
              {standing(isSigned)}
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <h1>{say('page.heading')}</h1>
              <p>
                {madeBy(summary)}. {say('origin.composed', { time: localTime(summary.composedAt) })}.{' '}
                {say('origin.draft', { hash: shortHash(summary.textHash) })}
              </p>
              {summary.recalls.length > 0 && <p className={styles.warning}>{say('later.output.recalled')}</p>}
              {!summary.complete && <p className={styles.warning}>{say('later.output.incomplete')}</p>}
              {summary.lookBack && <p className={styles.warning}>{lookBackInWords(summary.lookBack)}</p>}
              {summary.sections
                .filter(({ statements }) => statements.length > 0)
                .map((section) => (
                  <section key={section.code}>
                    <h2>{section.title}</h2>
                    {list(section.statements)}
                  </section>
                ))}
              {summary.added.length > 0 && (
                <section>
                  <h2>{say('later.output.added')}</h2>
                  {list(summary.added)}
                </section>
              )}
              {summary.conflicts.length > 0 && (
                <section>
                  <h2>{say('later.output.conflicts')}</h2>
                  <ul>
                    {summary.conflicts.map((conflict) => (
                      <li key={`${conflict.kind} ${conflict.about}`}>
                        {conflict.about}: {conflict.title}.{' '}
                        {conflict.sides.map((side) => (
                          <span key={side.citations.join(' ')}>
                            {side.what}: <q>{side.text}</q> <small>{notes.marksOf(side)}</small>{' '}
                          </span>
                        ))}
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              <h2>{say('later.output.sources')}</h2>
              <ol className={styles.notes}>
                {notes.facts.map((fact) => (
                  <li key={fact.id}>{noteLine(fact)}</li>
                ))}
              </ol>
            </td>
          </tr>
        </tbody>
      </table>
    </div>,
    document.body,
  );
}

import type { Section, Summary } from '../contract/summary';
import { say } from '../words/words';
import styles from './Signing.module.css';

interface FiledTextProps {
  readonly summary: Summary;
  /** Whether it is filed, or signed alone. */
  readonly words: 'signing' | 'signingOnly';
}

/** What is filed: the document itself where the server gave it, else its statements. Scrolls, so it takes the focus. */
export function FiledText({ summary, words }: FiledTextProps) {
  return (
    <>
      <p>{say(summary.text === null ? `${words}.statementsOnly` : `${words}.wholeText`)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.text} aria-label={say(`${words}.text`)} tabIndex={0}>
        {summary.text === null ? (
          <Statements sections={summary.sections} />
        ) : (
          <p className={styles.verbatim}>{summary.text}</p>
        )}
      </section>
    </>
  );
}

function Statements({ sections }: { sections: readonly Section[] }) {
  return sections
    .filter((section) => section.statements.length > 0)
    .map((section) => (
      <div key={section.code}>
        <h3>{section.title}</h3>
        {section.statements.map((statement) => (
          <p key={statement.text}>{statement.text}</p>
        ))}
      </div>
    ));
}

import type { Section } from '../contract/summary';
import { say } from '../words/words';
import styles from './Signing.module.css';

/** The text as it is filed: sections and statements, without pills or marks. Scrolls, so it takes the focus. */
export function FiledText({ sections }: { sections: readonly Section[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.text} aria-label={say('signing.text')} tabIndex={0}>
      {sections
        .filter((section) => section.statements.length > 0)
        .map((section) => (
          <div key={section.code}>
            <h3>{section.title}</h3>
            {section.statements.map((statement) => (
              <p key={statement.text}>{statement.text}</p>
            ))}
          </div>
        ))}
    </section>
  );
}

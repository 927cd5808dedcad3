import { Button, VisuallyHidden } from '@mantine/core';
import { IconAlertOctagon, IconClipboardText, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { LaunchContext } from '../contract/launch-context';
import type { Summary } from '../contract/summary';
import { FeedbackForm } from '../feedback/FeedbackForm';
import '../words/later';
import { say } from '../words/words';
import { asText } from './as-text';
import { copyText } from './copy-text';
import styles from './Output.module.css';
import { PrintSheet } from './PrintSheet';
import { useShown } from './shown';

interface OutputProps {
  readonly launch: LaunchContext;
  readonly summary: Summary;
  readonly isSigned: boolean;
}

/** The ways of a text out of the page: on paper or PDF by the browser, and into the clipboard. */
export function Output({ launch, summary, isSigned }: OutputProps) {
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  const [isReporting, setReporting] = useState(false);
  const isShown = useShown();
  return (
    <div className={styles.actions}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {say('later.output.print')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconClipboardText size={16} aria-hidden="true" />}
        onClick={async () => {
          setCopied((await copyText(asText(launch, summary, isSigned))) ? 'copied' : 'notCopied');
        }}
      >
        {say('later.output.copy')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconAlertOctagon size={16} aria-hidden="true" />}
        aria-expanded={isReporting}
        onClick={() => setReporting(!isReporting)}
      >
        {say('later.feedback.draft')}
      </Button>
      <span role="status">{copied && say(`later.output.${copied}`)}</span>
      <VisuallyHidden>{say('later.output.careful')}</VisuallyHidden>
      {isReporting && (
        <FeedbackForm
          launch={launch}
          draftId={summary.draftId}
          statement={null}
          onDone={() => setReporting(false)}
        />
      )}
      {isShown && <PrintSheet launch={launch} summary={summary} isSigned={isSigned} />}
    </div>
  );
}

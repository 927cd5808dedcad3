import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { DatedFact } from '../contract/chart';
import type { Kind } from '../contract/summary';
import { say } from '../words/words';
import styles from './Chart.module.css';
import { type Filter, SPANS, type Span } from './filtering';

interface FactFilterProps {
  readonly facts: readonly DatedFact[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Kinds with their counts, words and time. */
export function FactFilter({ facts, filter, onFilter }: FactFilterProps) {
  const counts = new Map<Kind, number>();
  for (const { fact } of facts) counts.set(fact.kind, (counts.get(fact.kind) ?? 0) + 1);
  const toggle = (kind: Kind) => {
    const kinds = new Set(filter.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    onFilter({ ...filter, kinds });
  };
  return (
    <div className={styles.filter}>
      <TextInput
        size="xs"
        label={say('later.chart.words')}
        value={filter.words}
        maxLength={100}
        onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={say('later.chart.span')}
        value={filter.span}
        data={Object.keys(SPANS).map((value) => ({
          value,
          label: say(`later.chart.spans.${value as Span}`),
        }))}
        onChange={(event) => onFilter({ ...filter, span: event.currentTarget.value as Span })}
      />
      <fieldset className={styles.kinds}>
        <legend>{say('later.chart.kinds')}</legend>
        {[...counts].map(([kind, count]) => (
          <Button
            key={kind}
            size="compact-xs"
            variant={filter.kinds.has(kind) ? 'filled' : 'default'}
            aria-pressed={filter.kinds.has(kind)}
            onClick={() => toggle(kind)}
          >
            {say(`kind.${kind}`)} {count}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

import type { Coverage } from '../contract/coverage';
import { knows, say } from '../words/words';

const WHOLE = new Set(['all', 'this patient']);

/** A FHIR resource type as clinicians call it; a type without words keeps its name. */
export function typeInWords(type: string): string {
  const key = `coverage.type.${type}`;
  return knows(key) ? say(key as 'coverage.type.Patient') : type;
}

/** The asked part of a type and the reason behind the outcome, where they say more than type and outcome do. */
export function noteInWords({ asked, detail }: Coverage): string | null {
  const part = asked === null || WHOLE.has(asked) ? null : asked;
  const key = `coverage.detail.${detail}`;
  const reason = detail !== null && knows(key) ? say(key as 'coverage.detail.timeout') : detail;
  return [part, reason].filter((words) => words !== null).join('; ') || null;
}

/** How many resources were read, where that says more than the outcome's own word. */
export function countInWords({ outcome, read, total }: Coverage): string | null {
  switch (outcome) {
    case 'found':
      return total !== null && total > read
        ? say('coverage.readOfTotal', { read, total })
        : say('coverage.found', { count: read });
    case 'cut-off':
      return total === null
        ? say('coverage.readOfUnknown', { read })
        : say('coverage.readOfTotal', { read, total });
    case 'none-recorded':
    case 'not-asked':
    case 'not-permitted':
    case 'failed':
      return null;
  }
}

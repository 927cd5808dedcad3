import type { Coverage } from '../contract/coverage';
import { knows, say } from '../words/words';

/** A FHIR resource type as clinicians call it; a type without words keeps its name. */
export function typeInWords(type: string): string {
  const key = `coverage.type.${type}`;
  return knows(key) ? say(key as 'coverage.type.Patient') : type;
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

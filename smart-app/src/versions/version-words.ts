import type { Act, Version } from '../contract/version';
import '../words/later';
import { localTime } from '../words/time';
import { knows, say } from '../words/words';

/** Where a version stands, in words. */
export function stateInWords({ state }: Version): string {
  const key = `later.versions.states.${state}`;
  return knows(key) ? say(key as 'later.versions.states.filed') : state;
}

/** A person by name; by reference where nobody told a name. */
export function person({ by, byName }: Act): string {
  return byName ?? by;
}

export function writer({ composedBy, modelName, promptVersion }: Version): string {
  if (composedBy === 'rules') return say('later.versions.rules');
  return modelName && promptVersion
    ? say('later.versions.model', { name: modelName, prompt: promptVersion })
    : (modelName ?? say('later.versions.modelUnnamed'));
}

/** What tells one version from another in the name of a button. */
export function naming({ document, composedAt }: Version) {
  return { document, time: localTime(composedAt) };
}

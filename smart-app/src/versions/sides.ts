import type { Version, VersionTexts } from '../contract/version';
import { say } from '../words/words';
import { naming, stateInWords } from './version-words';

/** One text of one version: as it was drafted, or as it is now. */
export interface Side {
  readonly draftId: string;
  readonly as: 'drafted' | 'now';
}

export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** Every text that can be compared; the drafted one of its own only where somebody changed it. */
export function sidesOf(versions: readonly Version[]): readonly Side[] {
  return versions.flatMap(({ draftId, edits }): Side[] =>
    edits > 0
      ? [
          { draftId, as: 'now' },
          { draftId, as: 'drafted' },
        ]
      : [{ draftId, as: 'now' }],
  );
}

/**
 * What is compared at first: the newest against the last that was signed before it; where there is none, against what it was
 * drafted as, or the one before.
 */
export function firstSides(versions: readonly Version[]): Sides | null {
  const [newest, ...older] = versions;
  if (!newest) return null;
  const signed = older.find((version) => version.signed !== null);
  const to: Side = { draftId: newest.draftId, as: 'now' };
  if (signed) return { from: { draftId: signed.draftId, as: 'now' }, to };
  if (newest.edits > 0) return { from: { draftId: newest.draftId, as: 'drafted' }, to };
  return older[0] ? { from: { draftId: older[0].draftId, as: 'now' }, to } : null;
}

/** The key of a side in a list to choose from. */
export function keyOf({ draftId, as }: Side): string {
  return `${as} ${draftId}`;
}

export function sideOf(key: string): Side {
  const [as, draftId] = key.split(' ') as ['drafted' | 'now', string];
  return { draftId, as };
}

export function textOf(texts: VersionTexts, { as }: Side): string {
  return as === 'drafted' ? texts.drafted : texts.text;
}

export function sideInWords(version: Version, { as }: Side): string {
  return say(`later.versions.side.${as}`, { ...naming(version), state: stateInWords(version) });
}

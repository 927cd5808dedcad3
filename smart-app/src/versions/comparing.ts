import { diffArrays } from 'diff';

export type Change = 'same' | 'removed' | 'added';

export interface Part {
  readonly text: string;
  readonly change: Change;
}

/** A line of the comparison; one that was changed holds what went and what came, in the order in which it is read. */
export interface Line {
  readonly change: Change | 'changed';
  readonly parts: readonly Part[];
}

// Below this two lines are two statements and not one that was changed.
const LIKE_ENOUGH = 0.5;
// Unchanged lines around a change that stay in view, and from how many on the rest is folded.
const CONTEXT = 2;
const WORTH_FOLDING = 4;

/**
 * What became of a text, line by line. Words are compared whole, between spaces: "12.5" is never shown as a changed point
 * within unchanged digits.
 */
export function compared(before: string, after: string): readonly Line[] {
  const lines: Line[] = [];
  let removed: readonly string[] = [];
  for (const block of diffArrays(before.split('\n'), after.split('\n'))) {
    if (block.removed) {
      removed = block.value;
    } else if (block.added) {
      lines.push(...paired(removed, block.value));
      removed = [];
    } else {
      lines.push(...removed.map((text) => whole(text, 'removed')));
      removed = [];
      lines.push(...block.value.map((text) => whole(text, 'same')));
    }
  }
  return [...lines, ...removed.map((text) => whole(text, 'removed'))];
}

/** Whether nothing was changed at all. */
export function isSame(lines: readonly Line[]): boolean {
  return lines.every(({ change }) => change === 'same');
}

/** The lines in runs; a run of unchanged ones that no change stands near is to be folded. */
export function folded(
  lines: readonly Line[],
): readonly { readonly lines: readonly Line[]; fold: boolean }[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ change }) => change !== 'same'),
  );
  const runs: { lines: Line[]; fold: boolean }[] = [];
  lines.forEach((line, at) => {
    const last = runs.at(-1);
    if (last && last.fold === !near[at]) last.lines.push(line);
    else runs.push({ lines: [line], fold: !near[at] });
  });
  return runs.map((run) => ({ ...run, fold: run.fold && run.lines.length >= WORTH_FOLDING }));
}

/** Lines that went against lines that came: those that are alike are one changed line. */
function paired(removed: readonly string[], added: readonly string[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const old of removed) {
    const at = added.findIndex((text, place) => place >= next && likeness(old, text) >= LIKE_ENOUGH);
    if (at < 0) {
      lines.push(whole(old, 'removed'));
      continue;
    }
    lines.push(...added.slice(next, at).map((text) => whole(text, 'added')));
    lines.push({ change: 'changed', parts: parts(old, added[at] as string) });
    next = at + 1;
  }
  return [...lines, ...added.slice(next).map((text) => whole(text, 'added'))];
}

function parts(before: string, after: string): readonly Part[] {
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function likeness(one: string, other: string): number {
  const words = (text: string) => tokens(text).filter((token) => token.trim());
  const [mine, theirs] = [words(one), words(other)];
  const shared = diffArrays(mine, theirs)
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return (2 * shared) / Math.max(1, mine.length + theirs.length);
}

function whole(text: string, change: Change): Line {
  return { change, parts: [{ text, change }] };
}

function tokens(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

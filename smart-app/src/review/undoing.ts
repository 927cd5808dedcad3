import { type Statement, type Summary, statementsOf } from '../contract/summary';
import type { Edit } from '../launch/launch-api';

/**
 * The change that takes an edit back, so that the statement is as it was before it; null where there is none. Words that are put
 * back are checked again, and who stood by them is asked again.
 *
 * @param before the draft that the edit was made on
 * @param after the draft that came of it
 */
export function undoOf(edit: Edit, before: Summary, after: Summary): Edit | null {
  if (edit.action === 'insert') {
    const known = new Set(all(before).map(({ index }) => index));
    const added = all(after).find(({ index }) => index !== null && !known.has(index));
    return added?.index == null ? null : { statement: added.index, action: 'restore' };
  }
  const was = all(before).find(({ index }) => index === edit.statement);
  if (!was) return null;
  if (was.leftOut !== null) return { statement: edit.statement, action: 'reject', reason: was.leftOut };
  return was.author === 'clinician'
    ? { statement: edit.statement, action: 'edit', text: was.text }
    : { statement: edit.statement, action: 'restore' };
}

function all(draft: Summary): readonly Statement[] {
  return [...statementsOf(draft), ...draft.rejected];
}

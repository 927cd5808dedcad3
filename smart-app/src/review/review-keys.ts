import type { KeyboardEvent } from 'react';
import type { Statement } from '../contract/summary';
import type { Review } from './use-review';

/** A statement and the id of its place on the page. */
export interface Place {
  readonly id: string;
  readonly statement: Statement;
  /** The code of its section. */
  readonly section: string;
}

/**
 * The keys of the review. They are heard only while the focus is in the summary and in no field (WCAG 2.1.4), and never
 * with Ctrl, Alt or Meta, which belong to the browser and the EHR.
 */
export function reviewKey(
  event: KeyboardEvent,
  places: readonly Place[],
  review: Review | null,
  onHelp: () => void,
): void {
  const field = event.target instanceof Element && event.target.closest('input, textarea, select, form');
  if (field || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = places.findIndex(({ id }) => document.getElementById(id)?.contains(document.activeElement));
  const place = places[at];
  const done = act(event.key, at, place, places, review, onHelp);
  if (done) event.preventDefault();
}

function act(
  key: string,
  at: number,
  place: Place | undefined,
  places: readonly Place[],
  review: Review | null,
  onHelp: () => void,
): boolean {
  switch (key.toLowerCase()) {
    case 'j':
      return focus(places[Math.min(at + 1, places.length - 1)]);
    case 'k':
      return focus(places[Math.max(at - 1, 0)]);
    case '?':
      onHelp();
      return true;
    case 's':
      document
        .getElementById(place?.id ?? '')
        ?.querySelector<HTMLElement>('[data-citation]')
        ?.click();
      return place !== undefined;
  }
  if (review && key.toLowerCase() === 'z') {
    if (!review.busy) review.undo?.();
    return review.undo !== null;
  }
  if (!review || !place || place.statement.index === null) return false;
  const { statement } = place;
  switch (key.toLowerCase()) {
    case 'a':
      review.accept([statement], !review.isAccepted(statement));
      return true;
    case 'e':
      review.begin(statement.index as number, 'edit');
      return true;
    case 'r':
      review.begin(statement.index as number, 'reject');
      return true;
    case 'x':
      review.leave(place.section);
      return true;
    case 'i':
      review.begin(statement.index as number, 'insert');
      return true;
    case 'u':
      if (statement.original === null) return false;
      void review.send({ statement: statement.index as number, action: 'restore' });
      return true;
    default:
      return false;
  }
}

function focus(place: Place | undefined): boolean {
  if (!place) return false;
  document.getElementById(place.id)?.focus();
  return true;
}

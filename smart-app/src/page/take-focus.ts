/**
 * Gives the focus to what has just come into view, unless the user is in a dialog meanwhile: parts of the page load later, and what comes
 * late must not pull somebody out of a signature.
 */
export function takeFocus(element: HTMLElement | null) {
  if (!document.querySelector('[role="dialog"]')) element?.focus();
}

/**
 * Moves the focus to an element because of something that Azure or the host did. If another part of VS Code has the
 * focus, it stays there: VS Code would move it into the page, and keys that the user types would be lost.
 */
export function moveFocus(element: HTMLElement): void {
  if (document.hasFocus()) element.focus();
}

/** Returns the focused element, across all shadow roots. */
export function deepFocus(): HTMLElement | null {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : null;
}

/** Returns all elements inside `root`, across all shadow roots. */
export function deepElements(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : deepElements(element.shadowRoot)),
  ]);
}

/** Returns the primary button inside `root`, across all shadow roots: the only library button that isn't secondary. */
export function primaryButton(root: ParentNode): HTMLElement | null {
  const isPrimary = (element: Element): element is HTMLElement =>
    element.matches('vscode-button:not([secondary], [disabled])');
  return deepElements(root).find(isPrimary) ?? null;
}

/** Returns the focused element, across all shadow roots. */
export function deepFocus(): HTMLElement | null {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : null;
}

/** Returns the primary button inside `root`, across all shadow roots: the only library button that isn't secondary. */
export function primaryButton(root: Element | ShadowRoot): HTMLElement | null {
  const own = root.querySelector<HTMLElement>('vscode-button:not([secondary], [disabled])');
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot === null ? null : primaryButton(element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

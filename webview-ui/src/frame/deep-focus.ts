/** The element that really has the focus, through every shadow. */
export function deepFocus(): HTMLElement | null {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement ? at : null;
}

/** The one primary button inside `root`, through every shadow: the only library button that is not secondary. */
export function primaryButton(root: Element | ShadowRoot): HTMLElement | null {
  const own = root.querySelector<HTMLElement>('vscode-button:not([secondary], [disabled])');
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot === null ? null : primaryButton(element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

/** Scrolls an element by `distance` pixels: itself first, then what is around it where there is no more room. */
export function scrollAround(element: Element, distance: number): void {
  let left = distance;
  for (let at: Element | null = element; at !== null && Math.abs(left) >= 1; at = parentOf(at)) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    const before = at.scrollTop;
    at.scrollTop += left;
    left -= at.scrollTop - before;
  }
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

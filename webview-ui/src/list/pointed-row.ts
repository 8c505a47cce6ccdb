/** Keeps the row under the pointer in its place, even if a result above it needs another number of lines. */
export class PointedRow {
  private pointed: { readonly row: Element; readonly top: number } | null = null;

  /** Stores the row under the pointer, and its position in the window. */
  store(rows: ParentNode, isNeeded: boolean): void {
    const row = isNeeded ? rows.querySelector('.row[data-id]:hover') : null;
    this.pointed = row && { row, top: row.getBoundingClientRect().top };
  }

  /** Scrolls the list so that the stored row is in its place. */
  restore(list: Element): void {
    if (this.pointed?.row.isConnected === true) {
      const { row, top } = this.pointed;
      scrollAround(list, row.getBoundingClientRect().top - top);
    }
    this.pointed = null;
  }
}

/** True for new results, which must not move the row under the pointer. A filter can. */
export function areResults(changed: ReadonlyMap<PropertyKey, unknown>): boolean {
  return changed.has('outcomes') || (changed.has('rows') && !changed.has('filter'));
}

/** Scrolls an element by `distance` pixels. If it's at its end, scrolls the elements around it by the rest. */
function scrollAround(element: Element, distance: number): void {
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

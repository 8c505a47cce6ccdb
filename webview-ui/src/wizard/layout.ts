/**
 * Layout of the page at a width in pixels (not the window's). It is measured instead of using container queries,
 * because the virtual lists need a row's height.
 */
export type PageLayout = 'wide' | 'medium' | 'column' | 'narrow';

export function layoutOf(width: number): PageLayout {
  if (width >= 1000) return 'wide';
  if (width >= 840) return 'medium';
  return width >= 600 ? 'column' : 'narrow';
}

/** Layout of the lists: with the columns for which they have room, or with rows of two lines. */
export type ListLayout = 'columns' | 'two-line';

export function listLayoutOf(layout: PageLayout): ListLayout {
  return layout === 'narrow' ? 'two-line' : 'columns';
}

/** True if plan and Readiness are side by side. */
export function isSideBySide(layout: PageLayout): boolean {
  return layout === 'wide' || layout === 'medium';
}

export const readinessWidths = { least: 340, most: 560, usual: 440, step: 20 } as const;

/** Returns Readiness's width: as the user left it, or the minimum on a page of medium width. */
export function shownReadinessWidth(layout: PageLayout, readinessWidth: number): number {
  return layout === 'medium' ? readinessWidths.least : readinessWidth;
}

export function clampReadinessWidth(width: number): number {
  return Math.round(Math.min(readinessWidths.most, Math.max(readinessWidths.least, width)));
}

/** Returns the width that a key on the divider sets; null if the key isn't handled. Readiness is on its right. */
export function readinessWidthAfterKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return clampReadinessWidth(width + readinessWidths.step);
    case 'ArrowRight':
      return clampReadinessWidth(width - readinessWidths.step);
    case 'Home':
      return readinessWidths.most;
    case 'End':
      return readinessWidths.least;
    default:
      return null;
  }
}

const rowHeight = 22;
/** Pixels above, between, and below the two lists of the network section. */
const widthNextToLists = 440;

/** Returns the rows that each of two lists shows in a plan of `height` pixels: 6 to 12. */
export function visibleRows(height: number): number {
  return Math.min(12, Math.max(6, Math.floor((height - widthNextToLists) / 2 / rowHeight)));
}

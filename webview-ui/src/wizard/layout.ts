/**
 * How the page is laid out at a width of its own, in pixels (not the window's). Measured and not left to container
 * queries, because the lists that draw only what is in view must know a row's height.
 */
export type PageLayout = 'wide' | 'medium' | 'column' | 'narrow';

export function layoutOf(width: number): PageLayout {
  if (width >= 1000) return 'wide';
  if (width >= 840) return 'medium';
  return width >= 600 ? 'column' : 'narrow';
}

/** How the lists are laid out: with the columns for which they have room, or in rows of two lines. */
export type ListLayout = 'columns' | 'two-line';

export function listLayoutOf(layout: PageLayout): ListLayout {
  return layout === 'narrow' ? 'two-line' : 'columns';
}

/** Plan and board stand side by side. */
export function isSideBySide(layout: PageLayout): boolean {
  return layout === 'wide' || layout === 'medium';
}

export const readinessWidths = { least: 340, most: 560, usual: 440, step: 20 } as const;

/** Wide as somebody left it; on a page of medium width as small as it goes. */
export function shownReadinessWidth(layout: PageLayout, boardWidth: number): number {
  return layout === 'medium' ? readinessWidths.least : boardWidth;
}

export function clampReadinessWidth(width: number): number {
  return Math.round(Math.min(readinessWidths.most, Math.max(readinessWidths.least, width)));
}

/** The width that a key on the sash asks for; null where the key is not the sash's. Readiness is on its right. */
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
/** What stands above and between the two lists of the network section, and below them. */
const besideLists = 440;

/** Rows that each of two lists shows in a plan of `height` pixels: 6 to 12. */
export function visibleRows(height: number): number {
  return Math.min(12, Math.max(6, Math.floor((height - besideLists) / 2 / rowHeight)));
}

/**
 * How the page is laid out at a width of its own, in pixels (not the window's). Measured and not left to container
 * queries, because the lists that draw only what is in view must know a row's height.
 */
export type Layout = 'wide' | 'medium' | 'column' | 'narrow';

export function layoutOf(width: number): Layout {
  if (width >= 1000) return 'wide';
  if (width >= 840) return 'medium';
  return width >= 600 ? 'column' : 'narrow';
}

/**
 * How the lists are laid out: a plan that a wide board leaves little of drops the same columns as a narrower page,
 * because a name cut in half helps nobody.
 */
export function listLayoutOf(width: number, boardWidth: number): Layout {
  const layout = layoutOf(width);
  return layout === 'wide' && width - boardWidth < leastForAllColumns ? 'medium' : layout;
}

const leastForAllColumns = 700;

/** Plan and board stand side by side. */
export function isSideBySide(layout: Layout): boolean {
  return layout === 'wide' || layout === 'medium';
}

export const boardWidths = { least: 340, most: 560, usual: 440, step: 20 } as const;

export function clampBoardWidth(width: number): number {
  return Math.round(Math.min(boardWidths.most, Math.max(boardWidths.least, width)));
}

/** The width that a key on the sash asks for; null where the key is not the sash's. The board is on its right. */
export function boardWidthAfterKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return clampBoardWidth(width + boardWidths.step);
    case 'ArrowRight':
      return clampBoardWidth(width - boardWidths.step);
    case 'Home':
      return boardWidths.most;
    case 'End':
      return boardWidths.least;
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

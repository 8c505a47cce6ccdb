import { displayText } from '@messages/display-text-messages';
import type { ListRow } from './list-row';

/** Letters that a search makes bold, and rounding. */
const slack = 1.04;
/** Pixels around the text of a tag, and before it. */
const aroundTag = 28;

/** Pixels of the longest name of a list, with what stands after it. */
export function longestName(list: HTMLElement, rows: readonly ListRow[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  context.font = getComputedStyle(list).font;
  const widthOf = (text: string): number => Math.ceil(context.measureText(text).width * slack);
  const widths = rows.map(
    ({ name, tag }) => widthOf(displayText(name)) + (tag === null ? 0 : widthOf(tag) + aroundTag),
  );
  return widths.reduce((longest, one) => Math.max(longest, one), 0);
}

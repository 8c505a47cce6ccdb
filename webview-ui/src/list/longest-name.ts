import { displayText } from '@messages/display-text-messages';
import type { ListRow } from './list-row';

/** Factor for letters that a search makes bold, and for rounding. */
const slack = 1.04;
/** Size of a tag's letters, compared with those of a name: 11 of 13 pixels. */
const tagScale = 0.85;
/** Pixels around and before the text of a tag. */
const aroundTag = 28;

/** Returns the width in pixels of the longest name of a list, including its tag. */
export function longestName(list: HTMLElement, rows: readonly ListRow[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  context.font = getComputedStyle(list).font;
  const widthOf = (text: string): number => Math.ceil(context.measureText(text).width * slack);
  const widths = rows.map(
    ({ name, tag }) => widthOf(displayText(name)) + (tag === null ? 0 : widthOf(tag) * tagScale + aroundTag),
  );
  return widths.reduce((longest, one) => Math.max(longest, one), 0);
}

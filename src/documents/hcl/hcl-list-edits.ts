import type { TextEdit } from '../edits/text-edit';
import { insertJsonTupleItems, isHclJson } from './hcl-json-edits';
import {
  endWithComment,
  lineIndent,
  insertion,
  isFirstOnLine,
  isMultiLine,
  lineEndOf,
  lineStart,
} from './hcl-lines';
import type { HclExpression } from './hcl-syntax';
import type { HclSource } from './hcl-text';

type Tuple = HclExpression & { readonly is: 'tuple' };
const step = '  ';

/** An item or a member for a list or a map. Its text depends on the indentation of the surrounding lines. */
export type ItemText = (indent: string) => string;

/** Appends items to a list. */
export function insertTupleItems(
  source: HclSource,
  tuple: Tuple,
  added: readonly ItemText[],
): readonly TextEdit[] {
  if (isHclJson(source)) {
    return insertJsonTupleItems(
      source,
      tuple.place,
      added.map((one) => one('')),
    );
  }
  const { file, text } = source;
  const last = tuple.items.at(-1);
  if (!last) return [{ file, ...spanOf(tuple), text: tupleText(source, tuple, added) }];
  const indent = lineIndent(text, isMultiLine(text, last.place) ? last.place.end - 1 : last.place.start);
  const written = added.map((one) => one(indent));
  if (!isFirstOnLine(text, last.place.start)) {
    const broken = isTooLong(text, last, written) ? onLines(source, tuple, added) : undefined;
    return broken ?? [insertion(file, last.place.end, `, ${written.join(', ')}`)];
  }
  const comma = /^\s*,/.exec(text.slice(last.place.end))?.[0] ?? '';
  const at = endWithComment(text, last.place.end + comma.length);
  const lines = written.map((one) => lineEndOf(text) + indent + one).join(',');
  if (comma !== '') return [insertion(file, at, `${lines},`)];
  // Insertions at the same place stay in this order.
  return [insertion(file, last.place.end, ','), insertion(file, at, lines)];
}

/**
 * True if new objects don't fit on the line of the last one. An object that begins on the line of its list and ends on
 * another one, `[{`, is followed by the next one, `}, {`.
 */
function isTooLong(text: string, last: HclExpression, written: readonly string[]): boolean {
  const column = last.place.end - lineStart(text, last.place.end);
  const isOnOneLine = last.is === 'object' && !isMultiLine(text, last.place);
  return isOnOneLine && column + written.join().length > longestLine;
}

function spanOf({ place: { start, end } }: Tuple): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** Writes the items of a list that was empty: plain values on one line, objects on their own lines. */
function tupleText({ text }: HclSource, { place }: Tuple, added: readonly ItemText[]): string {
  const outer = lineIndent(text, place.start);
  const end = lineEndOf(text);
  const lines = added.map((one) => one(outer + step));
  if (lines.every((one) => !one.startsWith('{'))) return `[${lines.join(', ')}]`;
  return `[${end}${lines.map((one) => `${outer}${step}${one}`).join(`,${end}`)}${end}${outer}]`;
}

/** Reformats a single-line list to one item per line. Undefined if there is more than commas between its items. */
function onLines(
  { file, text }: HclSource,
  { items, place }: Pick<Tuple, 'items' | 'place'>,
  added: readonly ItemText[],
): readonly TextEdit[] | undefined {
  const indent = lineIndent(text, place.start);
  const inner = lineEndOf(text) + indent + step;
  const starts = [place.start + 1, ...items.map((one) => one.place.end)];
  const ends = [...items.map((one) => one.place.start), place.end - 1];
  const gaps = starts.map((start, at) => ({
    file,
    start,
    end: ends[at] ?? start,
    text: at === 0 ? inner : `,${inner}`,
  }));
  if (!gaps.every(({ start, end }) => /^[\s,]*$/.test(text.slice(start, end)))) return undefined;
  const lines = added.map((one) => `,${inner}${one(indent + step)}`).join('');
  return gaps.map((gap, at) =>
    at === items.length ? { ...gap, text: `${lines},${lineEndOf(text)}${indent}` } : gap,
  );
}

/** Maximum line length before a list is split into lines. */
const longestLine = 120;

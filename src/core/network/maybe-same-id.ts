import { withoutEnd } from '../cut-text';
import { isUnstated } from '../unstated-region';
import { sameId } from './find';
import type { ResourceId } from './model';

/** True of IDs that are the same, or differ only in parts without a value: these may have the same one. */
export function maybeSameId(one: ResourceId, other: ResourceId): boolean {
  if (sameId(one, other)) return true;
  if (isWhole(one) && isWhole(other)) return false;
  const [left, right] = [segmentsOf(one), segmentsOf(other)];
  const isPartial = [left, right].some(startsAnywhere);
  if (!isPartial && left.length !== right.length) return false;
  const length = Math.min(left.length, right.length);
  // The rest of an ID that begins with a value nobody gave stands at its end.
  const pairs = Array.from({ length }, (_, at) => [left.at(-1 - at) ?? '', right.at(-1 - at) ?? ''] as const);
  return pairs.every((pair, at) => (isPartial && at === length - 1) || maybeSame(...pair));
}

/** True of an ID of which every part is known, as those of Azure are. */
function isWhole(id: ResourceId): boolean {
  return id.startsWith('/') && !isOpen(id);
}

/** Names and types of an ID; a slash inside of an expression separates none. */
function segmentsOf(id: ResourceId): readonly string[] {
  const segments = [''];
  let depth = 0;
  for (const letter of id.toLowerCase()) {
    if ('‹('.includes(letter)) depth += 1;
    if ('›)'.includes(letter)) depth -= 1;
    if (letter === '/' && depth === 0) segments.push('');
    else segments[segments.length - 1] += letter;
  }
  return segments;
}

/** True of an ID whose beginning isn't known, such as `‹workspaceId›/computes/cpu`. */
function startsAnywhere([first = '']: readonly string[]): boolean {
  return first !== '';
}

function maybeSame(one: string, other: string): boolean {
  if (one === other) return true;
  if (!isOpen(one)) return isOpen(other) && fits(one, other);
  if (!isOpen(other)) return fits(other, one);
  const [left, right] = [endsOf(one), endsOf(other)];
  return (
    (left.start.startsWith(right.start) || right.start.startsWith(left.start)) &&
    (left.end.endsWith(right.end) || right.end.endsWith(left.end))
  );
}

/** True where a text may be the value of an open segment. */
function fits(text: string, open: string): boolean {
  const { start, end } = endsOf(open);
  return text.startsWith(start) && text.slice(start.length).endsWith(end);
}

/** True of a segment with a part that nobody gave, or that is computed. */
function isOpen(segment: string): boolean {
  return isUnstated(segment) || segment.includes('(');
}

/** Letters of the name of a function, with the dots of its namespace. */
const nameLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.';

/** What a segment begins and ends with: `mlw-` and `-dev` of `mlw-‹name›-dev`. */
function endsOf(segment: string): { readonly start: string; readonly end: string } {
  const [before = ''] = /^[^‹(]*/.exec(segment) ?? [];
  // The name of the function is none of the text.
  const start = segment.charAt(before.length) === '(' ? withoutEnd(before, nameLetters) : before;
  const after = segment.slice(Math.max(segment.lastIndexOf('›'), segment.lastIndexOf(')')) + 1);
  // A member or an item of a value: `‹names›[0]`.
  return { start, end: /[.[\]]/.test(after) ? '' : after };
}

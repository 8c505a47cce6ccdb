import { boundedCache } from '../bounded-cache';
import { withoutEnd } from '../cut-text';
import { isUnstated } from '../unstated-region';
import { sameId } from './find';
import type { ResourceId } from './model';

/** True if IDs are the same, or differ only in unresolved parts, which may have the same value. */
export function maybeSameId(one: ResourceId, other: ResourceId): boolean {
  if (sameId(one, other)) return true;
  if (isFullId(one) && isFullId(other)) return false;
  const [left, right] = [segmentsOf(one), segmentsOf(other)];
  const isPartial = [left, right].some(startsAnywhere);
  if (!isPartial && left.length !== right.length) return false;
  const length = Math.min(left.length, right.length);
  // If an ID begins with an unresolved value, its remaining segments are aligned at the end.
  const pairs = Array.from({ length }, (_, at) => [left.at(-1 - at) ?? '', right.at(-1 - at) ?? ''] as const);
  return pairs.every((pair, at) => (isPartial && at === length - 1) || maybeSame(...pair));
}

/** True if every part of an ID is known, as in Azure's IDs. */
function isFullId(id: ResourceId): boolean {
  return id.startsWith('/') && !isOpen(id);
}

/** Enough for the IDs of one file, each of which is compared with many others. */
const segments = boundedCache<readonly string[]>(1000);

function segmentsOf(id: ResourceId): readonly string[] {
  return segments(id, () => splitId(id));
}

/** Returns the names and types in an ID. A slash inside an expression isn't a separator. */
function splitId(id: ResourceId): readonly string[] {
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

/** True if the start of an ID isn't known, such as `‹workspaceId›/computes/cpu`. */
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

/** True if a text may be the value of an open segment. */
function fits(text: string, open: string): boolean {
  const { start, end } = endsOf(open);
  return text.startsWith(start) && text.slice(start.length).endsWith(end);
}

/** True if a segment has an unresolved or computed part. */
function isOpen(segment: string): boolean {
  return isUnstated(segment) || segment.includes('(');
}

/** Characters of a function's name, with the dots of its namespace. */
const nameLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.';

/** Returns the known start and end of a segment: `mlw-` and `-dev` in `mlw-‹name›-dev`. */
function endsOf(segment: string): { readonly start: string; readonly end: string } {
  const [before = ''] = /^[^‹(]*/.exec(segment) ?? [];
  // The name of the function isn't part of the text.
  const start = segment.charAt(before.length) === '(' ? withoutEnd(before, nameLetters) : before;
  const after = segment.slice(Math.max(segment.lastIndexOf('›'), segment.lastIndexOf(')')) + 1);
  // A member or an item of a value: `‹names›[0]`.
  return { start, end: /[.[\]]/.test(after) ? '' : after };
}

import type { ListRow, Span } from './list-row';

/** The user's input, prepared for comparison with thousands of rows. */
export interface Query {
  readonly terms: readonly string[];
  /** The same terms as IPv4 addresses; null for a term that isn't an address. */
  readonly addresses: readonly (number | null)[];
}

export function parseFilter(filter: string): Query {
  const terms = fold(filter)
    .split(/\s+/)
    .filter((term) => term !== '');
  return { terms, addresses: terms.map(parseFullAddress) };
}

/** True if every term is in the row, or is an address in one of its ranges. */
export function rowMatches(row: ListRow, query: Query): boolean {
  const text = haystack(row);
  return query.terms.every(
    (term, i) => text.includes(term) || containsAddress(row, query.addresses[i] ?? null),
  );
}

/** Returns the positions of the terms in `text`, in order and without overlaps. */
export function spansOf(text: string, query: Query): Span[] {
  const folded = fold(text);
  // A letter whose lowercase form is longer would shift the positions. Nothing is marked then.
  if (folded.length !== text.length) return [];
  const found = query.terms
    .flatMap((term) => occurrences(folded, term))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const spans: Span[] = [];
  for (const [start, end] of found) {
    const last = spans.at(-1);
    if (last === undefined || start > last[1]) spans.push([start, end]);
    else if (end > last[1]) spans[spans.length - 1] = [last[0], end];
  }
  return spans;
}

/** Parses a complete IPv4 address; null for anything else. */
export function parseFullAddress(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const haystacks = new WeakMap<ListRow, string>();

function haystack(row: ListRow): string {
  const known = haystacks.get(row);
  if (known !== undefined) return known;
  // The line break prevents a term from matching across two cells.
  const foldedText = fold([row.name, ...Object.values(row.cells), row.more, row.foundBy].join('\n'));
  haystacks.set(row, foldedText);
  return foldedText;
}

function containsAddress(row: ListRow, address: number | null): boolean {
  return address !== null && row.ranges.some(([first, last]) => first <= address && address <= last);
}

function occurrences(text: string, term: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
    spans.push([at, at + term.length]);
  }
  return spans;
}

function fold(text: string): string {
  return text.toLowerCase();
}

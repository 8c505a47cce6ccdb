/** Members that contain texts for users wherever they are in a list. */
const words = new Set([
  ...['text', 'title', 'label', 'heading', 'cause', 'evidence', 'rank', 'name', 'subject', 'flow', 'outcome'],
  ...['line', 'word', 'means', 'kind', 'route', 'outboundAccess', 'securityGroup'],
]);

/**
 * Returns where a list of a snapshot or a report has an item without text, or with missing text: `likely.0.evidence`.
 */
export function emptyItemsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const isItem = Array.isArray(value) || (words.has(key) && /\.\d+$/.test(path));
    if (typeof one === 'string') return isItem && one.trim() === '' ? [at] : [];
    return emptyItemsIn(one, at);
  });
}

/** Patterns of an announcement without content: an item, a label, a heading, bold text, or a table cell. */
const empty: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an item', /^[^\S\n]*(?:[-*+]|\d+\.)[^\S\n]*$/gm],
  ['an indented line', /^[^\S\n]+$/gm],
  ['a heading', /^#+[^\S\n]*$/gm],
  ['bold text', /(?<!\*)\*\*\s*\*\*(?!\*)/g],
  ['a cell', /\|[^\S\n]*\|/g],
  // A missing value leaves the space before it.
  ['a label', /:(?:[^\S\n]+(?=\n|$)|[^\S\n]*(?=\n*$|\n\n#))/g],
  ['a section', /^(#+) .*\n+(?=#{1,2} |$(?![^]))/gm],
];

/** Returns the lines of a text for users in which something is empty: `a label: Request ID:`. */
export function emptyLinesIn(text: string): readonly string[] {
  return empty.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => `${what}: ${lineAt(text, index)}`),
  );
}

function lineAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? '';
}

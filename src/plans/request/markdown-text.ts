import { displayText } from '../../core/text/display-text';

/** Invisible separator that breaks a mention or a reference. A character reference survives copying. */
const parting = '&#8203;';

/**
 * Returns `text` as Markdown that shows it literally: without markup, links, images, mentions, or issue references.
 * Only such characters are escaped, so that ordinary names stay readable: `snet_train-01` needs no escapes, `*_|` needs
 * them all.
 */
export function markdownText(text: string): string {
  return displayText(text)
    .trim()
    .replace(/[\\`*[\]<>|~$&]/g, '\\$&')
    .replace(/^(\d*)(?=[#+=.)-]+(?:\s|$))/, '$1\\')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/\/(?=\/)/g, '\\/')
    .replace(/@|#(?=\d)|!(?=\d)/g, `$&${parting}`);
}

/**
 * Returns a host name such as `*.azureml.ms`, or a packet, as code, which doesn't need escapes. If it would end the
 * code, it's written as text.
 */
export function markdownCode(text: string): string {
  const shown = displayText(text);
  return /^[^`|\\]+$/.test(shown) ? `\`${shown}\`` : markdownText(text);
}

/** Returns the plain text of a line that `markdownText` and `markdownCode` created, in bold or as a link. */
export function textOfMarkdown(markdown: string): string {
  const middle = markdown.startsWith('[') && markdown.endsWith(')') ? markdown.lastIndexOf('](') : -1;
  const link = `${markdown.slice(1, middle)}: ${markdown.slice(middle + 2, -1)}`;
  return (middle < 0 ? markdown : link).replace(
    /\\(.)|\*\*|`|&#8203;/g,
    (_, letter: string | undefined) => letter ?? '',
  );
}

/** Returns a table whose columns are aligned in plain text too. Cells are already Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map(lengthOf)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => padded(cells[column] ?? '', width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - lengthOf(text));
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Returns a row of a table in Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

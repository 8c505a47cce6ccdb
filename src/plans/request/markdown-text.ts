import { displayText } from '../../core/text/display-text';

/** Shows as nothing, and parts what would be a mention or a reference; a character reference survives every copy. */
const parting = '&#8203;';

/**
 * `text` as Markdown that shows it letter by letter: no markup, link, image, mention of a person, or reference to an issue.
 * Only what would be one is escaped, so that ordinary names stay readable as plain text: `snet_train-01` needs nothing,
 * `*_|` needs everything.
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

/** A host name such as `*.azureml.ms` or a packet as code, which needs no escapes; what would end the code is text. */
export function markdownCode(text: string): string {
  const shown = displayText(text);
  return /^[^`|\\]+$/.test(shown) ? `\`${shown}\`` : markdownText(text);
}

/** A line that `markdownText` and `markdownCode` made, bold or a link, as it reads without markup. */
export function textOfMarkdown(markdown: string): string {
  const middle = markdown.startsWith('[') && markdown.endsWith(')') ? markdown.lastIndexOf('](') : -1;
  const link = `${markdown.slice(1, middle)}: ${markdown.slice(middle + 2, -1)}`;
  return (middle < 0 ? markdown : link).replace(
    /\\(.)|\*\*|`|&#8203;/g,
    (_, letter: string | undefined) => letter ?? '',
  );
}

/** A table whose columns line up in plain text too. Cells are Markdown already. */
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

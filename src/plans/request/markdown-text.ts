import { oneLine } from '../one-line';

/**
 * `text` as Markdown that shows it letter by letter. Only what would be markup is escaped, so that ordinary names
 * stay readable as plain text: `snet_train-01` needs nothing, `*_|` needs everything.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<>|~$@&]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/:\/\//g, '\\://');
}

/** A host name such as `*.azureml.ms` as code, which needs no escapes; anything else as text. */
export function markdownCode(text: string): string {
  return /^[\w*.-]+$/.test(text) ? `\`${text}\`` : markdownText(text);
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

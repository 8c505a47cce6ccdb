import type { Say } from '../../messages/say';
import { markdownRow, markdownText } from '../../plans/request/markdown-text';
import type { ReportEntry } from './report-entries';

interface MarkdownInput {
  readonly entries: readonly ReportEntry[];
  /** The results on one line. */
  readonly summary: string;
  /** The text if nothing was found, or null if subnets were checked. */
  readonly nothing: string | null;
  /** The requirements and service tags of the check. */
  readonly foot: string;
}

/**
 * A comment on a pull request can have at most 65,536 characters (GitHub, 2026-11-30). The summary of a job can be
 * longer.
 */
const mostCharacters = 60_000;

/**
 * Returns the report as GitHub Flavored Markdown, for comments and job summaries. The most severe problems come first,
 * up to the maximum length.
 */
export function markdownReport(say: Say, { entries, summary, nothing, foot }: MarkdownInput): string {
  const head = [`## ${say('terminal.markdown.title')}`, '', `**${markdownText(summary)}**`, ''];
  const tail = [...(nothing === null ? [] : [markdownText(nothing), '']), markdownText(foot), ''];
  let room = mostCharacters - [...head, ...tail].join('\n').length;
  const shown = entries.filter((one) => {
    room -= markdownRow(rowOf(say, one)).length + 1;
    return room > 0;
  });
  const left = entries.length - shown.length;
  const titles = (['severity', 'place', 'problem', 'check'] as const).map((one) =>
    say(`terminal.markdown.${one}`),
  );
  const rows = shown.map((one) => rowOf(say, one));
  return [
    ...head,
    ...(rows.length > 0 ? [...[titles, titles.map(() => '---'), ...rows].map(markdownRow), ''] : []),
    ...(left > 0 ? [say('terminal.markdown.left', { n: left }), ''] : []),
    ...tail,
  ].join('\n');
}

function rowOf(say: Say, { level, id, file, line, message, details }: ReportEntry): readonly string[] {
  const place = file === null ? say('terminal.notInAFile') : [file, line ?? []].flat().join(':');
  return [
    say(`terminal.level.${level}`),
    markdownText(place),
    [message, ...details].map(markdownText).join('<br>'),
    `\`${id}\``,
  ];
}

import type { Say } from '../../messages/say';
import { markdownText } from '../../plans/request/markdown-text';
import type { ReportEntry } from './report-entries';

interface MarkdownInput {
  readonly entries: readonly ReportEntry[];
  /** What was found, in one line. */
  readonly summary: string;
  /** What is shown where nothing was found; null where subnets were checked. */
  readonly nothing: string | null;
  /** By which requirements and service tags. */
  readonly foot: string;
}

/** A comment of a pull request has at most 65,536 characters (GitHub, 2026-11-30), and the summary of a job more. */
const mostCharacters = 60_000;

/** The report as GitHub Flavored Markdown, for comments and job summaries: the worst first, as long as there is room. */
export function markdownReport(say: Say, { entries, summary, nothing, foot }: MarkdownInput): string {
  const head = [`## ${say('terminal.markdown.title')}`, '', `**${markdownText(summary)}**`, ''];
  const tail = [...(nothing === null ? [] : [markdownText(nothing), '']), markdownText(foot), ''];
  let room = mostCharacters - [...head, ...tail].join('\n').length;
  const shown = entries.filter((one) => {
    room -= lineOf(rowOf(say, one)).length + 1;
    return room > 0;
  });
  const left = entries.length - shown.length;
  const titles = (['severity', 'place', 'problem', 'check'] as const).map((one) =>
    say(`terminal.markdown.${one}`),
  );
  const rows = shown.map((one) => rowOf(say, one));
  return [
    ...head,
    ...(rows.length > 0 ? [...[titles, titles.map(() => '---'), ...rows].map(lineOf), ''] : []),
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

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

import type { CauseProblem } from '../file-checks/cause-problems';
import type { Say } from '../messages/say';
import { markdownText } from '../plans/request/markdown-text';
import { causeTitle } from './cause-text';
import { formatReported } from './file-cause-text';
import { detailLines, withoutTitle, type Explaining } from './explained-problem';
import { problemDetails } from './problem-details';
import { requirementName } from './requirement-text';

/** A page on a cause: its flows, how the worst was decided, what fixes it, and then all about its kind. */
export function explainedCause(
  say: Say,
  problem: CauseProblem,
  { fixes, noFix = null, page }: Explaining,
): string {
  const { cause, flows } = problem;
  const [worst] = flows;
  const details = problemDetails(say, worst, { noFix, isOffered: fixes.length > 0 }).map(
    ({ label, lines }) => `**${label}**\n\n${detailLines(lines)}`,
  );
  const names = cause.results.map(
    ({ requirement: id }) => `- [${markdownText(requirementName(say, id))}](../checks/${id}.md)`,
  );
  return `${[
    `# ${markdownText(causeTitle(say, cause))}`,
    markdownText(formatReported(say, problem)),
    ...(names.length > 1 ? [names.join('\n'), `## ${markdownText(requirementName(say, worst.id))}`] : []),
    ...details,
    ...(fixes.length > 0
      ? [`**${say('file.explain.fixes')}**\n\n${detailLines(fixes.map(markdownText))}`]
      : []),
    '---',
    withoutTitle(page).trim(),
  ].join('\n\n')}\n`;
}

import * as vscode from 'vscode';
import { reportedKey, type CauseProblem } from '../../file-checks/cause-problems';
import type { Say } from '../../messages/say';
import { markdownCode, markdownText } from '../../plans/request/markdown-text';
import { requirementConsequence, requirementName } from '../../wording/requirement-text';
import { formatPacket } from '../../wording/subject-text';
import { formatTrace } from '../../wording/trace-text';
import { explainArguments, explainCommand } from './more-actions';
import { previewLink } from './preview/preview-command';
import type { PublishedDiagnostic } from './published-diagnostics';

/** A cause with the data that its hover needs. */
export interface HoveredCause {
  readonly reported: PublishedDiagnostic;
  readonly problem: CauseProblem;
  readonly uri: vscode.Uri;
  /** True if a fix of some of its flows is tested. */
  readonly isFixable: boolean;
}

/**
 * Builds the hover of a cause: its worst flow, the deciding component, an example packet, the impact, and the next
 * step.
 */
export function causeHover(say: Say, hovered: HoveredCause): vscode.MarkdownString {
  const { reported, problem, uri, isFixable } = hovered;
  const explain = `command:${explainCommand}?${encodeURIComponent(JSON.stringify(explainArguments(reported)))}`;
  const request = { uri: uri.toString(), root: reported.root, cause: reportedKey(problem) };
  const { flows: n } = problem.cause;
  const preview = previewLink(n > 1 ? say('file.detail.fixAll', { n }) : say('file.detail.fix'), request);
  const links = [
    ...(isFixable ? [`**[${preview.title}](${preview.href})**`] : []),
    `[${say('file.detail.explain')}](${explain})`,
  ];
  // Prevent labels from wrapping.
  const rows = rowsOf(say, problem, explain).map(
    ({ label, text }) => `| ${label.replaceAll(' ', '\u00a0')} | ${text} |`,
  );
  const hover = new vscode.MarkdownString(['| | |', '|:-|:-|', ...rows, '', links.join(' · ')].join('\n'));
  hover.isTrusted = { enabledCommands: [explainCommand, ...(isFixable ? [preview.command] : [])] };
  return hover;
}

interface Row {
  readonly label: string;
  /** Markdown of a table cell. */
  readonly text: string;
}

function rowsOf(say: Say, { cause, flows: [first] }: CauseProblem, explain: string): readonly Row[] {
  const [worst, ...others] = cause.results;
  const name = markdownText(requirementName(say, worst.requirement));
  const more = others.length > 0 ? ` [${say('file.detail.more', { n: others.length })}](${explain})` : '';
  const result = first.what.is === 'result' ? first.what.result : worst;
  const decides = formatTrace(say, result.trace).filter((_, index) => result.trace[index]?.decides === true);
  const impact = requirementConsequence(say, worst.requirement, worst.kind);
  return [
    ...(cause.flows > 0 ? [{ label: say('file.detail.worst'), text: `${name}${more}` }] : []),
    ...(decides.length > 0
      ? [{ label: say('file.detail.decided'), text: markdownText(decides.join(' ')) }]
      : []),
    ...(cause.packet
      ? [{ label: say('file.detail.packet'), text: markdownCode(formatPacket(say, cause.packet)) }]
      : []),
    { label: say('file.detail.left'), text: markdownText(impact) },
  ];
}

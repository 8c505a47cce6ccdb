import * as vscode from 'vscode';
import { reportedKey, type CauseProblem } from '../../file-checks/cause-problems';
import type { Say } from '../../messages/say';
import { causeHoverText } from '../../wording/cause-hover-text';
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
  const text = causeHoverText(say, problem.cause, { explain, preview: isFixable ? preview : null });
  const hover = new vscode.MarkdownString(text);
  hover.isTrusted = { enabledCommands: [explainCommand, ...(isFixable ? [preview.command] : [])] };
  return hover;
}

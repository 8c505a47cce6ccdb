import * as vscode from 'vscode';
import { problemDetails } from '../../wording/problem-details';
import type { DiagnosticsDeps } from './deps';
import type { ShownProblem, ShownProblems } from './shown-problems';

const gravity: readonly vscode.DiagnosticSeverity[] = [
  vscode.DiagnosticSeverity.Error,
  vscode.DiagnosticSeverity.Warning,
  vscode.DiagnosticSeverity.Information,
];

/** What stands behind the gravest problem at a place; VS Code itself shows every message there. */
export function createHovers({ say }: DiagnosticsDeps, shown: ShownProblems): vscode.HoverProvider {
  return {
    provideHover(document, position) {
      const here = shown.of(document.uri).filter(({ diagnostic }) => diagnostic.range.contains(position));
      const worst = gravest(here);
      if (!worst) return undefined;
      const details = problemDetails(say, worst.problem);
      if (details.length === 0) return undefined;
      return new vscode.Hover(tableOf(details), worst.diagnostic.range);
    },
  };
}

function gravest(here: readonly ShownProblem[]): ShownProblem | undefined {
  return gravity
    .map((severity) => here.find(({ diagnostic }) => diagnostic.severity === severity))
    .find((one) => one !== undefined);
}

/** A table of two columns; names in it are text, whatever they hold. */
function tableOf(details: ReturnType<typeof problemDetails>): vscode.MarkdownString {
  const rows = details.flatMap(({ label, lines }) =>
    lines.map((line, index) => `| ${index === 0 ? `**${label}**` : ''} | ${line} |`),
  );
  return new vscode.MarkdownString(['| | |', '|:-|:-|', ...rows].join('\n'));
}

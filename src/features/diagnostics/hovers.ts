import * as vscode from 'vscode';
import { isOfCause, type CauseProblem, problemsWithin } from '../../file-checks/cause-problems';
import { reasonWithoutFix } from '../../file-checks/edits/tested-edits';
import { decidedBy, ruleAt } from '../../file-checks/rule-at';
import type { Problem } from '../../file-checks/problem';
import { markdownText } from '../../plans/request/markdown-text';
import { formatDecided } from '../../wording/rule-text';
import { problemDetails } from '../../wording/problem-details';
import { causeHover } from './cause-hover';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { testedFixesOf } from './tested-fixes';
import type { PublishedDiagnostic, PublishedDiagnostics } from './published-diagnostics';
import { shortName } from '../../documents/subjects/subjects';
import type { Say } from '../../messages/say';
import { formatTime } from '../../wording/dates';
import { countReported } from './analyzed-files';

const severityOrder: readonly vscode.DiagnosticSeverity[] = [
  vscode.DiagnosticSeverity.Error,
  vscode.DiagnosticSeverity.Warning,
  vscode.DiagnosticSeverity.Information,
];

/** Provides hovers with details of the most severe problem. VS Code itself shows all messages. */
export function createHovers(
  { say }: DiagnosticsDeps,
  { shown, analyzedFiles }: HoverSource,
): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const rule =
        ruleHover(say, analyzedFiles, { document, position }) ??
        azureHover(say, analyzedFiles, { document, position });
      const here = shown.of(document.uri).filter(({ diagnostic }) => diagnostic.range.contains(position));
      const worst = mostSevere(here);
      if (!worst) return rule && new vscode.Hover(rule);
      if (isOfCause(worst.problem)) {
        const { problem } = worst;
        const isFixable = await hasFix(say, analyzedFiles.get(worst.root), problem);
        const cause = causeHover(say, { reported: worst, problem, uri: document.uri, isFixable });
        const azure = azureHover(say, analyzedFiles, { document, position });
        return new vscode.Hover([cause, ...(azure ? [azure] : [])], worst.diagnostic.range);
      }
      const details = problemDetails(
        say,
        worst.problem,
        await fixStateOf(say, analyzedFiles.get(worst.root), worst.problem),
      );
      const parts = [...(details.length > 0 ? [tableOf(details)] : []), ...(rule ? [rule] : [])];
      return parts.length > 0 ? new vscode.Hover(parts, worst.diagnostic.range) : undefined;
    },
  };
}

/** Checks whether a tested fix for a cause exists and the text is still current. */
async function hasFix(
  say: DiagnosticsDeps['say'],
  analyzedFile: AnalyzedFile | undefined,
  problem: CauseProblem,
): Promise<boolean> {
  if (!analyzedFile?.world.isCurrent(analyzedFile.root) || problem.cause.status !== 'fails') return false;
  const changes = await testedFixesOf(say, analyzedFile).cause(problem);
  return changes?.choices.some(({ isFixable }) => isFixable) === true;
}

/** Returns the state of fixes if the text is still current. */
async function fixStateOf(
  say: DiagnosticsDeps['say'],
  analyzedFile: AnalyzedFile | undefined,
  problem: Problem,
): Promise<Parameters<typeof problemDetails>[2]> {
  if (!analyzedFile?.world.isCurrent(analyzedFile.root)) return {};
  const attempts = await testedFixesOf(say, analyzedFile).one(problem);
  return { noFix: reasonWithoutFix(attempts), isOffered: attempts.some((one) => one.is === 'tested') };
}

interface HoverSource {
  readonly shown: PublishedDiagnostics;
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
}

interface Pointed {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** Describes the decisions of the rule whose name is at the position, from any root that contains the file. */
function ruleHover(
  say: DiagnosticsDeps['say'],
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  { document, position }: Pointed,
): vscode.MarkdownString | undefined {
  const { path } = document.uri;
  const usingFile = [...analyzedFiles.values()].filter(({ requested }) => requested.has(path));
  for (const { check } of usingFile) {
    const rule = ruleAt(check.declared, path, document.offsetAt(position));
    if (rule && check.subjects.length > 0) {
      return new vscode.MarkdownString(markdownText(formatDecided(say, decidedBy(check, rule))));
    }
  }
  return undefined;
}

/** Describes the result of a subnet that was read from Azure, at the compute resource that refers to it. */
function azureHover(
  say: DiagnosticsDeps['say'],
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  { document, position }: Pointed,
): vscode.MarkdownString | undefined {
  const { path } = document.uri;
  const offset = document.offsetAt(position);
  const found = [...analyzedFiles.values()].flatMap((one) => computeSummariesAt(one, path, offset));
  const lines = found.map((one) => markdownText(formatReadState(say, one)));
  return lines.length > 0 ? new vscode.MarkdownString(lines.join('\n\n')) : undefined;
}

function mostSevere(here: readonly PublishedDiagnostic[]): PublishedDiagnostic | undefined {
  return severityOrder
    .map((severity) => here.find(({ diagnostic }) => diagnostic.severity === severity))
    .find((one) => one !== undefined);
}

/** Builds a table with two columns. Names in it are escaped. */
function tableOf(details: ReturnType<typeof problemDetails>): vscode.MarkdownString {
  const rows = details.flatMap(({ label, lines }) =>
    lines.map((line, index) => `| ${index === 0 ? `**${label}**` : ''} | ${line} |`),
  );
  return new vscode.MarkdownString(['| | |', '|:-|:-|', ...rows].join('\n'));
}

/** Number of problems of a compute resource in a subnet that was read from Azure. */
interface ProblemCounts {
  /** Name with its network. */
  readonly subnet: string;
  readonly n: number;
  readonly unknown: number;
  /** ISO time. */
  readonly readAt: string;
}

/** Returns the state of compute resources whose name or subnet reference is at the position. */
function computeSummariesAt(
  { check, reported }: Pick<AnalyzedFile, 'check' | 'reported'>,
  file: string,
  offset: number,
): readonly ProblemCounts[] {
  const { azure, declared, subjects } = check;
  if (!azure) return [];
  const here = declared.computes.filter(({ namePlace, subnetPlace }) =>
    [namePlace, subnetPlace].some((one) => one?.file === file && one.start <= offset && offset <= one.end),
  );
  return here.flatMap(({ name }) => {
    const subject = subjects.find(
      ({ compute, subnet }) => compute === name && azure.subnets.has(subnet.id.toLowerCase()),
    );
    if (!subject) return [];
    const own = reported.filter((one) =>
      problemsWithin(one).some(({ subnetId }) => subnetId === subject.subnet.id),
    );
    const { errors: n, unknown } = countReported(own);
    return [{ subnet: shortName(subject), n, unknown, readAt: azure.readAt }];
  });
}

/** Formats that state as text. */
function formatReadState(say: Say, { subnet, n, unknown, readAt }: ProblemCounts): string {
  const values = { subnet, time: formatTime(say, readAt) };
  return n + unknown === 0
    ? say('file.existing.hover.ready', values)
    : say('file.existing.hover.open', { ...values, n, unknown });
}

import * as vscode from 'vscode';
import { mostParameterFiles } from '../../file-checks/parameter-files';
import { sharingSubjects, shortName } from '../../documents/subjects/subjects';
import type { Say } from '../../messages/say';
import { markdownText } from '../../plans/request/markdown-text';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { countReported } from './analyzed-files';
import { mostNamed } from '../../wording/problem-text';
import type { ParameterChoice } from './parameter-choices';
import { previewLink, type CommandLink } from './preview/preview-command';
import type { ExistingResources } from './existing/existing-resources';
import { existingLinks, existingLines } from './existing/status-lines';
import type { PublishedDiagnostics } from './published-diagnostics';

/** The status item of the file that is edited: how many problems there are to fix; none in files that are not checked. */
export interface FileStatus extends vscode.Disposable {
  show(analyzedFiles: ReadonlyMap<string, AnalyzedFile>): void;
}

/** The command that asks for a parameters file. */
const chooseParametersCommand = 'amlSecureCompute.files.chooseParameters';

export function createFileStatus(
  { say }: DiagnosticsDeps,
  shown: PublishedDiagnostics,
  existing: Pick<ExistingResources, 'permission'>,
): FileStatus {
  const item = vscode.window.createStatusBarItem('amlSecureCompute.files', vscode.StatusBarAlignment.Right);
  item.name = say('file.status.name');
  item.command = 'workbench.actions.view.problems';
  let known: ReadonlyMap<string, AnalyzedFile> = new Map();

  function draw(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const told = uri && toldOf(uri);
    if (!told) {
      item.hide();
      return;
    }
    item.text = standingOf(told);
    item.tooltip = tooltipOf(say, existing, told);
    item.show();
  }

  function standingOf({ counts: { errors, warnings, unknown } }: Reported): string {
    const parts = [
      ...(errors > 0 ? [say('file.status.errors', { n: errors })] : []),
      ...(unknown > 0 ? [say('file.status.unknown', { n: unknown })] : []),
      ...(warnings > 0 ? [say('file.status.warnings', { n: warnings })] : []),
    ];
    const all = errors + unknown === 0 ? [say('file.status.ready'), ...parts] : parts;
    const text = new Intl.ListFormat(say.language, { type: 'unit' }).format(all);
    return say('file.status.text', { text });
  }

  /** What is told of a file and its modules, and of a module what stands in it; null of files that are not checked. */
  function toldOf(uri: vscode.Uri): Reported | null {
    const analyzedFile = known.get(uri.path) ?? templateOf(uri);
    const problems = analyzedFile?.reported ?? shown.of(uri).map(({ problem }) => problem);
    const subnets = new Set((analyzedFile?.check.subjects ?? []).map(shortName));
    if (subnets.size === 0 && problems.length === 0) return null;
    return {
      counts: countReported(problems),
      subnets: [...subnets],
      parameters: analyzedFile?.parameters,
      analyzedFile,
    };
  }

  /** The template that is checked with the values of this file. */
  function templateOf(parameters: vscode.Uri): AnalyzedFile | undefined {
    const wanted = parameters.toString();
    return [...known.values()].find((one) => one.parameters.file?.toString() === wanted);
  }

  const listening = vscode.window.onDidChangeActiveTextEditor(draw);
  return {
    show(analyzedFiles) {
      known = analyzedFiles;
      draw();
    },
    dispose: () => vscode.Disposable.from(item, listening).dispose(),
  };
}

interface Reported {
  readonly counts: ReturnType<typeof countReported>;
  readonly subnets: readonly string[];
  readonly parameters: ParameterChoice | undefined;
  readonly analyzedFile: AnalyzedFile | undefined;
}

/** Names are text, whatever they hold; the last line asks for another parameters file. */
function tooltipOf(
  say: Say,
  existing: Pick<ExistingResources, 'permission'>,
  { subnets, parameters, analyzedFile }: Reported,
): vscode.MarkdownString {
  const told = new vscode.MarkdownString();
  for (const subnet of subnets) told.appendMarkdown(`${markdownText(subnet)}\n\n`);
  if (parameters) {
    told.appendMarkdown(markdownText(formatParameters(say, parameters)));
    told.appendMarkdown(`\n\n[${say('file.status.choose')}](command:${chooseParametersCommand})`);
  }
  for (const line of analyzedFile ? formatSharing(say, analyzedFile) : []) {
    told.appendMarkdown(`\n\n${markdownText(line)}`);
  }
  const { lines, links } = analyzedFile
    ? existingParts(say, existing, analyzedFile)
    : { lines: [], links: [] };
  const all = [...fixAllLinks(say, analyzedFile), ...links];
  for (const line of lines) told.appendMarkdown(`\n\n${markdownText(line)}`);
  if (all.length > 0) {
    const words = all.map(({ title, href }) => `[${title}](${href})`);
    told.appendMarkdown(`\n\n${words.join(' · ')}`);
  }
  told.isTrusted = { enabledCommands: [chooseParametersCommand, ...all.map(({ command }) => command)] };
  return told;
}

/** Every fix of the file and its modules is previewed together. */
function fixAllLinks(say: Say, analyzedFile: AnalyzedFile | undefined): readonly CommandLink[] {
  if (!analyzedFile || analyzedFile.problems.every(({ severity }) => severity === 'hint')) return [];
  const { root, world } = analyzedFile;
  return [previewLink(say('diff.fixAll'), { uri: world.uriOf(root).toString() })];
}

/** What is reported of existing resources, and what can be done about them. */
function existingParts(
  say: Say,
  existing: Pick<ExistingResources, 'permission'>,
  analyzedFile: AnalyzedFile,
): { readonly lines: ReturnType<typeof existingLines>; readonly links: ReturnType<typeof existingLinks> } {
  const permission = existing.permission(analyzedFile.world.uriOf(analyzedFile.root));
  return {
    lines: existingLines(say, analyzedFile, permission),
    links: existingLinks(say, analyzedFile, permission),
  };
}

/** Which subnets aren't checked, unless the settings ask for them; a line at most. */
function formatSharing(
  say: Say,
  { check: { declared, directed }, options: { said } }: AnalyzedFile,
): readonly string[] {
  if (said.allSubnets === true) return [];
  const named = directed.flatMap(({ subnets }) => subnets);
  const names = [...new Set(sharingSubjects(declared, named).map(shortName))];
  const subnets = new Intl.ListFormat(say.language).format(names.slice(0, mostNamed));
  const setting = 'amlSecureCompute.files.allSubnets';
  const key = names.length > mostNamed ? 'file.status.sharingAmong' : 'file.status.sharing';
  return names.length === 0 ? [] : [say(key, { n: names.length, subnets, setting })];
}

function formatParameters(say: Say, { file, isChosen, candidates }: ParameterChoice): string {
  if (file) return say('file.status.parameters', { file: vscode.workspace.asRelativePath(file) });
  const { files, isWhole } = candidates;
  if (!isChosen && !isWhole) return say('file.status.someParameters', { n: mostParameterFiles });
  return !isChosen && files.length > 1
    ? say('file.status.severalParameters', { n: files.length })
    : say('file.status.noParameters');
}

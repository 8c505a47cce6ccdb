import * as vscode from 'vscode';
import { mostParameterFiles } from '../../file-checks/parameter-files';
import { sharingSubjects, shortName } from '../../documents/subjects/subjects';
import type { Say } from '../../messages/say';
import { labelText } from '../../platform/editor-text';
import type { DiagnosticsDeps } from './deps';
import { isTerraformRoot, type AnalyzedFile } from './file-analyzer';
import { countReported } from './analyzed-files';
import { checkedLanguages, checkedPattern, mayDeclare } from './checked-documents';
import type { ParameterChoice } from './parameter-choices';
import { previewLink, type CommandLink } from './preview/preview-command';
import type { ExistingResources } from './existing/existing-resources';
import { existingLinks, existingLines } from './existing/status-lines';
import { isInSameFolder } from './terraform-folders';
import type { PublishedDiagnostics } from './published-diagnostics';
import { formatList } from '../../messages/format-list';

/**
 * Shows the language status of the active file: its problems and what they depend on. Empty in files that aren't
 * checked.
 */
export interface FileStatus extends vscode.Disposable {
  show(analyzedFiles: ReadonlyMap<string, AnalyzedFile>): void;
}

/**
 * A line of the language status. Names from files are only in its text, because VS Code would render links in details.
 */
interface StatusLine {
  readonly id: 'problems' | 'subnets' | 'parameters' | 'settings' | 'sharing' | `existing${number}`;
  readonly text: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  /** The first link is at the end of the line, the others follow its text. */
  readonly links?: readonly CommandLink[];
}

/** Context key for menus of files that don't have a template's name but are templates. */
const templateContext = 'amlSecureCompute.files.isTemplate';

/** Command that asks for a parameters file. */
const chooseParametersCommand = 'amlSecureCompute.files.chooseParameters';

const selector = [
  ...[...checkedLanguages, 'bicep-params'].map((language) => ({ language })),
  { pattern: checkedPattern },
  { pattern: '**/*.bicepparam' },
];

export function createFileStatus(
  { say }: DiagnosticsDeps,
  shown: PublishedDiagnostics,
  existing: Pick<ExistingResources, 'permission'>,
): FileStatus {
  let known: ReadonlyMap<string, AnalyzedFile> = new Map();
  const items = createStatusItems(say);

  function draw(): void {
    const document = vscode.window.activeTextEditor?.document;
    const reported = document && reportedOf(document.uri);
    items.show(reported ? linesOf(say, existing, reported) : []);
    void vscode.commands.executeCommand(
      'setContext',
      templateContext,
      document !== undefined && mayDeclare(document),
    );
  }

  /** Returns the state of a root with its modules, or of a module by itself; null for files that aren't checked. */
  function reportedOf(uri: vscode.Uri): Reported | null {
    const analyzedFile = known.get(uri.path) ?? folderRoot(uri) ?? templateOf(uri);
    if (analyzedFile) return reportedBy(analyzedFile);
    const problems = shown.of(uri).map(({ problem }) => problem);
    if (problems.length === 0) return null;
    return { counts: countReported(problems), subnets: [], parameters: undefined, analyzedFile };
  }

  /** Returns the analysis of a Terraform folder for any of its files. */
  function folderRoot(uri: vscode.Uri): AnalyzedFile | undefined {
    return [...known.values()].find(({ root, world }) => isInSameFolder(world.uriOf(root), uri));
  }

  /** Returns the analysis of the template that is checked with the values of this file. */
  function templateOf(parameters: vscode.Uri): AnalyzedFile | undefined {
    const target = parameters.toString();
    return [...known.values()].find((one) => one.parameters.file?.toString() === target);
  }

  const listening = vscode.window.onDidChangeActiveTextEditor(draw);
  return {
    show(analyzedFiles) {
      known = analyzedFiles;
      draw();
    },
    dispose: () => vscode.Disposable.from(items, listening).dispose(),
  };
}

/** Returns the state of a root. Parts that aren't read count as unknown. */
function reportedBy(analyzedFile: AnalyzedFile): Reported | null {
  const { reported, check, unread = [] } = analyzedFile;
  const subnets = new Set(check.subjects.map(shortName));
  if (subnets.size === 0 && reported.length + unread.length === 0) return null;
  const counts = countReported(reported);
  return {
    counts: { ...counts, unknown: counts.unknown + unread.length },
    subnets: [...subnets],
    parameters: isTerraformRoot(analyzedFile) ? undefined : analyzedFile.parameters,
    analyzedFile,
  };
}

/** Manages the language status items of the lines. An item is kept while its line exists. */
function createStatusItems(say: Say): vscode.Disposable & { show(lines: readonly StatusLine[]): void } {
  const items = new Map<StatusLine['id'], vscode.LanguageStatusItem>();

  function itemOf(id: StatusLine['id']): vscode.LanguageStatusItem {
    const item =
      items.get(id) ?? vscode.languages.createLanguageStatusItem(`amlSecureCompute.files.${id}`, selector);
    item.name = say('file.status.name');
    items.set(id, item);
    return item;
  }

  function show(lines: readonly StatusLine[]): void {
    for (const [id, item] of items) {
      if (lines.some((line) => line.id === id)) continue;
      item.dispose();
      items.delete(id);
    }
    for (const { id, text, severity, links = [] } of lines) {
      const [first, ...others] = links;
      const item = itemOf(id);
      item.text = labelText(text);
      item.severity = severity ?? vscode.LanguageStatusSeverity.Information;
      item.command = first && commandOf(first);
      item.detail = others.map(({ title, href }) => `[${title}](${withoutParentheses(href)})`).join(' · ');
      item.accessibilityInformation = { label: labelText(text) };
    }
  }

  return { show, dispose: () => show([]) };
}

/** Converts a link to a command, with the arguments in its query. */
function commandOf({ title, command, href }: CommandLink): vscode.Command {
  const { query } = vscode.Uri.parse(href);
  return { title, command, ...(query === '' ? {} : { arguments: JSON.parse(query) as unknown[] }) };
}

/** Escapes parentheses, because VS Code ends a link at the first one. */
function withoutParentheses(href: string): string {
  return href.replaceAll('(', '%28').replaceAll(')', '%29');
}

interface Reported {
  readonly counts: ReturnType<typeof countReported>;
  readonly subnets: readonly string[];
  readonly parameters: ParameterChoice | undefined;
  readonly analyzedFile: AnalyzedFile | undefined;
}

function linesOf(
  say: Say,
  existing: Pick<ExistingResources, 'permission'>,
  reported: Reported,
): readonly StatusLine[] {
  const { subnets, parameters, analyzedFile } = reported;
  const names = formatList(say, subnets);
  const fixAll = fixAllLinks(say, analyzedFile);
  const text = say('file.status.subnets', { n: subnets.length, names });
  const subnetsLine = { id: 'subnets', text, links: fixAll } as const;
  const showProblems = linkTo('workbench.actions.view.problems', say('file.status.showProblems'));
  return [
    { ...problemsLine(say, reported), links: [showProblems, ...(subnets.length > 0 ? [] : fixAll)] },
    ...(subnets.length > 0 ? [subnetsLine] : []),
    ...(parameters ? [parametersLine(say, parameters)] : []),
    ...settingsLines(say, analyzedFile),
    ...(analyzedFile ? sharingLines(say, analyzedFile) : []),
    ...(analyzedFile && !isTerraformRoot(analyzedFile) ? existingRows(say, existing, analyzedFile) : []),
  ];
}

function problemsLine(say: Say, reported: Reported): StatusLine {
  const { errors, warnings, unknown } = reported.counts;
  const { Error, Warning, Information } = vscode.LanguageStatusSeverity;
  return {
    id: 'problems',
    text: standingOf(say, reported),
    severity: errors > 0 ? Error : warnings + unknown > 0 ? Warning : Information,
  };
}

function standingOf(say: Say, { counts: { errors, warnings, unknown } }: Reported): string {
  const parts = [
    ...(errors > 0 ? [say('file.status.errors', { n: errors })] : []),
    ...(unknown > 0 ? [say('file.status.unknown', { n: unknown })] : []),
    ...(warnings > 0 ? [say('file.status.warnings', { n: warnings })] : []),
  ];
  const all = errors + unknown === 0 ? [say('file.status.ready'), ...parts] : parts;
  const text = new Intl.ListFormat(say.language, { type: 'unit' }).format(all);
  return say('file.status.text', { text });
}

function parametersLine(say: Say, parameters: ParameterChoice): StatusLine {
  const links = [linkTo(chooseParametersCommand, say('file.status.choose'))];
  return { id: 'parameters', text: formatParameters(say, parameters), links };
}

/** Shows which team settings file applies. */
function settingsLines(say: Say, analyzedFile: AnalyzedFile | undefined): readonly StatusLine[] {
  if (!analyzedFile?.team) return [];
  const file = vscode.workspace.asRelativePath(analyzedFile.team.uri);
  return [{ id: 'settings', text: say('file.status.settings', { file }), links: [] }];
}

function linkTo(command: string, title: string): CommandLink {
  return { title, command, href: `command:${command}` };
}

/** Returns the link that previews all fixes of a file and its modules. */
function fixAllLinks(say: Say, analyzedFile: AnalyzedFile | undefined): readonly CommandLink[] {
  if (!analyzedFile || isTerraformRoot(analyzedFile)) return [];
  if (analyzedFile.problems.every(({ severity }) => severity === 'hint')) return [];
  const { root, world } = analyzedFile;
  return [previewLink(say('diff.fixAll'), { uri: world.uriOf(root).toString() })];
}

/** Shows the state of existing resources, with their actions. */
function existingRows(
  say: Say,
  existing: Pick<ExistingResources, 'permission'>,
  analyzedFile: AnalyzedFile,
): readonly StatusLine[] {
  const permission = existing.permission(analyzedFile.world.uriOf(analyzedFile.root));
  const lines = existingLines(say, analyzedFile, permission);
  const links = existingLinks(say, analyzedFile, permission);
  // A line has the width of VS Code's hover. Names can fill it, so links have their own line.
  const actions = links.map((link) => ({ text: say('file.status.existing'), links: [link] }));
  return [...lines.map((text) => ({ text })), ...actions].map((line, at) => ({
    id: `existing${at}`,
    ...line,
  }));
}

/** Shows how many subnets aren't checked by default, in at most one line. */
function sharingLines(
  say: Say,
  { check: { declared, directed }, options: { overrides } }: AnalyzedFile,
): readonly StatusLine[] {
  if (overrides.allSubnets === true) return [];
  const named = directed.flatMap(({ subnets }) => subnets);
  const n = new Set(sharingSubjects(declared, named).map(shortName)).size;
  if (n === 0) return [];
  const setting = encodeURIComponent(JSON.stringify(['amlSecureCompute.files.allSubnets']));
  const command = 'workbench.action.openSettings';
  const link = { title: say('file.status.openSetting'), command, href: `command:${command}?${setting}` };
  return [{ id: 'sharing', text: say('file.status.sharing', { n }), links: [link] }];
}

function formatParameters(say: Say, { file, isChosen, candidates }: ParameterChoice): string {
  if (file) return say('file.status.parameters', { file: vscode.workspace.asRelativePath(file) });
  const { files, isWhole } = candidates;
  if (!isChosen && !isWhole) return say('file.status.someParameters', { n: mostParameterFiles });
  return !isChosen && files.length > 1
    ? say('file.status.severalParameters', { n: files.length })
    : say('file.status.noParameters');
}

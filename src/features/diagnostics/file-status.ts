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

/** The language status of the file that is edited: its problems and what they depend on; none in files that aren't checked. */
export interface FileStatus extends vscode.Disposable {
  show(analyzedFiles: ReadonlyMap<string, AnalyzedFile>): void;
}

/** A line of the language status. Only its text holds names from files: VS Code would draw links in details. */
interface StatusLine {
  readonly id: 'problems' | 'subnets' | 'parameters' | 'settings' | 'sharing' | `existing${number}`;
  readonly text: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  /** The first is at the end of the line, the others follow its text. */
  readonly links?: readonly CommandLink[];
}

/** The menus of files that no name tells to be a template offer to check the network of one. */
const templateContext = 'amlSecureCompute.files.isTemplate';

/** The command that asks for a parameters file. */
const chooseParametersCommand = 'amlSecureCompute.files.chooseParameters';

const selector = [
  ...[...checkedLanguages, 'bicep-params'].map((language) => ({ language })),
  { pattern: checkedPattern },
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
    const told = document && toldOf(document.uri);
    items.show(told ? linesOf(say, existing, told) : []);
    void vscode.commands.executeCommand(
      'setContext',
      templateContext,
      document !== undefined && mayDeclare(document),
    );
  }

  /** What is told of a file and its modules, and of a module what stands in it; null of files that are not checked. */
  function toldOf(uri: vscode.Uri): Reported | null {
    const analyzedFile = known.get(uri.path) ?? folderRoot(uri) ?? templateOf(uri);
    if (analyzedFile) return reportedBy(analyzedFile);
    const problems = shown.of(uri).map(({ problem }) => problem);
    if (problems.length === 0) return null;
    return { counts: countReported(problems), subnets: [], parameters: undefined, analyzedFile };
  }

  /** What a Terraform folder is checked by, of any file of it. */
  function folderRoot(uri: vscode.Uri): AnalyzedFile | undefined {
    return [...known.values()].find(({ root, world }) => isInSameFolder(world.uriOf(root), uri));
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
    dispose: () => vscode.Disposable.from(items, listening).dispose(),
  };
}

/** What isn't read counts as unknown. */
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

/** The items of VS Code for the lines: each stays while its line is there. */
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

/** The command that a link runs, with what follows its name as arguments. */
function commandOf({ title, command, href }: CommandLink): vscode.Command {
  const { query } = vscode.Uri.parse(href);
  return { title, command, ...(query === '' ? {} : { arguments: JSON.parse(query) as unknown[] }) };
}

/** A link of VS Code's ends at the first one. */
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
  told: Reported,
): readonly StatusLine[] {
  const { subnets, parameters, analyzedFile } = told;
  const names = new Intl.ListFormat(say.language).format(subnets);
  const fixAll = fixAllLinks(say, analyzedFile);
  const text = say('file.status.subnets', { n: subnets.length, names });
  const subnetsLine = { id: 'subnets', text, links: fixAll } as const;
  const showProblems = linkTo('workbench.actions.view.problems', say('file.status.showProblems'));
  return [
    { ...problemsLine(say, told), links: [showProblems, ...(subnets.length > 0 ? [] : fixAll)] },
    ...(subnets.length > 0 ? [subnetsLine] : []),
    ...(parameters ? [parametersLine(say, parameters)] : []),
    ...settingsLines(say, analyzedFile),
    ...(analyzedFile ? sharingLines(say, analyzedFile) : []),
    ...(analyzedFile && !isTerraformRoot(analyzedFile) ? existingRows(say, existing, analyzedFile) : []),
  ];
}

function problemsLine(say: Say, told: Reported): StatusLine {
  const { errors, warnings, unknown } = told.counts;
  const { Error, Warning, Information } = vscode.LanguageStatusSeverity;
  return {
    id: 'problems',
    text: standingOf(say, told),
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

/** Which settings file of a team counts. */
function settingsLines(say: Say, analyzedFile: AnalyzedFile | undefined): readonly StatusLine[] {
  if (!analyzedFile?.team) return [];
  const file = vscode.workspace.asRelativePath(analyzedFile.team.uri);
  return [{ id: 'settings', text: say('file.status.settings', { file }), links: [] }];
}

function linkTo(command: string, title: string): CommandLink {
  return { title, command, href: `command:${command}` };
}

/** Every fix of the file and its modules is previewed together. */
function fixAllLinks(say: Say, analyzedFile: AnalyzedFile | undefined): readonly CommandLink[] {
  if (!analyzedFile || isTerraformRoot(analyzedFile)) return [];
  if (analyzedFile.problems.every(({ severity }) => severity === 'hint')) return [];
  const { root, world } = analyzedFile;
  return [previewLink(say('diff.fixAll'), { uri: world.uriOf(root).toString() })];
}

/** What is reported of existing resources, and what can be done about them. */
function existingRows(
  say: Say,
  existing: Pick<ExistingResources, 'permission'>,
  analyzedFile: AnalyzedFile,
): readonly StatusLine[] {
  const permission = existing.permission(analyzedFile.world.uriOf(analyzedFile.root));
  const lines = existingLines(say, analyzedFile, permission);
  const links = existingLinks(say, analyzedFile, permission);
  // A line is as wide as VS Code's hover: a text with names leaves no place for a link.
  const actions = links.map((link) => ({ text: say('file.status.existing'), links: [link] }));
  return [...lines.map((text) => ({ text })), ...actions].map((line, at) => ({
    id: `existing${at}`,
    ...line,
  }));
}

/** Which subnets aren't checked, unless the settings ask for them; a line at most. */
function sharingLines(
  say: Say,
  { check: { declared, directed }, options: { said } }: AnalyzedFile,
): readonly StatusLine[] {
  if (said.allSubnets === true) return [];
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

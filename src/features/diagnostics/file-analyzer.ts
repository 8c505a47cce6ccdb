import type * as vscode from 'vscode';
import type { Cloud } from '../../core/network/model';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { analyzeFile, type AnalysisResult, type AnalysisOptions } from '../../file-checks/analyze-file';
import type { Pause } from '../../file-checks/check-files';
import { unreadTerraform } from '../../file-checks/missing-modules';
import { problemsByCause } from '../../file-checks/cause-problems';
import { isTerraformFile } from '../../file-checks/terraform-root';
import { problemsOf } from '../../file-checks/problems-of';
import { withSeverities, type SeverityOverrides } from '../../file-checks/with-severities';
import { applyRules, type IgnoreRule } from '../../file-checks/problem-rules';
import { withoutSuppressed } from '../../file-checks/suppressed';
import type { PlanOverrides } from '../../documents/subjects/subject-plans';
import { firstStated, isExcluded, optionsByTeam } from '../../team-settings/team-file';
import type { DiagnosticsDeps } from './deps';
import { editorWorld, type EditorWorld } from './editor-world';
import { folderOf, hasDiagnostics, type AnalyzedRoot } from './analyzed-files';
import type { ExistingResources } from './existing/existing-resources';
import { createLargeFiles, type LargeFiles } from './large-files';
import { createLatestRuns } from './latest-run';
import type { ParameterChoice, ParameterChoices } from './parameter-choices';
import { createFileDebounce } from './debounce';
import { overridesInSettings, severitiesInSettings } from './overrides-in-settings';
import type { OpenTeamFile, TeamFiles } from './team-files';

/** A root with its analysis and its file access. */
export interface AnalyzedFile extends AnalyzedRoot {
  readonly root: string;
  readonly analysis: AnalysisResult;
  readonly options: AnalysisOptions;
  readonly world: EditorWorld;
  readonly parameters: ParameterChoice;
  /** The team settings that apply to it. */
  readonly team: OpenTeamFile | undefined;
  /** Expired rules that would otherwise ignore a reported problem. */
  readonly expired: readonly IgnoreRule[];
}

/** Checks whether a root is a Terraform folder. */
export function isTerraformRoot({ analysis }: Pick<AnalyzedFile, 'analysis'>): boolean {
  return analysis.terraform !== null;
}

/** Analyzes files, and keeps the result by path. */
export interface FileAnalyzer {
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
  /** Analyzes a file and the roots that use it, after typing has paused. */
  soon(uri: vscode.Uri): void;
  /** Handles a change of a file by any program: analyzes it again if it's analyzed, and the roots that use it. */
  changed(uri: vscode.Uri): void;
  /** Analyzes all files again after a change of settings. */
  again(): void;
  /**
   * Analyzes a file immediately. Resolves once its current text was analyzed, even if a newer run started meanwhile.
   */
  now(uri: vscode.Uri): Promise<void>;
  /** Checks whether a root is being analyzed, or will be once typing has paused. */
  isPending(root: string): boolean;
  forget(uri: vscode.Uri): void;
  /** Publishes the results of `now`. */
  show(): void;
  stop(): void;
}

export function createFileAnalyzer(
  deps: DiagnosticsDeps,
  { choices, existing, teams }: AnalysisInputs,
  onDone: () => void,
): FileAnalyzer {
  const analyzedFiles = new Map<string, AnalyzedFile>();
  const resting = createFileDebounce();
  const looks = createLatestRuns();
  const tagsOf = keptTags(deps);
  const large = createLargeFiles(deps.say);
  const now = (uri: vscode.Uri): Promise<void> => looks.begin(uri.path, (counts) => lookAt(uri, counts));

  async function lookAt(uri: vscode.Uri, counts: () => boolean): Promise<void> {
    try {
      const team = await teams.of(uri);
      const overrides = overridesFor(uri, team);
      const tags = existing.tagsFor(uri, await tagsOf(overrides.cloud));
      const before = analyzedFiles.get(uri.path)?.analysis;
      const its = { tags, before, pause: pausing(counts), large, team, overrides };
      const analyzedFile = await look(uri, { ...its, ...(await chosenFor(uri, { choices, existing })) });
      if (!counts()) return;
      if (!analyzedFile) return void analyzedFiles.delete(uri.path);
      analyzedFiles.set(uri.path, analyzedFile);
      if (!isTerraformRoot(analyzedFile)) existing.readIfAllowed(uri, analyzedFile.check.needed);
    } catch (error) {
      logFailure(deps, error);
    }
  }

  function later(uri: vscode.Uri): void {
    resting.schedule(uri.path, () => void now(uri).then(onDone));
  }

  const usersOf = ({ path }: vscode.Uri): readonly vscode.Uri[] => rootsUsing(analyzedFiles, path);

  return {
    analyzedFiles,
    now,
    isPending: (root) => resting.isScheduled(root) || looks.isRunning(root),
    soon(uri) {
      later(uri);
      usersOf(uri).forEach(later);
    },
    changed: (uri) => usersOf(uri).forEach(later),
    again: () => [...analyzedFiles].forEach(([root, { world }]) => later(world.uriOf(root))),
    forget(uri) {
      const { path } = uri;
      large.forget(uri);
      resting.forget(path);
      looks.forget(path);
      const was = analyzedFiles.get(path);
      analyzedFiles.delete(path);
      if (hasDiagnostics(was)) onDone();
    },
    show: onDone,
    stop() {
      resting.stop();
      looks.stop();
      large.dispose();
    },
  };
}

function logFailure({ log }: DiagnosticsDeps, error: unknown): void {
  if (error instanceof CanceledError) return;
  log.error(`A file could not be checked: ${error instanceof Error ? error.message : ''}`);
}

/** Returns the analyzed roots that use a file, requested it, or list its folder. Includes the file itself. */
function rootsUsing(analyzedFiles: ReadonlyMap<string, AnalyzedFile>, path: string): readonly vscode.Uri[] {
  const names = [path, folderOf(path)];
  const users = [...analyzedFiles].filter(([, one]) => names.some((name) => one.requested.has(name)));
  return users.map(([root, { world }]) => world.uriOf(root));
}

/** Inputs of an analysis besides files: the user's choices, existing resources, and team settings. */
interface AnalysisInputs {
  readonly choices: ParameterChoices;
  readonly existing: ExistingResources;
  readonly teams: TeamFiles;
}

/** Caches the service tags of each cloud. */
function keptTags({ shippedTags }: DiagnosticsDeps): DiagnosticsDeps['shippedTags'] {
  const tags = new Map<Cloud, Promise<TagCatalog>>();
  return (cloud) => {
    const catalog = tags.get(cloud) ?? shippedTags(cloud);
    tags.set(cloud, catalog);
    return catalog;
  };
}

interface LookWith {
  readonly tags: TagCatalog;
  readonly before: AnalysisResult | undefined;
  readonly pause: Pause;
  readonly parameters: ParameterChoice;
  readonly large: LargeFiles;
  readonly existingOptions: ReturnType<ExistingResources['optionsFor']>;
  readonly team: OpenTeamFile | undefined;
  readonly overrides: PlanOverrides;
}

/** Analyzes a file; undefined if it can't be read, is too large, or is excluded. */
async function look(
  uri: vscode.Uri,
  { tags, before, pause, parameters: choice, large, existingOptions, team, overrides }: LookWith,
): Promise<AnalyzedFile | undefined> {
  if (isExcluded(team, uri.path)) return undefined;
  const world = editorWorld(uri);
  const text = await world.read(uri.path);
  // In a Terraform folder, another file can still be readable.
  const isReadable = text === undefined ? isTerraformFile(uri.path) : !large.isTooLarge(uri, text);
  if (!isReadable) return undefined;
  const { parameters: byTeam, ...ofTeam } = optionsByTeam(team, uri.path, new Date().toISOString());
  const parameters = chosenParameters(uri, choice, byTeam);
  const options: AnalysisOptions = {
    overrides,
    facts: { tags },
    ...ofTeam,
    ...existingOptions,
    ...(parameters.file ? { parameters: parameters.file.path } : {}),
  };
  const analysis = await analyzeFile(uri.path, world, { ...options, pause, ...(before ? { before } : {}) });
  if (!analysis) return undefined;
  await pause();
  const { check, requested } = analysis;
  const textOf = (file: string): string | undefined => world.textOf(file);
  const wanted = withSeverities(problemsOf(check), severitiesBeside(uri, team));
  const { reported: problems, expired } = applyRules(check, withoutSuppressed(wanted, textOf), options.rules);
  const reported = problemsByCause(check, problems);
  const filesRead = [...requested].filter((file) => !file.endsWith('/') && textOf(file) !== undefined);
  const unread = unreadTerraform(analysis, { filesRead, textOf });
  const its = { check, requested, world, textOf, problems, reported, parameters, unread };
  return { root: uri.path, analysis, options, team, expired, ...its };
}

/** Terraform itself finds variable values in its folder. */
const noChoice: ParameterChoice = { file: null, candidates: { files: [], isWhole: true }, isChosen: true };

/** Returns the user's choices for a file. For Terraform, existing resources aren't read from Azure. */
async function chosenFor(
  uri: vscode.Uri,
  { choices, existing }: Pick<AnalysisInputs, 'choices' | 'existing'>,
): Promise<Pick<LookWith, 'existingOptions' | 'parameters'>> {
  if (isTerraformFile(uri.path)) return { existingOptions: {}, parameters: noChoice };
  return { existingOptions: existing.optionsFor(uri), parameters: await choices.of(uri) };
}

/** Returns the overrides. Team settings take precedence over user settings. */
function overridesFor(uri: vscode.Uri, team: OpenTeamFile | undefined): PlanOverrides {
  const {
    profile = 'current',
    cloud = 'public',
    compute,
    publicIp,
    workspace,
    region,
    ...rest
  } = firstStated(team?.settings, overridesInSettings(uri));
  const { allSubnets = false, serviceRegions } = rest;
  return { profile, cloud, compute, publicIp, workspace, region, allSubnets, serviceRegions };
}

/** Returns severities of the user's settings, except for those that the team sets. */
function severitiesBeside(uri: vscode.Uri, team: OpenTeamFile | undefined): SeverityOverrides {
  const own = Object.entries(severitiesInSettings(uri));
  return Object.fromEntries(own.filter(([id]) => !Object.hasOwn(team?.settings.severity ?? {}, id)));
}

/** Returns the parameters file. The user's choice takes precedence over team settings. */
function chosenParameters(
  uri: vscode.Uri,
  choice: ParameterChoice,
  byTeam: string | undefined,
): ParameterChoice {
  return choice.isChosen || byTeam === undefined ? choice : { ...choice, file: uri.with({ path: byTeam }) };
}

/** Cancels an analysis whose file was closed or edited. */
class CanceledError extends Error {}

/** Milliseconds of work before the extension host gets a turn. */
const longestSlice = 8;

/**
 * Returns a function that yields to the extension host if the last pause was a while ago. It rejects once the work is
 * no longer needed.
 */
function pausing(isCurrent: () => boolean): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > longestSlice) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    if (!isCurrent()) throw new CanceledError();
  };
}

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
import { CanceledError, pausing } from './work-in-slices';

/** A root as it was examined, with its world. */
export interface AnalyzedFile extends AnalyzedRoot {
  readonly root: string;
  readonly examined: AnalysisResult;
  readonly options: AnalysisOptions;
  readonly world: EditorWorld;
  readonly parameters: ParameterChoice;
  /** The settings of its team. */
  readonly team: OpenTeamFile | undefined;
  /** Expired rules that would ignore something reported. */
  readonly expired: readonly IgnoreRule[];
}

/** True of a Terraform folder: nothing is written into it. */
export function isTerraformRoot({ examined }: Pick<AnalyzedFile, 'examined'>): boolean {
  return examined.terraform !== null;
}

/** The files that are looked at, by their paths. */
export interface FileAnalyzer {
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
  /** Looks at a file and at what uses it, once it rests. */
  soon(uri: vscode.Uri): void;
  /** Looks again at a file that is looked at, and at what uses it: it changed, whoever changed it. */
  changed(uri: vscode.Uri): void;
  /** Looks at everything again, since the settings say something else. */
  again(): void;
  /** Looks at a file at once; done when it was looked at as it is now, also where another look began meanwhile. */
  now(uri: vscode.Uri): Promise<void>;
  forget(uri: vscode.Uri): void;
  /** Shows what was found by `now`. */
  show(): void;
  stop(): void;
}

export function createFileAnalyzer(
  deps: DiagnosticsDeps,
  { choices, existing, teams }: LookedAtWith,
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
      const said = overridesFor(uri, team);
      const tags = existing.tagsFor(uri, await tagsOf(said.cloud));
      const before = analyzedFiles.get(uri.path)?.examined;
      const its = { tags, before, pause: pausing(counts), large, team, said };
      const analyzedFile = await look(uri, { ...its, ...(await chosenFor(uri, { choices, existing })) });
      if (!counts()) return;
      if (!analyzedFile) return void analyzedFiles.delete(uri.path);
      analyzedFiles.set(uri.path, analyzedFile);
      if (!isTerraformRoot(analyzedFile)) existing.want(uri, analyzedFile.check.needed);
    } catch (error) {
      logFailure(deps, error);
    }
  }

  function later(uri: vscode.Uri): void {
    resting.whenAtRest(uri.path, () => void now(uri).then(onDone));
  }

  /** Files that are looked at and that hold, or want to hold, another one, or list its folder; themselves among them. */
  function usersOf({ path }: vscode.Uri): readonly vscode.Uri[] {
    const users = [...analyzedFiles].filter(([, { asked }]) => asked.has(path) || asked.has(folderOf(path)));
    return users.map(([root, { world }]) => world.uriOf(root));
  }

  return {
    analyzedFiles,
    now,
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

/** What was chosen for files, and what Azure has of what they refer to. */
interface LookedAtWith {
  readonly choices: ParameterChoices;
  readonly existing: ExistingResources;
  readonly teams: TeamFiles;
}

/** The tags of each cloud, read once. */
function keptTags({ shippedTags }: DiagnosticsDeps): DiagnosticsDeps['shippedTags'] {
  const tags = new Map<Cloud, Promise<TagCatalog>>();
  return (cloud) => {
    const made = tags.get(cloud) ?? shippedTags(cloud);
    tags.set(cloud, made);
    return made;
  };
}

interface LookWith {
  readonly tags: TagCatalog;
  readonly before: AnalysisResult | undefined;
  readonly pause: Pause;
  readonly parameters: ParameterChoice;
  readonly large: LargeFiles;
  readonly beside: ReturnType<ExistingResources['optionsFor']>;
  readonly team: OpenTeamFile | undefined;
  readonly said: PlanOverrides;
}

/** Undefined for a file that cannot be read, or that is too large. */
async function look(
  uri: vscode.Uri,
  { tags, before, pause, parameters: choice, large, beside, team, said }: LookWith,
): Promise<AnalyzedFile | undefined> {
  if (isExcluded(team, uri.path)) return undefined;
  const world = editorWorld(uri);
  const text = await world.read(uri.path);
  // Another file of a Terraform folder may still be read.
  const isReadable = text === undefined ? isTerraformFile(uri.path) : !large.isTooLarge(uri, text);
  if (!isReadable) return undefined;
  const { parameters: byTeam, ...ofTeam } = optionsByTeam(team, uri.path, new Date().toISOString());
  const parameters = chosenParameters(uri, choice, byTeam);
  const options: AnalysisOptions = {
    said,
    facts: { tags },
    ...ofTeam,
    ...beside,
    ...(parameters.file ? { parameters: parameters.file.path } : {}),
  };
  const examined = await analyzeFile(uri.path, world, { ...options, pause, ...(before ? { before } : {}) });
  if (!examined) return undefined;
  await pause();
  const { check, asked } = examined;
  const textOf = (file: string): string | undefined => world.textOf(file);
  const wanted = withSeverities(problemsOf(check), severitiesBeside(uri, team));
  const { reported: problems, expired } = applyRules(check, withoutSuppressed(wanted, textOf), options.rules);
  const reported = problemsByCause(check, problems);
  const filesRead = [...asked].filter((file) => !file.endsWith('/') && textOf(file) !== undefined);
  const unread = unreadTerraform(examined, { filesRead, textOf });
  const its = { check, asked, world, textOf, problems, reported, parameters, unread };
  return { root: uri.path, examined, options, team, expired, ...its };
}

/** Terraform reads the files with values in its folder. */
const noChoice: ParameterChoice = { file: null, candidates: { files: [], isWhole: true }, isChosen: true };

/** What the user chose for a file. Azure isn't read for Terraform. */
async function chosenFor(
  uri: vscode.Uri,
  { choices, existing }: Pick<LookedAtWith, 'choices' | 'existing'>,
): Promise<Pick<LookWith, 'beside' | 'parameters'>> {
  if (isTerraformFile(uri.path)) return { beside: {}, parameters: noChoice };
  return { beside: existing.optionsFor(uri), parameters: await choices.of(uri) };
}

/** What the team states, then what the settings do. */
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

/** Severities of the settings that the team doesn't state. */
function severitiesBeside(uri: vscode.Uri, team: OpenTeamFile | undefined): SeverityOverrides {
  const own = Object.entries(severitiesInSettings(uri));
  return Object.fromEntries(own.filter(([id]) => !Object.hasOwn(team?.settings.severity ?? {}, id)));
}

/** What the user chose, then what the team states. */
function chosenParameters(
  uri: vscode.Uri,
  choice: ParameterChoice,
  byTeam: string | undefined,
): ParameterChoice {
  return choice.isChosen || byTeam === undefined ? choice : { ...choice, file: uri.with({ path: byTeam }) };
}

import type { AnalysisOptions, RootFile } from '../file-checks/analyze-file';
import { matchesPattern, plainPath } from '../file-checks/path-patterns';
import { pathIn, type ProblemRules } from '../file-checks/problem-rules';
import type { PlanOverrides } from '../documents/subjects/subject-plans';
import type { TeamSettings } from './read-team-settings';
import type { TeamDeployment } from './settings-schema';

/** A team's settings file, as it applies to files below its folder. Plain data that can be sent to another thread. */
export interface TeamFile {
  /** Display name of the file. */
  readonly file: string;
  /** Absolute path of its folder, with a trailing `/`. */
  readonly folder: string;
  /** Absolute path that relative file names start from, with a trailing `/`. */
  readonly base: string;
  readonly settings: TeamSettings;
}

type Statable = Pick<
  PlanOverrides,
  'compute' | 'publicIp' | 'workspace' | 'profile' | 'region' | 'serviceRegions' | 'allSubnets' | 'cloud'
>;

/** Values for plans that aren't stated in the files. */
type Stated = { readonly [Name in keyof Statable]?: Statable[Name] | undefined };

/** Merges values: for each one, the first argument that defines it takes precedence. */
export function firstStated(...all: readonly (Stated | undefined)[]): Stated {
  const first = <T extends keyof Stated>(name: T): Stated[T] | undefined =>
    all.find((one) => one?.[name] !== undefined)?.[name];
  return {
    compute: first('compute'),
    publicIp: first('publicIp'),
    workspace: first('workspace'),
    profile: first('profile'),
    region: first('region'),
    serviceRegions: first('serviceRegions'),
    allSubnets: first('allSubnets'),
    cloud: first('cloud'),
  };
}

/** Returns the team's rules for severities and ignored problems. */
export function problemRulesOf(team: TeamFile | undefined, today: string): ProblemRules {
  const { settings, folder = '/', base = '/' } = team ?? {};
  return {
    severity: settings?.severity ?? {},
    ignore: settings?.ignore ?? [],
    folder,
    base,
    today,
  };
}

/** Checks whether the team excludes a file. */
export function isExcluded(team: TeamFile | undefined, file: string): boolean {
  const path = team && pathIn(team, file);
  return path !== undefined && team?.settings.exclude.some((one) => matchesPattern(path, one)) === true;
}

/** Converts a path in the settings to one that is relative to the same folder as other files. */
function namedByTeam({ folder, base }: TeamFile, path: string, isAbsolute: boolean): string {
  const absolute = `${folder}${plainPath(path)}`;
  return !isAbsolute && absolute.startsWith(base) ? absolute.slice(base.length) : absolute;
}

/** Returns the parameter file that the team sets for a template; undefined if it doesn't. */
export function parametersByTeam(team: TeamFile | undefined, template: string): string | undefined {
  const path = team && pathIn(team, template);
  if (!team || path === undefined) return undefined;
  const found = Object.entries(team.settings.parameters).find(([name]) => plainPath(name) === path);
  return found && namedByTeam(team, found[1], isAbsolutePath(template));
}

/** Returns analysis options for a template from its team settings, if the user didn't choose a parameter file. */
export function optionsByTeam(
  team: TeamFile | undefined,
  template: string,
  today: string,
): Pick<AnalysisOptions, 'parameters' | 'together' | 'printed' | 'named' | 'rules' | 'ownScope'> {
  const { templates, printed } = estateWith(team, template) ?? { templates: [], printed: [] };
  const [own = { root: template }, ...together]: readonly RootFile[] = templates;
  const parameters = own.parameters ?? parametersByTeam(team, template);
  return {
    ...(parameters === undefined ? {} : { parameters }),
    ...(own.scope ? { ownScope: own.scope } : {}),
    together,
    printed,
    named: team?.settings.subnets ?? [],
    rules: problemRulesOf(team, today),
  };
}

/** Templates that are deployed together, with existing resources. */
export interface TeamEstate {
  readonly name: string;
  readonly templates: readonly RootFile[];
  /** JSON files of existing resources. */
  readonly printed: readonly string[];
}

/** Returns the deployments of the team, in the order of its settings file. */
export function estatesOf(team: TeamFile | undefined, isAbsolute = false): readonly TeamEstate[] {
  return team?.settings.deployments.map((one) => estateOf(team, one, isAbsolute)) ?? [];
}

function estateOf(team: TeamFile, { name, parts }: TeamDeployment, isAbsolute: boolean): TeamEstate {
  const named = (path: string): string => namedByTeam(team, path, isAbsolute);
  const withValues = (root: string, parameters: string | undefined): RootFile => {
    const values = parameters === undefined ? parametersByTeam(team, root) : named(parameters);
    return { root, ...(values === undefined ? {} : { parameters: values }) };
  };
  return {
    name,
    templates: parts.flatMap(({ template, parameters, ...at }): readonly RootFile[] => {
      if (template === undefined) return [];
      const scope = scopeOf(at);
      const root = withValues(named(template), parameters);
      return [scope === undefined ? root : { ...root, scope }];
    }),
    printed: parts.flatMap(({ resources }) => (resources === undefined ? [] : [named(resources)])),
  };
}

type Part = TeamDeployment['parts'][number];

function scopeOf({
  subscription,
  resourceGroup,
  location,
}: Pick<Part, 'subscription' | 'resourceGroup' | 'location'>): RootFile['scope'] {
  if (subscription === undefined && resourceGroup === undefined && location === undefined) return undefined;
  return {
    ...(subscription === undefined ? {} : { subscriptionId: subscription }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    ...(location === undefined ? {} : { location }),
  };
}

function isAbsolutePath(file: string): boolean {
  return file.startsWith('/') || /^[a-z]:\//i.test(file);
}
/** Returns the first deployment that contains a template, with the template first; undefined if none does. */
function estateWith(team: TeamFile | undefined, template: string): TeamEstate | undefined {
  const path = team && pathIn(team, template);
  if (!team || path === undefined) return undefined;
  const isIt = ({ root }: RootFile): boolean => pathIn(team, root) === path;
  const found = estatesOf(team, isAbsolutePath(template)).find(({ templates }) => templates.some(isIt));
  if (!found) return undefined;
  const own = found.templates.find(isIt);
  const others = found.templates.filter((one) => one !== own);
  return { ...found, templates: own ? [{ ...own, root: template }, ...others] : others };
}

/** A file that the settings refer to, with its location in their text. */
export interface NamedFile {
  /** The path as written in the settings. */
  readonly path: string;
  /** The path relative to the same folder as other files. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the files that `parameters` and `deployments` refer to. */
export function filesNamedBy(team: TeamFile, text: string): readonly NamedFile[] {
  const { parameters, deployments } = team.settings;
  const paths = [
    ...Object.entries(parameters).flat(),
    ...deployments.flatMap(({ parts }) =>
      parts.flatMap((one) =>
        [one.template, one.parameters, one.resources].filter((path) => path !== undefined),
      ),
    ),
  ];
  return [...new Set(paths)].flatMap((path) => {
    const start = text.indexOf(path);
    return start < 0 ? [] : [{ path, file: namedByTeam(team, path, true), start, end: start + path.length }];
  });
}

import { reason } from '../../core/reason';
import { uncheckedCompute } from '../../file-checks/unchecked-compute';
import type { RootFile } from '../../file-checks/analyze-file';
import { allSubjects } from '../../documents/subjects/subjects';
import type { FileWorld } from '../../file-checks/known-files';
import { chooseIn, type SubnetSelection } from '../choose-subnets';
import { namedTemplate } from '../named-template';
import { UsageError, type CheckOptions } from '../options';
import { problemsIn } from '../ignored';
import { fileOnlyAmong } from '../report/file-only-report';
import { withSlashes, sourceFileSystem, type Disk } from '../read-sources';
import type { ParameterSource } from '../parameter-choice';
import { UnreadableFile } from '../resources/read-resources';
import { readTemplate, withChecks, type TemplateSource } from '../templates';
import type { ReportInput } from './report-input';
import { hasMissingModules, hasNoResources } from './summarize-source';
import { reportOfSource } from './source-report';
import { problemRulesOf, type TeamEstate } from '../../team-settings/team-file';
import { optionsForFile } from '../team-options';
import type { Job, TemplateScan, WorkerOutcome, WorkerPool } from './worker-pool';
import { isCompilersText } from './compiled-templates';
import { declaredIds } from './declared-ids';

/** Runs one job. An error with one file is reported for that file, and doesn't affect the others. */
export async function doJob(disk: Disk, job: Job, input: ReportInput): Promise<WorkerOutcome> {
  try {
    const its = { ...input, options: await optionsForFile(disk, job.file, input.options) };
    const { together = [], estate } = job;
    const source = await templateIn(disk, job.file, {
      ...its,
      isChecked: job.what === 'report',
      together,
      ...(estate && { estate }),
    });
    if (!source) return { is: 'nothing' };
    const choice = chooseIn(source, its.options);
    if (job.what === 'report') return { is: 'report', report: await reportOfSource(source, choice, its) };
    const scan = scanOf(source, choice);
    if (job.mayReport !== true || !isIndependent(scan)) return { is: 'scan', scan };
    return { is: 'scan', scan, report: await reportOfSource(await withChecks(source), choice, its) };
  } catch (error) {
    return failureOf(job, error);
  }
}

/** Runs jobs on this thread. They start together, so a template is only reported when all scans are known. */
export function onThisThread(disk: Disk, input: ReportInput): WorkerPool {
  return {
    do: (job) => doJob(disk, { ...job, mayReport: false }, input),
    end: () => Promise.resolve(),
  };
}

/**
 * True if a template has subnets to check, and doesn't refer to a resource that another template may declare. Nearly all
 * others refer to roles, which are built in.
 */
function isIndependent({ isChosen, refersTo }: TemplateScan): boolean {
  return (
    isChosen && refersTo.every((id) => id.includes('/providers/microsoft.authorization/roledefinitions/'))
  );
}

function scanOf(source: TemplateSource, { subjects, ...names }: SubnetSelection): TemplateScan {
  const requested = [...source.fixTest.analysis.requested].filter((one) => one !== source.file);
  const { templates, faults } = source.fixTest.analysis;
  const isUnread = faults.length > 0 || [...templates.values()].some(({ errors }) => errors.length > 0);
  const isChosen =
    subjects.length > 0 ||
    isUnread ||
    hasMissingModules(source) ||
    uncheckedCompute(source.fixTest.analysis.check.declared).length > 0 ||
    fileOnlyAmong(problemsIn(source).reported).length > 0;
  const isCompiled = isCompilersText(source.textOf(source.file) ?? '');
  return {
    ...names,
    subnetIds: allSubjects(source.inputs).map(({ subnet }) => subnet.id),
    requested,
    isChosen,
    isCompiled,
    isEmpty: hasNoResources(source.fixTest.analysis),
    ...declaredIds(source.fixTest.analysis.check.declared),
  };
}

function failureOf({ file }: Job, error: unknown): WorkerOutcome {
  if (error instanceof UsageError) return { is: 'failed', file, because: error.because, code: 2 };
  if (error instanceof UnreadableFile) return { is: 'failed', file, because: error.because, code: 3 };
  const text = error instanceof Error ? error.message : '';
  return { is: 'failed', file, because: reason('terminal.crashed', { file, what: text }), code: 3 };
}

interface TemplateCheckInput extends Pick<ReportInput, 'options' | 'tags' | 'today'> {
  readonly isChecked?: boolean;
  /** Names of the templates that are deployed with it. */
  readonly together?: readonly string[];
  /** The deployment in the team's settings that checks the file instead. */
  readonly estate?: TeamEstate;
}

/**
 * Reads the template in a file, or the one that its parameters are for, with its modules. Undefined for any other file.
 */
export async function templateIn(
  disk: Disk,
  name: string,
  { options, tags, isChecked = true, together = [], estate, today }: TemplateCheckInput,
): Promise<TemplateSource | undefined> {
  const found = await (estate
    ? templatesOfEstate(disk, estate, options)
    : templatesTogether(disk, [name, ...together], options));
  if (!found.parameters) {
    if (found.name === name) return undefined;
    throw new UnreadableFile(reason('terminal.noTemplate', { file: found.name }));
  }
  return readTemplate(withSlashes(found.name), found.world, {
    options: found.options,
    facts: { tags },
    isChecked,
    parameters: found.parameters,
    together: found.others,
    printed: estate?.printed ?? [],
    ...(found.scope && { scope: found.scope }),
    rules: problemRulesOf(options.team, today),
  });
}

/** Templates that are deployed together, by the first of them. */
export interface TemplatesTogether {
  /** The first template's name. For a `.bicepparam` file, the template that it is for. */
  readonly name: string;
  /** The options, with the template's parameters file. */
  readonly options: CheckOptions;
  /** The source of parameter values, or null for a file that isn't a template. */
  readonly parameters: ParameterSource | null;
  readonly others: readonly RootFile[];
  /** The files that all of them can access. */
  readonly world: FileWorld;
  /** Deployment scope of the first one, if the team sets it. */
  readonly scope?: NonNullable<RootFile['scope']>;
}

/**
 * Returns the templates of a deployment in the team's settings.
 * @throws `UnreadableFile` if one isn't in the settings' folder
 */
async function templatesOfEstate(
  disk: Disk,
  { templates, printed }: TeamEstate,
  options: CheckOptions,
): Promise<TemplatesTogether> {
  requireInside(disk, options, [
    ...templates.flatMap((one) => [one.root, one.parameters ?? []].flat()),
    ...printed,
  ]);
  const [first, ...rest] = templates;
  if (!first) throw new UnreadableFile(reason('terminal.noFile'));
  const optionsOf = ({ parameters }: RootFile): CheckOptions =>
    parameters === undefined ? options : { ...options, params: parameters, noParams: false };
  const found = await templatesTogether(disk, [first.root], optionsOf(first));
  if (!found.parameters) throw new UnreadableFile(reason('terminal.noTemplate', { file: found.name }));
  const others = await Promise.all(
    rest.map(async (one) => {
      const other = await otherRoot(disk, one.root, optionsOf(one));
      return { ...other, root: { ...other.root, ...(one.scope && { scope: one.scope }) } };
    }),
  );
  const exports = await Promise.all(
    printed.map(async (file) =>
      sourceFileSystem(disk, await disk.readFile(file), { ...options, params: undefined }),
    ),
  );
  return {
    ...found,
    others: others.map(({ root }) => root),
    world: joinedWorld([found.world, ...others.map(({ world }) => world), ...exports]),
    ...(first.scope && { scope: first.scope }),
  };
}

function requireInside({ isInside }: Disk, { team }: CheckOptions, files: readonly string[]): void {
  const outside = team && files.find((one) => !isInside(one, team.folder));
  if (team && outside !== undefined) {
    throw new UnreadableFile(reason('terminal.team.outside', { file: outside, settings: team.file }));
  }
}

/**
 * Locates templates and their parameters files.
 * @throws `UnreadableFile`
 */
export async function templatesTogether(
  disk: Disk,
  [name, ...together]: readonly [string, ...(readonly string[])],
  options: CheckOptions,
): Promise<TemplatesTogether> {
  const { root, options: own, parameters } = await namedTemplate(disk, name, options);
  const others = await Promise.all(together.map((one) => otherRoot(disk, one, options)));
  const world = joinedWorld([await sourceFileSystem(disk, root, own), ...others.map((one) => one.world)]);
  return { name: root.name, options: own, parameters, others: others.map((one) => one.root), world };
}

async function otherRoot(
  disk: Disk,
  name: string,
  options: CheckOptions,
): Promise<{ readonly root: RootFile; readonly world: FileWorld }> {
  const { root, options: own, parameters: values } = await namedTemplate(disk, name, options);
  if (!values) throw new UnreadableFile(reason('terminal.noTemplate', { file: root.name }));
  const parameters = own.params === undefined ? {} : { parameters: withSlashes(own.params) };
  return {
    root: { root: withSlashes(root.name), ...parameters },
    world: await sourceFileSystem(disk, root, own),
  };
}

/** Combines the files that several templates can access. */
function joinedWorld(worlds: readonly FileWorld[]): FileWorld {
  const [first, ...others] = worlds;
  if (!first || others.length === 0) {
    return first ?? { isInside: () => false, read: () => Promise.resolve(undefined) };
  }
  return {
    ...first,
    isInside: (file) => worlds.some((one) => one.isInside(file)),
    read: (file) => (worlds.find((one) => one.isInside(file)) ?? first).read(file),
  };
}

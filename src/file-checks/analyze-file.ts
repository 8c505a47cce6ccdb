import { tooLong } from '../documents/bicep/tokens/lex';
import type { CheckInput } from '../checks/check-subnet';
import { isArmTemplate } from '../documents/arm/read-arm-template';
import { noFile, tooComplex, unreadFileKeys } from '../documents/evaluate/errors';
import { evaluateDeployment, type EvaluatedDeployment } from '../documents/evaluate/evaluate-deployment';
import type { UnreadModule } from '../documents/evaluate/evaluator';
import type { EvaluationLimits } from '../documents/evaluate/limits';
import { idSet } from '../core/network/find';
import { exportedResources } from '../documents/arm/exported-resources';
import { allSubjects, type FileInputs } from '../documents/subjects/subjects';
import { namesSubnetId, type ProblemRules } from './problem-rules';
import { parsedFiles, type ParsedFiles, type ParsedTexts } from '../documents/source/parsed-files';
import { isTerraformPlan, unreadEntry } from '../documents/terraform/plan/read-plan';
import { declaredNetwork } from '../documents/model/declared-network';
import type { PlanOverrides } from '../documents/subjects/subject-plans';
import type { Subject } from '../documents/subjects/subjects';
import type { SyntaxFault, Template } from '../documents/template/template';
import type { ChosenDeploymentScope } from './existing/deployment-scope';
import { directedBy, type Directed } from './directives';
import {
  checkFiles,
  checkPlannedSubjects,
  type ReadAzureResources,
  type Choose,
  type FileCheck,
  type Pause,
} from './check-files';
import { expectModules } from './expect-modules';
import { knownFiles, type FileWorld, type KnownFiles } from './known-files';
import { readParameters, templateReader, type TemplateReader } from './template-reader';
import {
  joinedTerraform,
  isTerraformFile,
  terraformConfiguration,
  type TerraformAnalysis,
  type TerraformVariables,
} from './terraform-root';
import type { Cut } from './work-budget';
import { locationPart, partOf } from '../documents/model/parts';
import type { Expression } from '../documents/template/expression';
import type { ParameterFile } from '../documents/template/parameter-file';

/** The result of analyzing a root file with all files that it refers to. */
export interface AnalysisResult {
  readonly check: FileCheck;
  /** The root and all files that it refers to, by file name. */
  readonly templates: ReadonlyMap<string, Template>;
  readonly directed: readonly Directed[];
  /** Parts that couldn't be parsed or evaluated. The rest is still available. */
  readonly faults: readonly SyntaxFault[];
  /** Parts of the parameters files that couldn't be read. */
  readonly parameterErrors: readonly SyntaxFault[];
  /** Parts of files with printed resources that couldn't be read. */
  readonly printedErrors: readonly SyntaxFault[];
  /** Modules whose template isn't known. Their resources weren't checked. */
  readonly missingModules: readonly UnreadModule[];
  /** Data about Terraform files, or null for templates. */
  readonly terraform: TerraformAnalysis | null;
  /** The texts of the files and their syntax, for the next analysis. */
  readonly parsed: ParsedTexts;
  /** Files that were requested, including the root, whether they exist or not. */
  readonly requested: ReadonlySet<string>;
}

/** A file to deploy, and its parameters file. */
export interface RootFile {
  readonly root: string;
  readonly parameters?: string;
  /** Deployment scope, if it differs from the first root's. */
  readonly scope?: Partial<ChosenDeploymentScope>;
}

export interface AnalysisOptions {
  readonly overrides: PlanOverrides;
  readonly facts: CheckInput;
  /** False to only find out which resources the files declare and which subnets to check, as fast as possible. */
  readonly isChecked?: boolean;
  /** Returns true for subnets that are requested by name. */
  readonly isFirst?: (subject: Subject) => boolean;
  /** A parameters file. */
  readonly parameters?: string;
  /** Other roots that are deployed with it. Roots can refer to each other's resources. */
  readonly together?: readonly RootFile[];
  /** Files with resources that a program printed, which exist in addition to the declared ones. */
  readonly printed?: readonly string[];
  /** Subnets for Azure Machine Learning: names, NETWORK/NAME, or IDs. */
  readonly named?: readonly string[];
  /** A team's settings for problems in the result. */
  readonly rules?: ProblemRules;
  /** The root's result before the last edit. */
  readonly before?: AnalysisResult;
  readonly pause?: Pause;
  /** Adds subnets to check. */
  readonly choose?: Choose;
  /** Deployment scope that the user set. */
  readonly scope?: ChosenDeploymentScope;
  /** Deployment scope of this root that a team set. The user's setting takes precedence. */
  readonly ownScope?: RootFile['scope'];
  /** Returns Azure's data on the resources that the files only refer to, or undefined if Azure wasn't queried. */
  readonly azure?: ReadAzureResources;
  readonly limits?: Partial<CheckLimits>;
  /** Values of Terraform variables in addition to those in the folder's own files. */
  readonly variables?: TerraformVariables;
}

/** True for a file that declares resources, by its name and content. */
export function isDeployable(file: string, text: string): boolean {
  return /\.bicep$/i.test(file) || isTerraformFile(file) || isArmTemplate(text) || isTerraformPlan(text);
}

/** Limits on reading and checking files. Anything beyond them is reported as unchecked, and never passes. */
export interface CheckLimits extends EvaluationLimits {
  /** Maximum rounds of loading further files, for nested modules and for parameters files that extend each other. */
  readonly rounds: number;
  /** Maximum number of subnets, counted like `mostChecks`. */
  readonly checks: number;
}

export const mostRounds = 50;

/**
 * Reads a root file with its modules, and checks its subnets for Azure Machine Learning. Never throws because of a
 * file's content. Undefined if the root can't be read.
 */
export async function analyzeFile(
  root: string,
  world: FileWorld,
  options: AnalysisOptions,
): Promise<AnalysisResult | undefined> {
  const evaluation = evaluationOf(world, options);
  const { files } = evaluation;
  const { rounds = mostRounds } = options.limits ?? {};
  for (let round = 0; round < rounds; round += 1) {
    if (await readModules(root, evaluation)) continue;
    const evaluated = evaluateRoots(root, evaluation);
    await options.pause?.();
    if (await files.fetch()) continue;
    return evaluated && checkEvaluated(evaluated, evaluation);
  }
  const evaluated = evaluateRoots(root, evaluation);
  return evaluated && checkEvaluated(withUnread(root, evaluated, files), evaluation);
}

/** Checks the subnets of an analysis that wasn't checked, with the same result as a checked one. */
export async function checkAnalysis(
  analysis: AnalysisResult,
  options: Pick<AnalysisOptions, 'isFirst' | 'pause' | 'limits'>,
): Promise<AnalysisResult> {
  const { check } = analysis;
  return { ...analysis, check: await checkPlannedSubjects(check, check.subjects, options) };
}

/**
 * Reads the files that the root's modules name. A long file is parsed in one time slice and evaluated in the next.
 * @returns true if there were any that hadn't been read
 */
async function readModules(root: string, { files, read, options }: Evaluation): Promise<boolean> {
  const template = readRoot(root, files, read);
  if (!template) return false;
  await options.pause?.();
  expectModules(template, { files, reader: read });
  return files.fetch();
}

function evaluationOf(world: FileWorld, options: AnalysisOptions): Evaluation {
  const texts = parsedFiles(options.before?.parsed);
  return { files: knownFiles(world), texts, read: templateReader(texts), options };
}

/** Adds a fault if files refer to more files than are read. */
export function withUnread<T extends EvaluatedDeployment>(
  file: string,
  evaluated: T,
  { isWaiting }: Pick<KnownFiles, 'isWaiting'>,
): T {
  if (!isWaiting) return evaluated;
  const fault = { key: tooComplex.key, values: {}, place: { file, start: 0, end: 0 } };
  return { ...evaluated, faults: [...evaluated.faults, fault], leavesOut: true };
}

interface EvaluatedRoot
  extends EvaluatedDeployment, Pick<AnalysisResult, 'parameterErrors' | 'printedErrors'> {
  readonly terraform: TerraformAnalysis | null;
  /** The root, and all files that it refers to. */
  readonly templates: ReadonlyMap<string, Template>;
}

interface Evaluation {
  readonly files: KnownFiles;
  readonly texts: ParsedFiles;
  readonly read: TemplateReader;
  readonly options: AnalysisOptions;
}

function readRoot(root: string, files: KnownFiles, read: TemplateReader): Template | undefined {
  if (isTerraformFile(root)) return undefined;
  const source = files.named(root);
  return source.is === 'text' && !isTerraformPlan(source.text) ? read.read(root, source.text) : undefined;
}

/** Evaluates a Terraform folder, plan, or state. Undefined for any other file. */
function evaluateTerraform(
  root: string,
  { files, texts, read, options }: Evaluation,
): EvaluatedRoot | undefined {
  if (isTerraformFile(root)) {
    const folder = terraformConfiguration(root, files, { ...options, parsedFiles: texts });
    const { templates } = folder;
    return {
      ...folder,
      templates: byFile(templates),
      parameterErrors: [],
      printedErrors: [],
    };
  }
  const source = files.named(root);
  const plan = source.is === 'text' ? read.plan(root, source.text) : undefined;
  return plan && { ...plan, templates: byFile(read.all()), parameterErrors: [], printedErrors: [] };
}

function byFile(templates: readonly Template[]): EvaluatedRoot['templates'] {
  return new Map(templates.map((one) => [one.file, one]));
}

/**
 * Evaluates the root and the files that are deployed with it. If one of these doesn't exist or isn't a template, that's
 * a fault.
 */
function evaluateRoots(root: string, evaluation: Evaluation): EvaluatedRoot | undefined {
  const { parameters, scope, ownScope, together = [], printed = [] } = evaluation.options;
  const own = {
    root,
    ...(parameters === undefined ? {} : { parameters }),
    ...(scope === undefined && ownScope ? { scope: ownScope } : {}),
  };
  const first = evaluateRoot(own, evaluation);
  const combined = first && together.reduce((all, one) => withOther(all, one, evaluation), first);
  return combined && printed.reduce((all, file) => withPrinted(all, file, evaluation), combined);
}

function withOther(combined: EvaluatedRoot, root: RootFile, evaluation: Evaluation): EvaluatedRoot {
  const source = evaluation.files.named(root.root);
  const isTemplate = source.is !== 'text' || isDeployable(root.root, source.text);
  const other = isTemplate ? evaluateRoot(root, evaluation) : undefined;
  if (other) return bothRoots(combined, other);
  return source.is === 'wanted' ? combined : withoutFile(combined, root.root);
}

function withoutFile(combined: EvaluatedRoot, file: string): EvaluatedRoot {
  const fault = { key: noFile, values: { file }, place: { file, start: 0, end: 0 } };
  return { ...combined, faults: [...combined.faults, fault], leavesOut: true };
}

/** Adds printed resources. Resources that the templates create take precedence over printed ones. */
function withPrinted(combined: EvaluatedRoot, file: string, { files }: Evaluation): EvaluatedRoot {
  const source = files.named(file);
  if (source.is === 'wanted') return combined;
  if (source.is !== 'text') return withoutFile(combined, file);
  const { resources, faults } = exportedResources(file, source.text);
  const isCreatedId = idSet(
    combined.resources.flatMap(({ id, isExisting }) => (id.is === 'text' && !isExisting ? [id.value] : [])),
  );
  const others = resources.filter(({ id }) => id.is !== 'text' || !isCreatedId(id.value));
  return {
    ...combined,
    resources: [...combined.resources, ...others],
    printedErrors: [...combined.printedErrors, ...faults],
    leavesOut: combined.leavesOut || faults.length > 0,
  };
}

function bothRoots(one: EvaluatedRoot, other: EvaluatedRoot): EvaluatedRoot {
  return {
    ...one,
    templates: new Map([...one.templates, ...other.templates]),
    resources: [...one.resources, ...other.resources],
    faults: [...one.faults, ...other.faults],
    borrowed: new Map([...one.borrowed, ...other.borrowed]),
    unread: [...one.unread, ...other.unread],
    leavesOut: one.leavesOut || other.leavesOut,
    parameterErrors: [...one.parameterErrors, ...other.parameterErrors],
    printedErrors: [...one.printedErrors, ...other.printedErrors],
    terraform:
      one.terraform && other.terraform
        ? joinedTerraform(one.terraform, other.terraform)
        : (one.terraform ?? other.terraform),
  };
}

function evaluateRoot(
  { root, parameters: file, scope: own }: RootFile,
  evaluation: Evaluation,
): EvaluatedRoot | undefined {
  const { files, read, options } = evaluation;
  const ofTerraform = evaluateTerraform(root, evaluation);
  if (ofTerraform) return ofTerraform;
  const template = readRoot(root, files, read);
  if (!template) return undefined;
  const given = file === undefined ? null : readParameters(file, files);
  const scope = own ?? options.scope;
  const { region, cloud } = options.overrides;
  const limited = options.limits ? { limits: options.limits } : {};
  const deployment = { ...scope, location: region ?? scope?.location, cloud };
  const evaluated = evaluatedInRegion(template, { given, region }, (parameters) =>
    evaluateDeployment(template, { parameters, deployment, files, parse: read.read, ...limited }),
  );
  const faults = [...template.errors, ...evaluated.faults];
  return {
    ...evaluated,
    templates: byFile(read.all()),
    faults,
    parameterErrors: given?.errors ?? [],
    printedErrors: [],
    terraform: null,
  };
}

async function checkEvaluated(
  evaluated: EvaluatedRoot,
  { files, texts, options }: Evaluation,
): Promise<AnalysisResult> {
  const { overrides, facts, isChecked = true, isFirst, before, pause, choose, azure } = options;
  const { templates, resources, faults, borrowed, unread } = evaluated;
  const directives = [...templates.values()].flatMap((one) => one.directives);
  const missingModules = missingAmong(unread);
  const isWhole = missingModules.length === 0;
  const declared = declaredNetwork(overrides.cloud, resources, isWhole);
  await pause?.();
  const directed = [...directedBy(declared, directives), ...namedSubnets(declared, options.named)];
  const requested = { isChecked, isFirst, before: before?.check, pause, choose, azure };
  const cut = cutOf(evaluated);
  const conflicts = evaluated.terraform?.conflicts ?? [];
  const given = {
    overrides,
    directed,
    borrowed,
    unread,
    conflicts,
    isWhole,
    cut,
    limits: options.limits,
    ...requested,
  };
  return {
    check: await checkFiles(declared, facts, given),
    directed,
    templates,
    faults,
    parameterErrors: evaluated.parameterErrors,
    printedErrors: evaluated.printedErrors,
    missingModules,
    terraform: evaluated.terraform,
    parsed: texts.texts,
    requested: files.requested,
  };
}

/** Returns the subnets that a team lists for Azure Machine Learning. */
export function namedSubnets(declared: FileInputs, names: readonly string[] = []): readonly Directed[] {
  if (names.length === 0) return [];
  const its = allSubjects(declared).filter(({ subnet }) =>
    names.some((name) => namesSubnetId(name, subnet.id)),
  );
  return its.length > 0 ? [{ subnets: its.map(({ subnet }) => subnet.id), overrides: {} }] : [];
}

/** Faults of a file that isn't parsed to its end, to its full depth, or, for a parameters file, at all. */
const limitFaults: readonly string[] = [
  tooLong,
  'bicep.tooDeep',
  'documents.fault.tooDeep',
  ...unreadFileKeys,
  unreadEntry,
];

/** Returns why the analysis is incomplete. Parts that aren't read or evaluated could change every result. */
function cutOf({ templates, parameterErrors, leavesOut }: EvaluatedRoot): Cut | null {
  const errors = [...[...templates.values()].flatMap((one) => one.errors), ...parameterErrors];
  if (errors.some(({ key }) => limitFaults.includes(key))) return 'file';
  return leavesOut ? 'work' : null;
}

/** Returns the modules that may be deployed, each place once. */
export function missingAmong(unread: readonly UnreadModule[]): readonly UnreadModule[] {
  const perhaps = unread.filter(({ isDeployed }) => !isDeployed.known || isDeployed.value);
  const keyOf = ({ name, place }: UnreadModule): string => JSON.stringify([name, place.file, place.start]);
  return [...new Map(perhaps.map((one) => [keyOf(one), one])).values()];
}

/**
 * Evaluates a template with its parameters. If a region is passed and the files don't set one, it's used as the region.
 */
function evaluatedInRegion(
  template: Template,
  { given, region }: { readonly given: ParameterFile | null; readonly region: string | undefined },
  evaluate: (parameters: ParameterFile | null) => EvaluatedDeployment,
): EvaluatedDeployment {
  const evaluated = evaluate(given);
  if (region === undefined) return evaluated;
  const parameters = parametersInRegion(template, given, { region, resources: evaluated.resources });
  return parameters === given ? evaluated : evaluate(parameters);
}

/**
 * Adds the passed region as the value of each parameter that doesn't have a value and that a resource uses as its
 * location.
 */
function parametersInRegion(
  template: Template,
  given: ParameterFile | null,
  { region, resources }: Pick<EvaluatedDeployment, 'resources'> & { readonly region: string },
): ParameterFile | null {
  const locations = resources.flatMap(({ body }) => {
    const location = locationPart(partOf(body, 'location'));
    return location.known || location.symbol === undefined ? [] : [location.symbol];
  });
  const lacking = template.parameters.filter(
    ({ name, defaultValue }) => defaultValue === null && locations.includes(`‹${name}›`),
  );
  if (lacking.length === 0) return given;
  const assumed = lacking.map(({ name, place }): [string, Expression] => [
    name,
    { is: 'literal', value: region, place },
  ]);
  const file = given ?? noParameters(template.file);
  return { ...file, values: new Map([...file.values, ...assumed]) };
}

function noParameters(file: string): ParameterFile {
  return {
    file,
    using: null,
    extends: null,
    values: new Map(),
    variables: [],
    functions: [],
    imports: [],
    errors: [],
  };
}

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
import { isTerraformPlan, unreadEntry } from '../documents/terraform/plan/read-plan';
import { declaredNetwork } from '../documents/model/declared-network';
import type { PlanOverrides } from '../documents/subjects/subject-plans';
import type { Subject } from '../documents/subjects/subjects';
import type { DirectiveComment, SyntaxFault, Template } from '../documents/template/template';
import type { ChosenDeploymentScope } from './existing/deployment-scope';
import { directedBy, type Directed } from './directives';
import { checkFiles, type ReadAzureResources, type Choose, type FileCheck, type Pause } from './check-files';
import { knownFiles, type FileWorld, type KnownFiles } from './known-files';
import { readParameters, templateReader, type TemplateReader } from './template-reader';
import {
  isTerraformFile,
  terraformConfiguration,
  type TerraformAnalysis,
  type TerraformVariables,
} from './terraform-root';
import type { Cut } from './work-budget';
import { locationPart, partOf } from '../documents/model/parts';
import type { Expression } from '../documents/template/expression';
import type { ParameterFile } from '../documents/template/parameter-file';

/** What a root file and all that it names come to. */
export interface AnalysisResult {
  readonly check: FileCheck;
  /** The root and all that it names, by file. */
  readonly templates: ReadonlyMap<string, Template>;
  readonly directed: readonly Directed[];
  /** What could not be read or evaluated; the rest stands. */
  readonly faults: readonly SyntaxFault[];
  /** What in the parameters' files could not be read. */
  readonly parameterErrors: readonly SyntaxFault[];
  /** What in files with printed resources could not be read. */
  readonly printedErrors: readonly SyntaxFault[];
  /** Modules whose template isn't known: what they would deploy wasn't checked. */
  readonly missingModules: readonly UnreadModule[];
  /** What is known of files of Terraform; null of templates. */
  readonly terraform: TerraformAnalysis | null;
  /** Files that were asked for, the root among them, there or not. */
  readonly asked: ReadonlySet<string>;
}

/** A file that is deployed, and a file with its parameters' values. */
export interface RootFile {
  readonly root: string;
  readonly parameters?: string;
  /** Where it's deployed, if that isn't where the first one is. */
  readonly scope?: Partial<ChosenDeploymentScope>;
}

export interface AnalysisOptions {
  readonly said: PlanOverrides;
  readonly facts: CheckInput;
  /** False where only is asked what the files declare and which subnets they mean, as quickly as that can be said. */
  readonly isChecked?: boolean;
  /** True of subnets that are asked for by name. */
  readonly isFirst?: (subject: Subject) => boolean;
  /** A file with the parameters' values. */
  readonly parameters?: string;
  /** Other roots that are deployed with it: what one of them declares, the others refer to. */
  readonly together?: readonly RootFile[];
  /** Files with resources that a program printed, which exist next to what the templates declare. */
  readonly printed?: readonly string[];
  /** Subnets for Azure ML: names, NETWORK/NAME, or IDs. */
  readonly named?: readonly string[];
  /** What a team wants of the problems in the result. */
  readonly rules?: ProblemRules;
  /** What the root came to before the last keystroke. */
  readonly before?: AnalysisResult;
  readonly pause?: Pause;
  /** What is checked beside what the files mean. */
  readonly choose?: Choose;
  /** Where the root is deployed, where the user said so. */
  readonly scope?: ChosenDeploymentScope;
  /** The same of the root alone, as a team states it; what the user said counts before it. */
  readonly ownScope?: RootFile['scope'];
  /** What Azure has of the resources that the files only refer to; undefined where nobody asked it. */
  readonly azure?: ReadAzureResources;
  readonly limits?: Partial<CheckLimits>;
  /** Values of variables of a Terraform folder beside those of its own files. */
  readonly variables?: TerraformVariables;
}

/** True of a text that declares resources, by its name and its content. */
export function isDeployable(file: string, text: string): boolean {
  return /\.bicep$/i.test(file) || isTerraformFile(file) || isArmTemplate(text) || isTerraformPlan(text);
}

/** How much of files is read and checked at most. What is beyond it is reported as not checked, and never passes. */
export interface CheckLimits extends EvaluationLimits {
  /** Rounds of reading further files: of modules inside each other, and of parameters files that extend each other. */
  readonly rounds: number;
  /** Subnets, as `mostChecks` counts them. */
  readonly checks: number;
}

export const mostRounds = 50;

/**
 * Reads a root file with its modules, checks the subnets that it means for Azure ML, and says what it found. Never
 * throws for what a file holds. Undefined where the root cannot be read.
 */
export async function analyzeFile(
  root: string,
  world: FileWorld,
  options: AnalysisOptions,
): Promise<AnalysisResult | undefined> {
  const files = knownFiles(world);
  const read = templateReader();
  const { rounds = mostRounds } = options.limits ?? {};
  for (let round = 0; round < rounds; round += 1) {
    // A long file is read in one piece and evaluated in the next.
    if (readRoot(root, files, read)) await options.pause?.();
    const evaluated = evaluateRoots(root, { files, read, options });
    await options.pause?.();
    if (await files.fetch()) continue;
    return evaluated && examined(evaluated, files, options);
  }
  const evaluated = evaluateRoots(root, { files, read, options });
  return evaluated && examined(withUnread(root, evaluated, files), files, options);
}

/** Tells where files refer to more files than are read. */
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
  readonly templates: ReadonlyMap<string, Template>;
  /** Of the root and of all that it names. */
  readonly directives: readonly DirectiveComment[];
}

interface Evaluation {
  readonly files: KnownFiles;
  readonly read: TemplateReader;
  readonly options: AnalysisOptions;
}

function readRoot(root: string, files: KnownFiles, read: TemplateReader): Template | undefined {
  if (isTerraformFile(root)) return undefined;
  const source = files.named(root);
  return source.is === 'text' && !isTerraformPlan(source.text) ? read.read(root, source.text) : undefined;
}

/** What a folder, a plan, or a state of Terraform comes to; undefined of another file. */
function evaluateTerraform(root: string, { files, read, options }: Evaluation): EvaluatedRoot | undefined {
  if (isTerraformFile(root)) {
    const folder = terraformConfiguration(root, files, options);
    const { templates } = folder;
    return {
      ...folder,
      templates: new Map(templates.map((one) => [one.file, one])),
      directives: templates.flatMap(({ directives }) => directives),
      parameterErrors: [],
      printedErrors: [],
    };
  }
  const source = files.named(root);
  const plan = source.is === 'text' ? read.plan(root, source.text) : undefined;
  return plan && { ...plan, ...readBy(read), parameterErrors: [], printedErrors: [] };
}

/** All files that were read, with what their comments say. */
function readBy(read: TemplateReader): Pick<EvaluatedRoot, 'templates' | 'directives'> {
  const all = read.all();
  return {
    templates: new Map(all.map((one) => [one.file, one])),
    directives: all.flatMap((one) => one.directives),
  };
}

/** The root with those that are deployed with it; what isn't there of them, or is no template, is a fault. */
function evaluateRoots(root: string, evaluation: Evaluation): EvaluatedRoot | undefined {
  const { parameters, scope, ownScope, together = [], printed = [] } = evaluation.options;
  const own = {
    root,
    ...(parameters === undefined ? {} : { parameters }),
    ...(scope === undefined && ownScope ? { scope: ownScope } : {}),
  };
  const first = evaluateRoot(own, evaluation);
  const whole = first && together.reduce((all, one) => withOther(all, one, evaluation), first);
  return whole && printed.reduce((all, file) => withPrinted(all, file, evaluation), whole);
}

function withOther(whole: EvaluatedRoot, root: RootFile, evaluation: Evaluation): EvaluatedRoot {
  const source = evaluation.files.named(root.root);
  const isTemplate = source.is !== 'text' || isDeployable(root.root, source.text);
  const other = isTemplate ? evaluateRoot(root, evaluation) : undefined;
  if (other) return bothRoots(whole, other);
  return source.is === 'wanted' ? whole : withoutFile(whole, root.root);
}

function withoutFile(whole: EvaluatedRoot, file: string): EvaluatedRoot {
  const fault = { key: noFile, values: { file }, place: { file, start: 0, end: 0 } };
  return { ...whole, faults: [...whole.faults, fault], leavesOut: true };
}

/** What the templates make counts before what a program printed of the same resource. */
function withPrinted(whole: EvaluatedRoot, file: string, { files }: Evaluation): EvaluatedRoot {
  const source = files.named(file);
  if (source.is === 'wanted') return whole;
  if (source.is !== 'text') return withoutFile(whole, file);
  const { resources, faults } = exportedResources(file, source.text);
  const isMade = idSet(
    whole.resources.flatMap(({ id, isExisting }) => (id.is === 'text' && !isExisting ? [id.value] : [])),
  );
  const others = resources.filter(({ id }) => id.is !== 'text' || !isMade(id.value));
  return {
    ...whole,
    resources: [...whole.resources, ...others],
    printedErrors: [...whole.printedErrors, ...faults],
    leavesOut: whole.leavesOut || faults.length > 0,
  };
}

function bothRoots(one: EvaluatedRoot, other: EvaluatedRoot): EvaluatedRoot {
  return {
    ...one,
    templates: other.templates,
    directives: other.directives,
    resources: [...one.resources, ...other.resources],
    faults: [...one.faults, ...other.faults],
    borrowed: new Map([...one.borrowed, ...other.borrowed]),
    unread: [...one.unread, ...other.unread],
    leavesOut: one.leavesOut || other.leavesOut,
    parameterErrors: [...one.parameterErrors, ...other.parameterErrors],
    printedErrors: [...one.printedErrors, ...other.printedErrors],
    terraform: one.terraform ?? other.terraform,
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
  const { region, cloud } = options.said;
  const limited = options.limits ? { limits: options.limits } : {};
  const deployment = { ...scope, location: region ?? scope?.location, cloud };
  const evaluated = evaluatedInRegion(template, { given, region }, (parameters) =>
    evaluateDeployment(template, { parameters, deployment, files, parse: read.read, ...limited }),
  );
  const faults = [...template.errors, ...evaluated.faults];
  return {
    ...evaluated,
    ...readBy(read),
    faults,
    parameterErrors: given?.errors ?? [],
    printedErrors: [],
    terraform: null,
  };
}

async function examined(
  evaluated: EvaluatedRoot,
  files: KnownFiles,
  options: AnalysisOptions,
): Promise<AnalysisResult> {
  const { said, facts, isChecked = true, isFirst, before, pause, choose, azure } = options;
  const { templates, directives, resources, faults, borrowed, unread } = evaluated;
  const missingModules = missingAmong(unread);
  const isWhole = missingModules.length === 0;
  const declared = declaredNetwork(said.cloud, resources, isWhole);
  await pause?.();
  const directed = [...directedBy(declared, directives), ...namedSubnets(declared, options.named)];
  const asked = { isChecked, isFirst, before: before?.check, pause, choose, azure };
  const cut = cutOf(evaluated);
  const conflicts = evaluated.terraform?.conflicts ?? [];
  const given = {
    said,
    directed,
    borrowed,
    unread,
    conflicts,
    isWhole,
    cut,
    limits: options.limits,
    ...asked,
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
    asked: files.asked,
  };
}

/** Subnets that a team states are for Azure ML. */
export function namedSubnets(declared: FileInputs, names: readonly string[] = []): readonly Directed[] {
  if (names.length === 0) return [];
  const its = allSubjects(declared).filter(({ subnet }) =>
    names.some((name) => namesSubnetId(name, subnet.id)),
  );
  return its.length > 0 ? [{ subnets: its.map(({ subnet }) => subnet.id), said: {} }] : [];
}

/** What a file isn't read to its end for, not in its depth, or, of one with parameters, not at all. */
const limitFaults: readonly string[] = [
  tooLong,
  'bicep.tooDeep',
  'documents.fault.tooDeep',
  ...unreadFileKeys,
  unreadEntry,
];

/** What isn't read or evaluated could change every result. */
function cutOf({ templates, parameterErrors, leavesOut }: EvaluatedRoot): Cut | null {
  const errors = [...[...templates.values()].flatMap((one) => one.errors), ...parameterErrors];
  if (errors.some(({ key }) => limitFaults.includes(key))) return 'file';
  return leavesOut ? 'work' : null;
}

/** Those that are perhaps deployed, each place once. */
export function missingAmong(unread: readonly UnreadModule[]): readonly UnreadModule[] {
  const perhaps = unread.filter(({ isDeployed }) => !isDeployed.known || isDeployed.value);
  const keyOf = ({ name, place }: UnreadModule): string => JSON.stringify([name, place.file, place.start]);
  return [...new Map(perhaps.map((one) => [keyOf(one), one])).values()];
}

/** A template with the parameters that are given, and with a region where one was given and the files state none. */
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
 * Values of parameters with the region that was given: it's that of each parameter without a value that a resource gives
 * for its location.
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

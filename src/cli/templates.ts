import { resolvePath } from '../documents/source/resolve-path';
import type { CheckInput } from '../checks/check-subnet';
import type { Reason } from '../core/reason';
import { editorOf } from '../documents/edits/file-editor';
import type { Say } from '../messages/say';
import { shortDescription } from '../wording/short-description';
import type { FindingPlace } from '../core/finding';
import type { Decider } from '../core/check-result';
import type { SourceRange } from '../documents/source/source-range';
import { isEditable } from '../file-checks/edits/edited-files';
import type { FixTestContext } from '../file-checks/edits/written-fix';
import {
  analyzeFile,
  checkAnalysis,
  type AnalysisOptions,
  type AnalysisResult,
  type RootFile,
} from '../file-checks/analyze-file';
import { isTerraformFile, type TerraformVariables } from '../file-checks/terraform-root';
import type { Choose } from '../file-checks/check-files';
import type { ProblemRules } from '../file-checks/problem-rules';
import type { ReportedProblem } from '../file-checks/cause-problems';
import type { FileWorld } from '../file-checks/known-files';
import { placeOfDecider, placeOfFinding } from '../file-checks/places';
import { placeOfCause, placeOfSubject } from '../file-checks/problems-of';
import { positionsIn, diagnosticRange } from '../file-checks/diagnostic-range';
import { isAmong } from './choose-subnets';
import type { CheckOptions } from './options';
import type { ParameterSource } from './parameter-choice';
import type { FilePlace, CheckSource } from './source';

/** An analyzed template, with the texts that it was read from. */
export interface TemplateSource extends CheckSource {
  readonly file: string;
  /** The inputs of its analysis, for testing fixes. */
  readonly fixTest: Omit<FixTestContext, 'files'>;
  textOf(file: string): string | undefined;
  /** Names of all files that were read for it. */
  readonly filesRead: readonly string[];
  readonly parameters: ParameterSource;
  /** Returns whether a problem is in the baseline. Missing if there is no baseline. */
  readonly baselineStateOf?: (problem: ReportedProblem) => 'new' | 'unchanged';
}

/** Returns the inputs for testing its fixes. */
export function fixTestIn(say: Say, source: TemplateSource): FixTestContext {
  const { analysis } = source.fixTest;
  const { templates } = analysis;
  const files = {
    textOf: (file: string) => (isEditable(analysis, file) ? source.textOf(file) : undefined),
    editorOf,
    templateOf: (file: string) => templates.get(file),
    terraform: analysis.terraform,
    describe: (why: Reason) => shortDescription(say, why),
  };
  return { ...source.fixTest, files };
}

/** True for a source that was read from a template. */
export function isTemplate(source: CheckSource): source is TemplateSource {
  return source.isTemplate;
}

/** True for a Terraform plan or state, into which fixes can't be written. */
export function isOfPlan(source: CheckSource): boolean {
  if (!isTemplate(source)) return false;
  const { root, analysis } = source.fixTest;
  return analysis.terraform !== null && !isTerraformFile(root);
}

/** Normalizes file names to the form in which they're read. */
export function withPlainNames({ files, values }: TerraformVariables): TerraformVariables {
  return { files: files.map((file) => resolvePath(file.replaceAll('\\', '/'), '')), values };
}

interface ReadOptions extends Pick<TemplateSource, 'parameters'> {
  readonly options: CheckOptions;
  readonly facts: CheckInput;
  readonly isChecked: boolean;
  /** Templates that are deployed with it. */
  readonly together?: readonly RootFile[];
  /** Files with printed resources that exist in addition to those of the templates. */
  readonly printed?: readonly string[];
  readonly scope?: RootFile['scope'];
  readonly rules: ProblemRules;
}

/** Reads a Bicep file or ARM template with all files that it refers to. Undefined if it can't be read. */
export function readTemplate(
  file: string,
  world: FileWorld,
  { options, facts, isChecked, parameters, together = [], printed = [], scope, rules }: ReadOptions,
): Promise<TemplateSource | undefined> {
  const { params, terraform } = options;
  const given: AnalysisOptions = {
    overrides: options,
    facts,
    isChecked,
    together,
    printed,
    rules,
    named: [...(options.team?.settings.subnets ?? []), ...options.subnets],
    ...(scope === undefined ? {} : { ownScope: scope }),
    ...(options.subnets.length === 0 ? {} : { isFirst: isAmong(options.subnets) }),
    ...(params === undefined ? {} : { parameters: params.replaceAll('\\', '/') }),
    ...(terraform === undefined ? {} : { variables: withPlainNames(terraform) }),
  };
  return readWith(file, world, { given, parameters });
}

/** Checks the same template in the subnets that `choose` selects. Undefined if it can't be read again. */
export function checkedIn(
  { file, fixTest, parameters }: TemplateSource,
  choose: Choose,
): Promise<TemplateSource | undefined> {
  const given = { ...fixTest.options, isChecked: true, choose };
  return readWith(file, fixTest.world, { given, parameters });
}

/** Checks the subnets of a template that was read without a check. It isn't evaluated again. */
export async function withChecks(source: TemplateSource): Promise<TemplateSource> {
  const options = { ...source.fixTest.options, isChecked: true };
  const analysis = await checkAnalysis(source.fixTest.analysis, options);
  return {
    ...source,
    fixTest: { ...source.fixTest, analysis, options },
    places: placesIn(analysis, source.textOf),
  };
}

interface ReadWith extends Pick<TemplateSource, 'parameters'> {
  readonly given: AnalysisOptions;
}

async function readWith(
  file: string,
  world: FileWorld,
  { given, parameters }: ReadWith,
): Promise<TemplateSource | undefined> {
  const texts = new Map<string, string>();
  const remembering: FileWorld = {
    ...world,
    async read(name) {
      const text = await world.read(name);
      if (text !== undefined) texts.set(name, text);
      return text;
    },
  };
  const analysis = await analyzeFile(file, remembering, given);
  if (!analysis) return undefined;
  const { declared } = analysis.check;
  const textOf = (name: string): string | undefined => texts.get(name);
  return {
    file,
    fixTest: { root: file, analysis, world: remembering, options: given },
    textOf,
    // A folder listing isn’t a file.
    filesRead: [...texts.keys()].filter((name) => !name.endsWith('/')),
    parameters,
    inputs: { ...declared, bare: [], statedWithoutPeerings: [] },
    places: placesIn(analysis, textOf),
    isTemplate: true,
    directed: analysis.directed,
  };
}

function placesIn(
  { check, terraform }: Pick<AnalysisResult, 'check' | 'terraform'>,
  textOf: (file: string) => string | undefined,
): CheckSource['places'] {
  const { declared } = check;
  const shown = (place: SourceRange | null): FilePlace | null => {
    if (!place) return null;
    const address = terraform?.addressAt(place);
    return {
      ...countedPlace(textOf(place.file) ?? '', place),
      ...(address === undefined ? {} : { address }),
    };
  };
  return {
    ofDecider: (by: Decider) => shown(placeOfDecider(declared, by)),
    ofFinding: (place: FindingPlace) => shown(placeOfFinding(declared, place)),
    ofSubnet: (subject) => shown(placeOfSubject(check, subject)),
    ofCause: (subject, cause) => shown(placeOfCause(check, subject, cause)),
  };
}

/** Returns the one-based place in a template or its modules. */
export function placeIn({ textOf }: TemplateSource, place: SourceRange): FilePlace {
  return countedPlace(textOf(place.file) ?? '', place);
}

/** Returns a place with one-based line and column. */
function countedPlace(text: string, place: SourceRange): FilePlace {
  const { line, column } = positionsIn(text)(diagnosticRange(text, place).start);
  return { file: place.file, line: line + 1, column: column + 1 };
}

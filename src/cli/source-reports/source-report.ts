import type { Severity } from '../../core/check-result';
import { type ReportRow, mergeRows } from '../report/report-row';
import type { SubnetSelection } from '../choose-subnets';
import { type UncheckedSubnets, formatProblem } from '../../wording/problem-text';
import type { BaselineEntry } from '../../contract/baseline';
import { type OfKinds, ofKinds, kindsIn, type ReportKind, kindsOf } from './report-kinds';
import type { SourceSummary } from '../run-summary';
import { missingModuleFaults, type PlacedFault, placedFaults } from '../placed-error-text';
import type { FileInputs, CheckedCompute, Subject } from '../../documents/subjects/subjects';
import { type Known, known } from '../../core/known';
import type { PrivateEndpoint, ResourceId } from '../../core/network/model';
import type { DeclaredCompute, DeclaredWorkspace } from '../../documents/model/to-compute';
import type { CheckSource } from '../source';
import type { ReportInput } from './report-input';
import { problemsIn, type SourceProblems } from '../ignored';
import { applyRulesToSource, expiredText, withStates } from './apply-rules';
import {
  fileOnlyAmong,
  endsRun,
  type FileOnlyProblem,
  fileOnlyRow,
  fileOnlyJson,
  isUnknown,
} from '../report/file-only-report';
import { hasMissingModules, leftOutOf, summarizeSource } from './summarize-source';
import {
  cutOf,
  type Checked,
  hasMissingSettings,
  isFinding,
  isFailingFinding,
  type SubnetCheck,
  isReported,
} from '../check';
import { networksOf } from '../effective-files';
import { idSet } from '../../core/network/find';
import type { ProblemContent, Problem } from '../../file-checks/problem';
import { isTemplate } from '../templates';
import type { Say } from '../../messages/say';
import { assumedIn, subnetStatus } from '../report/subnet-status';
import { isForEverySubnet } from '../../checks/summary';
import { tooComplex, noFile } from '../../documents/evaluate/errors';
import type { CheckOptions } from '../options';
import { type WrittenFixes, writtenFixes, writtenKey } from './written-fixes';
import { printableUtf8, type PrintableUtf8 } from '../printable-text';
import { subnetJson, findingJson } from '../report/json-report';
import { sarifResults, suppressedResults, rowResults } from '../report/sarif-report';
import { causeRows } from '../report/cause-rows';
import { findingRow } from '../report/finding-row';
import type { FoundProblem } from '../found-problems';
import { findingKey } from '../../core/finding';

/** An item that is reported once, even if several sources have it. */
export interface ReportedItem {
  readonly key: string;
  readonly id: string;
  /** Its severity, or null if it is unknown. */
  readonly severity: Severity | null;
  /** True if a requirement of a subnet is unknown for the same reason, and is counted. */
  readonly isCounted?: true;
  readonly text: string;
  /** The row in the text report. */
  readonly row?: ReportRow;
}

type Worded = Pick<ReportedItem, 'text' | 'row'>;

/**
 * The report of one source, with texts for the report's formats. It's plain data, because it may come from another
 * thread.
 */
export interface SourceReport extends Omit<SubnetSelection, 'subjects' | 'computes'> {
  readonly subnets: {
    readonly rows: readonly string[];
    /** In UTF-8: texts of a folder take twice the memory, as they contain characters such as apostrophes. */
    readonly json: readonly PrintableUtf8[];
  };
  /** Subnets that weren't checked. They're unknown, and never pass. */
  readonly leftOut: UncheckedSubnets;
  /** The results as baseline entries. */
  readonly baseline: readonly BaselineEntry[];
  readonly fileInBaseline: string | null;
  /** Expired rules that match something reported, as text. */
  readonly expired: readonly string[];
  /** Suppressions in the files, assumptions about their subnets, and the basis of the results, as text. */
  readonly ignored: readonly string[];
  readonly assumed: readonly string[];
  readonly basis: readonly string[];
  /** Requirements that apply to every subnet in the same way, by ID. */
  readonly everywhere: readonly string[];
  /** Findings of NSGs and route tables. For code scanning, problems. */
  readonly reported: OfKinds<ReportedItem>;
  /** Compute resources whose subnet the source's files don't declare. */
  readonly elsewhere: Elsewhere;
  /** True if a module that couldn't be read may contain a compute resource or its network. */
  readonly isPartial: boolean;
  /** True if the run fails with exit code 1. */
  readonly isOpen: boolean;
  /** IDs of the networks of its subnets. */
  readonly networks: readonly string[];
  readonly summary: SourceSummary;
  /**
   * Text in its files that isn't valid Bicep or JSON, and files that they refer to and that don't exist. Their content
   * wasn't checked.
   */
  readonly faults: readonly PlacedFault[];
  /** Places where the files exceed the evaluation limits. Everything that depends on them is unknown. */
  readonly tooComplex: readonly PlacedFault[];
}

/**
 * The declarations of a template that other templates' networks are checked with: compute resources, their workspaces,
 * and their services.
 */
export interface ResourcesOfOtherFiles extends Pick<FileInputs, 'workspaces' | 'services'> {
  readonly computes: readonly CheckedCompute[];
  readonly privateEndpoints: Known<readonly PrivateEndpoint[]>;
}

/** Compute resources of one template whose subnet another one may declare, with the resources that they depend on. */
export interface ComputeInOtherFiles extends ResourcesOfOtherFiles {
  readonly computes: readonly DeclaredCompute[];
  readonly workspaces: readonly DeclaredWorkspace[];
}

/** The report on compute resources whose subnet another file may declare. */
interface Elsewhere extends ComputeInOtherFiles {
  /** Reported items by compute resource ID. */
  readonly reported: ReadonlyMap<ResourceId, OfKinds<ReportedItem>>;
}

/** Checks the chosen subnets of a source, and creates the texts of the report. */
export async function reportOfSource(
  given: CheckSource,
  { subjects, computes, found, names }: SubnetSelection,
  reportInput: ReportInput,
): Promise<SourceReport> {
  const problems = given.isJoined ? ofSubnets(problemsIn(given), subjects) : problemsIn(given);
  const filtered = applyRulesToSource(given, { subjects, computes, problems }, reportInput);
  const { compared } = filtered;
  const plain = compared.checked;
  const fixes = await fixesIn(given, plain, { reportInput, problems: problems.reported });
  const checked = { ...plain, checks: plain.checks.map((one) => withWritten(one, fixes)) };
  reportInput.onChecked?.(checked.checks);
  const ofFiles = fileOnlyAmong(problems.reported).filter((one) => !compared.isKnown(one));
  const ofFile = ofFiles.filter(({ what }) => what.is !== 'elsewhere');
  const here = problems.reported.filter(({ what }) => what.is !== 'elsewhere');
  const faults = faultsOf(given, reportInput.say);
  const isPartial = hasMissingModules(given);
  return {
    baseline: compared.entries,
    fileInBaseline: filtered.fileInBaseline,
    expired: filtered.expired.map((one) => expiredText(reportInput.say, one)),
    ...(await worded(
      withStates(given, reportInput, compared),
      { ...checked, problems: here, suppressed: problems.ignored, ofFile, fixes },
      reportInput,
    )),
    elsewhere: await elsewhereIn(given, ofFiles, reportInput),
    isPartial,
    isOpen:
      // A missing file fails the run by itself.
      (isPartial && faults.faults.length === 0 && !reportInput.options.allowUnknown) ||
      isBeyondLimits(given, faults, reportInput.options) ||
      ofFile.some((one) => endsRun(one, reportInput.options)) ||
      isOpen(checked, reportInput.options),
    leftOut: leftOutOf(checked, cutOf(given)),
    networks: networksOf(subjects),
    ...assumedOf(reportInput.say, checked),
    everywhere: everywhereIn(checked),
    summary: summarizeSource(given, checked, {
      say: reportInput.say,
      options: reportInput.options,
      reported: new Set(ofFile.map(({ place }) => place)),
    }),
    ...faults,
    found,
    names,
  };
}

/** Returns only the problems of subnets. */
function ofSubnets(
  { reported, changed, ignored }: SourceProblems,
  subjects: readonly Subject[],
): SourceProblems {
  const isOf = idSet(subjects.map(({ subnet }) => subnet.id));
  const kinds: readonly string[] = ['result', 'finding'] satisfies ProblemContent['is'][];
  const its = (all: readonly Problem[]): readonly Problem[] =>
    all.filter(({ subnetId, what }) => isOf(subnetId) && kinds.includes(what.is));
  return { reported: its(reported), changed: its(changed), ignored: its(ignored), quiet: [], expired: [] };
}

async function elsewhereIn(
  source: CheckSource,
  all: readonly FileOnlyProblem[],
  reportInput: ReportInput,
): Promise<Elsewhere> {
  const reported = new Map<ResourceId, OfKinds<ReportedItem>>();
  for (const one of all) {
    if (one.what.is !== 'elsewhere') continue;
    const items = await ofKinds(reportInput.options, (kind) =>
      fileReported(source, [one], { ...reportInput, kind }),
    );
    if (kindsIn(items).length > 0) reported.set(one.what.computeId, items);
  }
  if (!isTemplate(source)) {
    return { computes: [], workspaces: [], privateEndpoints: known([]), reported };
  }
  const { computes, workspaces, services, model } = source.fixTest.analysis.check.declared;
  return {
    computes: computes.filter(({ id }) => reported.has(id)),
    workspaces,
    services,
    privateEndpoints: model.privateEndpoints,
    reported,
  };
}

/** Adds compute resources whose subnet no file declares to a report. */
export function withElsewhere(
  report: SourceReport,
  left: readonly ResourceId[],
  { options }: ReportInput,
): SourceReport {
  const reported = left.flatMap((id) => report.elsewhere.reported.get(id) ?? []);
  const isOpen = report.isOpen || (reported.length > 0 && !options.allowUnknown);
  const withReported = (kind: ReportKind): readonly ReportedItem[] => [
    ...report.reported[kind],
    ...reported.flatMap((one) => one[kind]),
  ];
  return {
    ...report,
    reported: { rows: withReported('rows'), json: withReported('json'), sarif: withReported('sarif') },
    isOpen,
  };
}

function assumedOf(say: Say, { checks }: Checked): Pick<SourceReport, 'ignored' | 'assumed' | 'basis'> {
  const all = checks.map((one) => assumedIn(say, one));
  const ignored = new Set(checks.flatMap((one) => [...one.ignored]));
  return {
    ignored: ignored.size > 0 ? [say('terminal.ignored', { n: ignored.size, ids: [...ignored].sort() })] : [],
    assumed: all.flatMap(({ assumed }) => assumed),
    basis: all.flatMap(({ basis }) => basis),
  };
}

function everywhereIn({ checks }: Checked): readonly string[] {
  const all = checks.flatMap(({ results }) => results.filter(isForEverySubnet));
  return [...new Set(all.map(({ requirement }) => requirement))];
}

function isBeyondLimits(
  source: CheckSource,
  { tooComplex: places }: Pick<SourceReport, 'tooComplex'>,
  { allowUnknown }: CheckOptions,
): boolean {
  return !allowUnknown && (places.length > 0 || cutOf(source) !== null);
}

/** Returns the parts that couldn't be read, and the unknown parts that exceed the evaluation limits. */
export function faultsOf(source: CheckSource, say: Say): Pick<SourceReport, 'faults' | 'tooComplex'> {
  if (!isTemplate(source) || source.isJoined) return { faults: [], tooComplex: [] };
  const { templates, faults, parameterErrors, printedErrors } = source.fixTest.analysis;
  const among = (key: string) => faults.filter((one) => one.key === key);
  const errors = [...templates.values()].flatMap((one) => one.errors);
  const textOf = (file: string): string | undefined => source.textOf(file);
  return {
    faults: placedFaults(say, [...errors, ...parameterErrors, ...printedErrors, ...among(noFile)], textOf),
    tooComplex: placedFaults(say, among(tooComplex.key), textOf),
  };
}

/** Returns modules that aren't there: what they declare isn't known. */
export function missingIn(source: CheckSource, say: Say): readonly PlacedFault[] {
  if (!isTemplate(source) || source.isJoined) return [];
  return missingModuleFaults(say, source.fixTest.analysis.missingModules, (file) => source.textOf(file));
}

function isOpen({ checks, found, leftOut }: Checked, options: CheckOptions): boolean {
  return (
    (leftOut.length > 0 && !options.allowUnknown) ||
    checks.some((one) => hasMissingSettings(one, options)) ||
    checks.some(({ results, ignored, known }) =>
      results.some(
        (each) =>
          !ignored.has(each.requirement) && known?.has(each.requirement) !== true && isFinding(each, options),
      ),
    ) ||
    found.some((one) => isFailingFinding(one, options))
  );
}

/** The findings of one source. */
interface Findings extends Checked {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly Problem[];
  readonly ofFile: readonly FileOnlyProblem[];
  readonly fixes: WrittenFixes;
}

async function worded(
  source: CheckSource,
  found: Findings,
  reportInput: ReportInput,
): Promise<Pick<SourceReport, 'subnets' | 'reported'>> {
  const { say, options } = reportInput;
  const kinds = kindsOf(options);
  const subnets = {
    rows: kinds.has('rows') ? found.checks.map((one) => subnetStatus(say, one)) : [],
    json: kinds.has('json') ? found.checks.map((one) => printableUtf8(subnetJson(say, one, options))) : [],
  };
  return {
    subnets,
    reported: await ofKinds(options, (kind) => reportedAs(kind, { source, found }, reportInput)),
  };
}

async function reportedAs(
  kind: ReportKind,
  { source, found }: { readonly source: CheckSource; readonly found: Findings },
  reportInput: ReportInput,
): Promise<readonly ReportedItem[]> {
  const { say, options } = reportInput;
  const { checks, problems, ofFile, fixes } = found;
  if (kind === 'sarif') {
    if (isTemplate(source)) {
      return [
        ...(await sarifResults(say, { source, options }, problems)),
        ...(options.verbose ? await suppressedResults(say, { source, options }, found.suppressed) : []),
      ];
    }
    const rows = [
      ...checks.flatMap((check) => causeRows(say, { source, check }, options)),
      ...found.found.map((one) => findingRow(say, one, options)),
    ];
    return rowResults(say, mergeRows(rows), {
      file: source.firstFile ?? '',
      textOf: (file) => source.textOf?.(file) ?? '',
      hasBaseline: reportInput.baseline !== undefined,
    });
  }
  const words = (one: FoundProblem): Worded =>
    kind === 'rows'
      ? { text: '', row: findingRow(say, one, options) }
      : { text: findingJson(say, one, options) };
  return [
    ...found.found.map((one) => reportedOf(one, words(one))),
    ...(await fileReported(source, ofFile, { ...reportInput, kind, checks, fixes })),
  ];
}

/** Returns the report items of problems that only files can have, in the report's kind. */
async function fileReported(
  source: CheckSource,
  ofFile: readonly FileOnlyProblem[],
  {
    say,
    options,
    kind,
    checks = [],
    fixes = new Map(),
  }: ReportInput & { readonly kind: ReportKind } & Partial<Pick<Findings, 'checks' | 'fixes'>>,
): Promise<readonly ReportedItem[]> {
  if (!isTemplate(source)) return [];
  const counted = unknownPolicies(checks);
  if (kind === 'sarif') return sarifResults(say, { source, options }, ofFile);
  const word = (one: FileOnlyProblem): Worded =>
    kind === 'rows'
      ? { text: '', row: fileOnlyRow(say, { source, fixes, options }, one) }
      : { text: fileOnlyJson(say, { source, fixes, options }, one) };
  return ofFile.map((one) => ({
    key: JSON.stringify([one.id, one.place, formatProblem(say, one)]),
    id: one.id,
    severity: isUnknown(one) ? null : one.severity,
    ...(one.what.is === 'policy-denial' && counted.has(JSON.stringify(one.what.because))
      ? { isCounted: true as const }
      : {}),
    ...word(one),
  }));
}

/** Returns the fixes. Empty if only SARIF results are needed, which have their own. */
function fixesIn(
  source: CheckSource,
  { checks }: Checked,
  { reportInput, problems }: { readonly reportInput: ReportInput; readonly problems: readonly Problem[] },
): Promise<WrittenFixes> {
  const needsFixes = isTemplate(source) && [...kindsOf(reportInput.options)].some((kind) => kind !== 'sarif');
  return needsFixes
    ? writtenFixes(reportInput.say, source, { checks, problems })
    : Promise.resolve(new Map());
}

function withWritten(check: SubnetCheck, fixes: WrittenFixes): SubnetCheck {
  const written = check.results.flatMap(({ requirement: id }) => {
    const fix = fixes.get(writtenKey({ id, subnetId: check.subnet.id }));
    return fix ? [[id, fix] as const] : [];
  });
  return written.length > 0 ? { ...check, written: new Map(written) } : check;
}

/** Two templates can have NSGs with the same name. The NSGs of a module that both use have the same place. */
function reportedOf({ finding, places }: FoundProblem, words: Worded): ReportedItem {
  const place = places.ofFinding(finding.place);
  const { check: id, severity } = finding;
  return { key: JSON.stringify([findingKey(finding), place]), id, severity, ...words };
}

/** Returns the reasons why it isn't known whether policies allow the network of a subnet. */
function unknownPolicies(checks: Checked['checks']): ReadonlySet<string> {
  const all = checks.flatMap((one) => one.results.filter((each) => isReported(one, each)));
  return new Set(
    all.flatMap(({ requirement, outcome }) =>
      requirement === 'policy-forbids-network-resources' && outcome.is === 'unknown'
        ? [JSON.stringify(outcome.because)]
        : [],
    ),
  );
}

import { findingKey } from '../../core/finding';
import type { Severity } from '../../core/check-result';
import { known, type Known } from '../../core/known';
import { idSet } from '../../core/network/find';
import type { PrivateEndpoint, ResourceId } from '../../core/network/model';
import { noFile, tooComplex } from '../../documents/evaluate/errors';
import type { DeclaredCompute, DeclaredWorkspace } from '../../documents/model/to-compute';
import {
  sharingSubjects,
  shortName,
  type FileInputs,
  type CheckedCompute,
  type Subject,
} from '../../documents/subjects/subjects';
import { isForEverySubnet } from '../../checks/summary';
import type { Problem, ProblemContent } from '../../file-checks/problem';
import { couldHoldAzureMl } from '../../file-checks/missing-modules';
import { uncheckedCompute } from '../../file-checks/unchecked-compute';
import type { Cut } from '../../file-checks/work-budget';
import type { SourceRange } from '../../documents/source/source-range';
import type { Say } from '../../messages/say';
import { formatLeftOut, formatProblem, type UncheckedSubnets } from '../../wording/problem-text';
import { cutOf, isFinding, isFailingFinding, isUnsaid, type Checked, type SubnetCheck } from '../check';
import type { SubnetSelection } from '../choose-subnets';
import { networksOf } from '../effective-files';
import { placedFaults, type PlacedFault } from '../placed-error-text';
import type { FoundProblem } from '../found-problems';
import { problemsIn, type SourceProblems } from '../ignored';
import type { CheckOptions } from '../options';
import { unknownPolicies } from '../report/unknown-policies';
import type { ReportInput } from './report-input';
import { kindsIn, kindsOf, ofKinds, type OfKinds, type ReportKind } from './report-kinds';
import {
  endsRun,
  fileOnlyAmong,
  isUnknown,
  fileOnlyJson,
  fileOnlyRow,
  type FileOnlyProblem,
} from '../report/file-only-report';
import { findingRow } from '../report/finding-row';
import { findingJson, subnetJson } from '../report/json-report';
import { writtenFixes, writtenKey, type WrittenFixes } from './written-fixes';
import { rowResults, sarifResults, suppressedResults } from '../report/sarif-report';
import { causeRows } from '../report/cause-rows';
import { mergeRows, type ReportRow } from '../report/report-row';
import { assumedIn, subnetStatus } from '../report/subnet-status';
import type { CheckSource } from '../source';
import { isTemplate, placeIn } from '../templates';
import type { BaselineEntry } from '../../contract/baseline';
import { expiredText, ruledIn, withStates } from './ruled-source';
import { formatReason } from '../../wording/reason-text';
import type { Ledger } from '../ledger';

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
    readonly json: readonly Uint8Array[];
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
  readonly told: OfKinds<ReportedItem>;
  /** Compute resources whose subnet the source's files don't declare. */
  readonly elsewhere: Elsewhere;
  /** True if a module that couldn't be read may contain a compute resource or its network. */
  readonly isPartial: boolean;
  /** True if the run fails with exit code 1. */
  readonly isOpen: boolean;
  /** IDs of the networks of its subnets. */
  readonly networks: readonly string[];
  readonly ledger: Ledger;
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
export interface Guests extends Pick<FileInputs, 'workspaces' | 'services'> {
  readonly computes: readonly CheckedCompute[];
  readonly privateEndpoints: Known<readonly PrivateEndpoint[]>;
}

/** Compute resources of one template whose subnet another one may declare, with the resources that they depend on. */
export interface ComputeInOtherFiles extends Guests {
  readonly computes: readonly DeclaredCompute[];
  readonly workspaces: readonly DeclaredWorkspace[];
}

/** The report on compute resources whose subnet another file may declare. */
interface Elsewhere extends ComputeInOtherFiles {
  /** Reported items by compute resource ID. */
  readonly told: ReadonlyMap<ResourceId, OfKinds<ReportedItem>>;
}

/** Checks the chosen subnets of a source, and creates the texts of the report. */
export async function reportOfSource(
  given: CheckSource,
  { subjects, computes, found, names }: SubnetSelection,
  asked: ReportInput,
): Promise<SourceReport> {
  const problems = given.isJoined ? ofSubnets(problemsIn(given), subjects) : problemsIn(given);
  const ruled = ruledIn(given, { subjects, computes, problems }, asked);
  const { compared } = ruled;
  const plain = compared.checked;
  const fixes = await fixesIn(given, plain, { asked, problems: problems.told });
  const checked = { ...plain, checks: plain.checks.map((one) => withWritten(one, fixes)) };
  asked.onChecked?.(checked.checks);
  const ofFiles = fileOnlyAmong(problems.told).filter((one) => !compared.isKnown(one));
  const ofFile = ofFiles.filter(({ what }) => what.is !== 'elsewhere');
  const here = problems.told.filter(({ what }) => what.is !== 'elsewhere');
  const faults = faultsOf(given, asked.say);
  const isPartial = lacksModules(given);
  return {
    baseline: compared.entries,
    fileInBaseline: ruled.fileInBaseline,
    expired: ruled.expired.map((one) => expiredText(asked.say, one)),
    ...(await worded(
      withStates(given, asked, compared),
      { ...checked, problems: here, suppressed: problems.ignored, ofFile, fixes },
      asked,
    )),
    elsewhere: await elsewhereIn(given, ofFiles, asked),
    isPartial,
    isOpen:
      // A missing file fails the run by itself.
      (isPartial && faults.faults.length === 0 && !asked.options.allowUnknown) ||
      isBeyondLimits(given, faults, asked.options) ||
      ofFile.some((one) => endsRun(one, asked.options)) ||
      isOpen(checked, asked.options),
    leftOut: leftOutOf(checked, cutOf(given)),
    networks: networksOf(subjects),
    ...assumedOf(asked.say, checked),
    everywhere: everywhereIn(checked),
    ledger: ledgerOf(given, checked, {
      say: asked.say,
      options: asked.options,
      reported: new Set(ofFile.map(({ place }) => place)),
    }),
    ...faults,
    found,
    names,
  };
}

/** Returns only the problems of subnets. */
function ofSubnets({ told, changed, ignored }: SourceProblems, subjects: readonly Subject[]): SourceProblems {
  const isOf = idSet(subjects.map(({ subnet }) => subnet.id));
  const kinds: readonly string[] = ['result', 'finding'] satisfies ProblemContent['is'][];
  const its = (all: readonly Problem[]): readonly Problem[] =>
    all.filter(({ subnetId, what }) => isOf(subnetId) && kinds.includes(what.is));
  return { told: its(told), changed: its(changed), ignored: its(ignored), quiet: [], expired: [] };
}

async function elsewhereIn(
  source: CheckSource,
  all: readonly FileOnlyProblem[],
  asked: ReportInput,
): Promise<Elsewhere> {
  const told = new Map<ResourceId, OfKinds<ReportedItem>>();
  for (const one of all) {
    if (one.what.is !== 'elsewhere') continue;
    const items = await ofKinds(asked.options, (kind) => fileReported(source, [one], { ...asked, kind }));
    if (kindsIn(items).length > 0) told.set(one.what.computeId, items);
  }
  if (!isTemplate(source)) {
    return { computes: [], workspaces: [], privateEndpoints: known([]), told };
  }
  const { computes, workspaces, services, model } = source.proof.examined.check.declared;
  return {
    computes: computes.filter(({ id }) => told.has(id)),
    workspaces,
    services,
    privateEndpoints: model.privateEndpoints,
    told,
  };
}

/** Adds compute resources whose subnet no file declares to a report. */
export function withElsewhere(
  answer: SourceReport,
  left: readonly ResourceId[],
  { options }: ReportInput,
): SourceReport {
  const told = left.flatMap((id) => answer.elsewhere.told.get(id) ?? []);
  const isOpen = answer.isOpen || (told.length > 0 && !options.allowUnknown);
  const withTold = (kind: ReportKind): readonly ReportedItem[] => [
    ...answer.told[kind],
    ...told.flatMap((one) => one[kind]),
  ];
  return {
    ...answer,
    told: { rows: withTold('rows'), json: withTold('json'), sarif: withTold('sarif') },
    isOpen,
  };
}

interface Ledgered {
  readonly say: Say;
  readonly options: CheckOptions;
  readonly reported: ReadonlySet<SourceRange>;
}

/**
 * Summarizes what was read and checked.
 * @param reported places of compute resources that are reported separately
 */
function ledgerOf(source: CheckSource, checked: Checked, { say, options, reported }: Ledgered): Ledger {
  const results = {
    subnets: checked.checks.map(({ subnet }) => subnet.id.toLowerCase()),
    unchecked: {
      ids: checked.leftOut.map(({ subnet }) => subnet.id.toLowerCase()),
      because: formatLeftOut(say, leftOutOf(checked, cutOf(source))),
      isAll: cutOf(source) === 'work',
    },
    sharing: sharingIn(source, options),
    rows: checked.checks.flatMap((check) => causeRows(say, { source, check }, options)),
  };
  if (!isTemplate(source) || source.isJoined) {
    return {
      files: [],
      unreadable: [],
      missingModules: [],
      uncheckedComputes: [],
      parameters: null,
      ...results,
    };
  }
  const { templates, missingModules, parameterErrors, printedErrors, check } = source.proof.examined;
  const errors = [...templates.values()].flatMap((one) => one.errors);
  return {
    files: source.filesRead,
    parameters: source.parameters,
    unreadable: [...errors, ...parameterErrors, ...printedErrors].map(({ place }) => place.file),
    missingModules: missingModules.map(({ name, place, because }) => ({
      name,
      place: placeIn(source, place),
      because: formatReason(say, because),
    })),
    uncheckedComputes: uncheckedCompute(check.declared)
      .filter((one) => !reported.has(one.place))
      .map(({ name, place, because }) => ({
        name,
        place: placeIn(source, place),
        because: formatReason(say, because),
      })),
    ...results,
  };
}

/** Returns the names of subnets that aren't checked unless the user requests it. */
function sharingIn(
  { inputs, directed }: CheckSource,
  { subnets, allSubnets }: CheckOptions,
): readonly string[] {
  if (allSubnets || subnets.length > 0) return [];
  const named = directed.flatMap((one) => one.subnets);
  return sharingSubjects(inputs, named).map(shortName);
}

/** True for a source whose missing modules may contain a compute resource or its network. */
export function lacksModules(source: CheckSource): boolean {
  return isTemplate(source) && !source.isJoined && couldHoldAzureMl(source.proof.examined, source);
}

function leftOutOf({ checks, leftOut }: Checked, cut: Cut | null): UncheckedSubnets {
  const names = (all: readonly Subject[]): readonly string[] => [...new Set(all.map(shortName))];
  return { subnets: names(leftOut), checked: names(checks).length, because: cut ?? 'budget' };
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
  const { templates, faults, parameterErrors, printedErrors } = source.proof.examined;
  const among = (key: string) => faults.filter((one) => one.key === key);
  const errors = [...templates.values()].flatMap((one) => one.errors);
  const textOf = (file: string): string | undefined => source.textOf(file);
  return {
    faults: placedFaults(say, [...errors, ...parameterErrors, ...printedErrors, ...among(noFile)], textOf),
    tooComplex: placedFaults(say, among(tooComplex.key), textOf),
  };
}

function isOpen({ checks, found, leftOut }: Checked, options: CheckOptions): boolean {
  return (
    (leftOut.length > 0 && !options.allowUnknown) ||
    checks.some((one) => isUnsaid(one, options)) ||
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
  asked: ReportInput,
): Promise<Pick<SourceReport, 'subnets' | 'told'>> {
  const { say, options } = asked;
  const kinds = kindsOf(options);
  const encoder = new TextEncoder();
  const subnets = {
    rows: kinds.has('rows') ? found.checks.map((one) => subnetStatus(say, one)) : [],
    json: kinds.has('json') ? found.checks.map((one) => encoder.encode(subnetJson(say, one, options))) : [],
  };
  return { subnets, told: await ofKinds(options, (kind) => toldAs(kind, { source, found }, asked)) };
}

async function toldAs(
  kind: ReportKind,
  { source, found }: { readonly source: CheckSource; readonly found: Findings },
  asked: ReportInput,
): Promise<readonly ReportedItem[]> {
  const { say, options } = asked;
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
      hasBaseline: asked.baseline !== undefined,
    });
  }
  const words = (one: FoundProblem): Worded =>
    kind === 'rows'
      ? { text: '', row: findingRow(say, one, options) }
      : { text: findingJson(say, one, options) };
  return [
    ...found.found.map((one) => reportedOf(one, words(one))),
    ...(await fileReported(source, ofFile, { ...asked, kind, checks, fixes })),
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
  { asked, problems }: { readonly asked: ReportInput; readonly problems: readonly Problem[] },
): Promise<WrittenFixes> {
  const isWanted = isTemplate(source) && [...kindsOf(asked.options)].some((kind) => kind !== 'sarif');
  return isWanted ? writtenFixes(asked.say, source, { checks, problems }) : Promise.resolve(new Map());
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

import { readyConditions } from '../../src/cli/ready-conditions';
import { summarize } from '../../src/checks/summary';
import { statusOf, type CheckResult } from '../../src/core/check-result';
import { allSubjects } from '../../src/documents/subjects/subjects';
import type { SubjectCheck } from '../../src/file-checks/check-files';
import { analyzeFile, type CheckLimits, type AnalysisResult } from '../../src/file-checks/analyze-file';
import type { FileWorld } from '../../src/file-checks/known-files';
import { testAnalysisOptions } from './analysis-options';
import { knownValues, type KnownValue, type ParametersText } from './unknown-values';

/** A root file with the files that it refers to. */
export interface HonestyCase {
  readonly file: string;
  readonly text: string;
  readonly world: FileWorld;
  /** A file with parameter values. */
  readonly parameters?: ParametersText;
  /** A module with another text. */
  readonly instead?: { readonly file: string; readonly text: string };
}

/** Returns the results of every subnet of a file, with those that the file intends for Azure ML separately. */
export async function everySubnet(
  { file, text, world, parameters, instead }: HonestyCase,
  limits: Partial<CheckLimits> = {},
): Promise<AnalysisResult | undefined> {
  const values = parameters && `${file}.${parameters.ending}`;
  const read = (name: string) => {
    if (name === values) return Promise.resolve(parameters?.text);
    if (name === instead?.file) return Promise.resolve(instead.text);
    return name === file ? Promise.resolve(text) : world.read(name);
  };
  return analyzeFile(
    file,
    { ...world, read },
    {
      ...testAnalysisOptions,
      limits,
      ...(values === undefined ? {} : { parameters: values }),
      choose: ({ declared }) => ({ declared, subjects: allSubjects(declared) }),
    },
  );
}

/** Returns the same files, with another text for the file of a value. */
function withText(one: HonestyCase, { file }: KnownValue, text: string): HonestyCase {
  return file === one.file ? { ...one, text } : { ...one, instead: { file, text } };
}

/** Returns the values of the modules that a root file refers to. Only the root has a parameter file. */
export async function valuesOfModules(
  { file, world }: HonestyCase,
  { templates }: AnalysisResult,
): Promise<readonly KnownValue[]> {
  const modules = [...templates.keys()].filter((one) => one !== file);
  const texts = await Promise.all(modules.map((one) => world.read(one)));
  return modules
    .flatMap((one, at) => knownValues(one, texts[at] ?? ''))
    .filter(({ parameters }) => parameters === undefined);
}

/**
 * Returns what's wrong with the results of a file in which a stated value is now missing: a result that now passes, a
 * problem that the stated value doesn't have, or *Ready* although another value would change that. Empty if the results
 * are correct.
 */
export async function dishonestResults(
  one: HonestyCase,
  before: AnalysisResult,
  known: KnownValue,
): Promise<readonly string[]> {
  const after = await everySubnet({
    ...withText(one, known, known.asParameter),
    ...(known.parameters ? { parameters: known.parameters } : {}),
  });
  if (!after) return ['was not read'];
  const pairs = pairsOf(before, after);
  const passing = pairs.flatMap(([was, is]) => [...nowPassing(was, is), ...nowReported(was, is)]);
  const ready = pairs.map(([, is]) => is).filter((is) => isBareReady(is, after));
  const broken = ready.length === 0 ? [] : await breakingValues(one, known, { after, ready });
  return [...passing, ...broken];
}

/**
 * Returns what's wrong with the results of a file that exceeds `limits`: a changed result that isn't unknown, or a
 * missing one that isn't counted as not checked. Empty if the results are correct.
 */
export async function resultsBeyond(
  one: HonestyCase,
  before: AnalysisResult,
  limits: Partial<CheckLimits>,
): Promise<readonly string[]> {
  const after = await everySubnet(one, limits);
  if (!after) return ['was not read'];
  const { cut, leftOut, subjects } = after.check;
  if (cut !== null) return subjects.length > 0 ? ['checked, though cut'] : [];
  const keyOf = ({ subnet, compute }: SubjectCheck): string => `${subnet.id} ${compute ?? ''}`;
  const isLeft = new Set(leftOut.map(({ subnet }) => subnet.id));
  return before.check.subjects
    .filter(({ subnet }) => !isLeft.has(subnet.id))
    .flatMap((was) => {
      const is = subjects.find((each) => keyOf(each) === keyOf(was));
      return is ? changedResults(was, is) : [`${was.subnet.name} is gone`];
    });
}

function changedResults(was: SubjectCheck, is: SubjectCheck): readonly string[] {
  return was.results.flatMap((one) => {
    const now = is.results.find(({ requirement }) => requirement === one.requirement);
    const [before, after] = [statusOf(one.outcome), now ? statusOf(now.outcome) : 'gone'];
    return after === before || after === 'unknown' ? [] : [`${one.requirement}: ${before} → ${after}`];
  });
}

type Pair = readonly [was: SubjectCheck, is: SubjectCheck];

/** Pairs by ID, and the rest in the order of the file: a missing name is another ID. */
function pairsOf(before: AnalysisResult, after: AnalysisResult): readonly Pair[] {
  const keyOf = ({ subnet, compute }: SubjectCheck): string => `${subnet.id} ${compute ?? ''}`;
  const left = new Map(after.check.subjects.map((one) => [keyOf(one), one]));
  const found = before.check.subjects.map((one) => {
    const same = left.get(keyOf(one));
    left.delete(keyOf(one));
    return [one, same] as const;
  });
  const others =
    found.filter(([, same]) => same === undefined).length === left.size ? [...left.values()] : [];
  return found.flatMap(([one, same]): readonly Pair[] => {
    const is = same ?? others.shift();
    // A compute resource in an unknown subnet is reported by itself, and its subnet is one for any compute.
    return is && (one.compute === null) === (is.compute === null) ? [[one, is]] : [];
  });
}

function nowPassing(was: SubjectCheck, is: SubjectCheck): readonly string[] {
  return was.results.flatMap((one) => {
    const now = is.results.find(({ requirement }) => requirement === one.requirement);
    if (one.severity === 'info' || !['open', 'unknown'].includes(statusOf(one.outcome))) return [];
    if (now && !['fine', 'hidden'].includes(statusOf(now.outcome))) return [];
    if (now && statesWhy(is, now)) return [];
    return [`${one.requirement}: ${one.outcome.is} → ${now ? textOf(now) : 'nothing'}`];
  });
}

/**
 * True if it refers to another requirement, which is unknown, or if kind or workspace are assumed, which the summary
 * states.
 */
function statesWhy({ plan, assumed }: SubjectCheck, now: CheckResult): boolean {
  const assumesWorkspace = assumed.some(({ key }) => key === 'terminal.assumed.workspace');
  return (
    isOfOtherRow(now) || (!plan.kind.known && isOfOtherKind(now)) || (assumesWorkspace && isOfServices(now))
  );
}

function nowReported(was: SubjectCheck, is: SubjectCheck): readonly string[] {
  // A rule without a name has another name, and the same finding.
  const nameIn = ({ place }: { readonly place: { readonly name: string } }): string =>
    place.name.startsWith('‹') ? '‹›' : place.name;
  const before = new Set(was.findings.flatMap((one) => [`${one.check} ${nameIn(one)}`, `${one.check} ‹›`]));
  const now = is.findings.filter(({ severity }) => severity !== 'info');
  const findings = now.map((one) => `${one.check} ${nameIn(one)}`).filter((one) => !before.has(one));
  const failing = is.results.filter(({ severity, outcome }) => severity !== 'info' && isOpen(outcome));
  const failed = failing.filter(({ requirement }) =>
    was.results.some((one) => one.requirement === requirement && !isOpen(one.outcome)),
  );
  return [...findings, ...failed.map((one) => `${one.requirement}: ${textOf(one)}`)].map(
    (one) => `reported: ${one}`,
  );
}

function isOpen(outcome: CheckResult['outcome']): boolean {
  return statusOf(outcome) === 'open';
}

function isOfOtherKind({ outcome }: CheckResult): boolean {
  return outcome.is === 'not-applicable' && outcome.because.key.startsWith('check.otherKind.');
}

/** True if no service of the workspace was read, since the files don't create it. */
function isOfServices({ outcome }: CheckResult): boolean {
  const keys = ['check.services.notRead', 'check.zones.noEndpoints'];
  return outcome.is === 'not-applicable' && keys.includes(outcome.because.key);
}

function isOfOtherRow({ outcome }: CheckResult): boolean {
  return outcome.is === 'not-applicable' && outcome.because.key === 'check.services.otherRow';
}

function textOf({ outcome }: CheckResult): string {
  return JSON.stringify(outcome);
}

/** Ready, without an assumption. */
function isBareReady(one: SubjectCheck, { check }: AnalysisResult): boolean {
  const { plan, facts, results } = one;
  const onlyIf = readyConditions({ model: check.declared.model, plan, facts });
  return summarize(results).ready && onlyIf?.length === 0;
}

/** Values of a member, ordered by how often they cause problems. */
const values: Readonly<Record<string, readonly string[]>> = {
  access: ['Deny', 'Allow'],
  direction: ['Inbound', 'Outbound'],
  protocol: ['Udp', 'Tcp', '*'],
  sourceAddressPrefix: ['10.99.0.0/16', '*'],
  destinationAddressPrefix: ['*', '10.99.0.0/16', 'Storage.eastus2'],
  sourceAddressPrefixes: ['10.99.0.0/16'],
  destinationAddressPrefixes: ['10.99.0.0/16'],
  sourcePortRange: ['22', '*'],
  destinationPortRange: ['22', '*'],
  destinationPortRanges: ['22'],
  addressPrefix: ['10.99.0.0/29', '0.0.0.0/0'],
  addressPrefixes: ['10.99.0.0/29'],
  nextHopType: ['None', 'VirtualAppliance', 'Internet'],
  nextHopIpAddress: ['10.99.0.4'],
  location: ['eastus2', 'northeurope'],
  serviceName: ['Other.Service/things'],
  service: ['Other.Service'],
  name: ['another-name'],
};

function otherValues({ member, value }: KnownValue): readonly (string | number | boolean)[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return member === 'priority' ? [100, 4096] : [value + 1, 0];
  return (values[member] ?? ['another-value']).filter((one) => one !== value);
}

interface Ready {
  readonly after: AnalysisResult;
  readonly ready: readonly SubjectCheck[];
}

async function breakingValues(
  one: HonestyCase,
  known: KnownValue,
  { after, ready }: Ready,
): Promise<readonly string[]> {
  const { as } = known;
  for (const value of as ? otherValues(known) : []) {
    const other = await everySubnet(withText(one, known, as?.(value) ?? ''));
    const subjects = other?.check.subjects ?? [];
    if (subjects.length !== after.check.subjects.length) continue;
    const then = ready.map((is) => {
      const unread = uncheckedNames(is);
      const { results = [] } = subjects[after.check.subjects.indexOf(is)] ?? {};
      return failing(results).filter((id) => !unread.has(id));
    });
    const [broken] = then.filter((ids) => ids.length > 0);
    if (broken) return [`Ready, but not with ${String(value)}: ${broken.join(', ')}`];
  }
  return [];
}

/** DNS requirements that are reported as unknown: if the summary has one, it is "Ready, DNS not checked". */
function uncheckedNames({ results }: SubjectCheck): ReadonlySet<string> {
  if (!summarize(results).dnsUnchecked) return new Set();
  const unread = results.filter(({ group, outcome }) => group === 'names' && statusOf(outcome) === 'unknown');
  return new Set(unread.map(({ requirement }) => requirement));
}

function failing(results: readonly CheckResult[]): readonly string[] {
  const isOpen = ({ severity, outcome }: CheckResult): boolean =>
    severity === 'error' && ['open', 'unknown'].includes(statusOf(outcome));
  // An invalid value can't be in a deployed rule: Azure refuses it.
  return results
    .filter((one) => isOpen(one) && one.requirement !== 'nsg-rule-wellformed')
    .map(({ requirement }) => requirement);
}

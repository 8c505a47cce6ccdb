import { readBaselineEntries, type BaselineEntry, type BaselineOfRun } from '../contract/baseline';
import { findFindingCheck } from '../checks/findings/finding-catalog';
import { findingKey, writtenFindingKey } from '../core/finding';
import type { Cause } from '../core/cause';
import { reason } from '../core/reason';
import { relativePath, resolvePath } from '../documents/source/resolve-path';
import { isOfCause, type ReportedProblem } from '../file-checks/cause-problems';
import { problemIdentity } from '../file-checks/problem-key';
import type { Problem } from '../file-checks/problem';
import { planUnknown, reportedCauses, type Checked, type SubnetCheck } from './check';
import type { FoundProblem } from './found-problems';
import { withSlashes } from './read-sources';
import { UnreadableFile, type TextFile } from './resources/read-resources';

/** Problems that existed when the file was written. */
export interface Baseline {
  /** As named on the command line. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * Reads a baseline.
 * @throws `UnreadableFile` if the file isn't one
 */
export function readBaseline({ name, text }: TextFile): Baseline {
  const entries = readBaselineEntries(text);
  if (!entries) throw new UnreadableFile(reason('terminal.baseline.notOurs', { file: name }));
  return { file: withSlashes(name), entries };
}

/** Writes a baseline, with one problem per line, in a stable order. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = mergedEntries(entries).map((one) => `    ${JSON.stringify(one)}`);
  const sorted = lines.sort().join(',\n');
  return `{\n  "version": 1,\n  "problems": [${sorted === '' ? '' : `\n${sorted}\n  `}]\n}\n`;
}

/** Counts the problems in a baseline. */
export function countEntries(entries: readonly BaselineEntry[]): number {
  return mergedEntries(entries).length;
}

/** Merges entries of one component and subnet. */
export function mergedEntries(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const merged = new Map<string, BaselineEntry>();
  for (const one of entries) {
    const before = merged.get(entryKey(one));
    const flows = [...new Set([...(before?.flows ?? []), ...one.flows])].sort();
    merged.set(entryKey(one), { ...one, flows });
  }
  return [...merged.values()];
}

export function entryKey({ file, id, component, subnet }: BaselineEntry): string {
  return JSON.stringify([file, id, component, subnet]);
}

/** Returns a template's name in a baseline, relative to the baseline's folder, independent of the working directory. */
export function fileInBaseline(file: string, baseline: string, base: string): string {
  return relativePath(absolutePath(file, base), absolutePath(baseline, base));
}

function absolutePath(name: string, base: string): string {
  const path = withSlashes(name);
  const isAbsolute = path.startsWith('/') || /^[a-z]:\//i.test(path);
  return isAbsolute ? path : resolvePath(path, `${withSlashes(base)}/`);
}

/** The baseline entries of a source, and those that the baseline already contains. */
export interface BaselineComparison {
  readonly entries: readonly BaselineEntry[];
  readonly checked: Checked;
  readonly isKnown: (problem: ReportedProblem) => boolean;
}

interface ComparedWith {
  /** Null for exports. */
  readonly file: string | null;
  readonly baseline: Baseline | undefined;
  /** Problems that only files can have. */
  readonly ofFile: readonly Problem[];
}

/** Compares the results of a source with a baseline. Known problems don't fail the run. */
export function compareWithBaseline(
  checked: Checked,
  { file, baseline, ofFile }: ComparedWith,
): BaselineComparison {
  const known = new Map<string, ReadonlySet<string>>();
  for (const one of mergedEntries(baseline?.entries ?? [])) known.set(entryKey(one), new Set(one.flows));
  const has = (one: BaselineEntry): boolean => known.has(entryKey(one));
  const found = numbered(checked.found, ({ finding }) =>
    entryOf(file, { id: finding.check, identity: findingKey(finding) }),
  );
  const others = numbered(ofFile, (one) => entryOf(file, { id: one.id, identity: problemIdentity(one) }));
  const left = found.filter(({ entry }) => !has(entry));
  const [ofLeft, ofAll] = [refinedBy(left), refinedBy(found)];
  const refined = new Set([...ofAll].filter((id) => !ofLeft.has(id)));
  const ofChecks = checked.checks.map((check) => ({ check, entries: entriesOfCheck(file, check) }));
  const checks = ofChecks.map(({ check, entries }) => ({
    check: withKnown(check, knownIn(check, { entries, known, refined })),
    entries,
  }));
  const newFlows = new Set(checks.flatMap(newFlowsOf));
  const entryOfProblem = new Map(others.map(({ one, entry }) => [one, entry] as const));
  const entryOfFinding = new Map(
    found.map(({ one: { finding }, entry }) => [writtenFindingKey(finding), entry] as const),
  );
  const isKnownProblem = (problem: Problem): boolean => {
    const { id, subnetId, what } = problem;
    if (what.is === 'result') return !newFlows.has(flowKey(id, subnetId));
    const entry =
      what.is === 'finding'
        ? entryOfFinding.get(writtenFindingKey(what.finding))
        : entryOfProblem.get(problem);
    return has(entry ?? entryOf(file, { id, identity: problemIdentity(problem) }));
  };
  return {
    entries: [
      ...ofChecks.flatMap(({ entries }) => entries),
      ...[...found, ...others].map(({ entry }) => entry),
    ],
    checked: {
      ...checked,
      checks: checks.map(({ check }) => check),
      found: left.map(({ one }) => one),
    },
    isKnown: (problem) =>
      baseline !== undefined &&
      (isOfCause(problem) ? problem.flows.every(isKnownProblem) : isKnownProblem(problem)),
  };
}

/** Returns the flows of a check that aren't in the baseline. All compute resources of a subnet share them. */
function newFlowsOf({
  check: { known, subnet },
  entries,
}: {
  readonly check: SubnetCheck;
  readonly entries: readonly BaselineEntry[];
}): readonly string[] {
  return entries
    .flatMap(({ flows }) => flows)
    .filter((id) => known?.has(id) !== true)
    .map((id) => flowKey(id, subnet.id));
}

function flowKey(id: string, subnetId: string): string {
  return `${id} ${subnetId.toLowerCase()}`;
}

function entriesOfCheck(file: string | null, check: SubnetCheck): readonly BaselineEntry[] {
  return entriesOfCauses(file, check, reportedCauses(check));
}

/** Returns the baseline entries of one subnet, for one plan. */
export function entriesOfCauses(
  file: string | null,
  check: SubnetCheck,
  all: readonly Cause[],
): readonly BaselineEntry[] {
  const subnet = stableText(check.subnet.id.toLowerCase());
  const compute = check.compute ?? '';
  const causes = all.map(({ kind: id, key, results, flows }) => ({
    file,
    id,
    // A setting belongs to one compute resource. A rule or route decides for all of them.
    component: stableText(flows > 0 ? key : [key, compute].join(' ').trim()),
    subnet,
    flows: results.map(({ requirement }) => requirement),
  }));
  if (check.onlyIf !== null) return causes;
  return [...causes, { file, id: planUnknown, component: compute, subnet, flows: [planUnknown] }];
}

interface Identified {
  readonly id: string;
  readonly identity: string;
}

function entryOf(file: string | null, { id, identity }: Identified): BaselineEntry {
  return { file, id, component: stableText(identity), subnet: '', flows: [] };
}

/** Numbers those with the same entry, so that an additional one is new. */
function numbered<T>(
  all: readonly T[],
  entryFor: (one: T) => BaselineEntry,
): readonly { readonly one: T; readonly entry: BaselineEntry }[] {
  const counts = new Map<string, number>();
  return all.map((one) => {
    const entry = entryFor(one);
    const count = (counts.get(entry.component) ?? 0) + 1;
    counts.set(entry.component, count);
    return { one, entry: count === 1 ? entry : { ...entry, component: `${entry.component} #${count}` } };
  });
}

/** Removes places. A resource without a known name is identified by its place, which moves with every line. */
export function stableText(text: string): string {
  return text.replace(/‹([^‹›:]*):\d+›/g, '‹$1›');
}

/** Returns the requirements that findings report rule by rule. */
function refinedBy(found: readonly { readonly one: FoundProblem }[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ one }) => findFindingCheck(one.finding.check)?.refines ?? []));
}

interface KnownFlows {
  readonly entries: readonly BaselineEntry[];
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  /** Requirements whose findings are all in the baseline. */
  readonly refined: ReadonlySet<string>;
}

function knownIn(check: SubnetCheck, { entries, known, refined }: KnownFlows): ReadonlySet<string> {
  const ofEntries = entries.flatMap((one) => {
    const flows = known.get(entryKey(one));
    return flows ? one.flows.filter((id) => flows.has(id)) : [];
  });
  return new Set([...ofEntries, ...[...check.refined].filter((id) => refined.has(id))]);
}

function withKnown(check: SubnetCheck, known: ReadonlySet<string>): SubnetCheck {
  return known.size === 0 ? check : { ...check, known };
}

/** Returns the baseline entries that a run found again. */
function knownFrom({ entries }: Baseline, seen: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const found = new Map(mergedEntries(seen).map((one) => [entryKey(one), new Set(one.flows)] as const));
  return mergedEntries(entries).flatMap((one) => {
    const flows = found.get(entryKey(one));
    const left = one.flows.filter((id) => flows?.has(id) === true);
    return flows && left.length === one.flows.length
      ? [one]
      : left.length > 0
        ? [{ ...one, flows: left }]
        : [];
  });
}

/** Returns the baseline entries that a run found again, and those that are gone. */
export function baselineOfRun(
  baseline: Baseline,
  reports: readonly { readonly baseline: readonly BaselineEntry[]; readonly fileInBaseline: string | null }[],
): BaselineOfRun {
  const seen = reports.flatMap((one) => one.baseline);
  const files = [...new Set(reports.map((one) => one.fileInBaseline))];
  return {
    file: baseline.file,
    known: [...knownFrom(baseline, seen)],
    gone: [...entriesNoLongerFound(baseline, seen, files)],
  };
}

/** Returns the baseline entries that a run no longer found, in the files that it checked. */
function entriesNoLongerFound(
  { entries }: Baseline,
  seen: readonly BaselineEntry[],
  files: readonly (string | null)[],
): readonly BaselineEntry[] {
  const found = new Map(mergedEntries(seen).map((one) => [entryKey(one), new Set(one.flows)] as const));
  return mergedEntries(entries).flatMap((one) => {
    if (!files.includes(one.file)) return [];
    const flows = found.get(entryKey(one));
    if (!flows) return [one];
    const left = one.flows.filter((id) => !flows.has(id));
    return left.length > 0 ? [{ ...one, flows: left }] : [];
  });
}

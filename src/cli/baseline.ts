import { readBaselineEntries, type BaselineEntry } from '../contract/baseline';
import { findingKey } from '../core/finding';
import { reason } from '../core/reason';
import { relativePath, resolvePath } from '../documents/source/resolve-path';
import { isOfCause, type ReportedProblem } from '../file-checks/cause-problems';
import type { Problem } from '../file-checks/problem';
import { planUnknown, reportedCauses, type Checked, type SubnetCheck } from './check';
import type { FoundProblem } from './found-problems';
import { withSlashes } from './read-sources';
import { UnreadableFile, type TextFile } from './resources/read-resources';

/** Problems that were there when the file was written. */
export interface Baseline {
  /** As the command line names it. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** Reads a baseline. Throws `UnreadableFile` for a file that is none. */
export function readBaseline({ name, text }: TextFile): Baseline {
  const entries = readBaselineEntries(text);
  if (!entries) throw new UnreadableFile(reason('terminal.baseline.notOurs', { file: name }));
  return { file: withSlashes(name), entries };
}

/** The text of a baseline, a problem in each line, in an order that stays. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = mergedEntries(entries).map((one) => `    ${JSON.stringify(one)}`);
  const sorted = lines.sort().join(',\n');
  return `{\n  "version": 1,\n  "problems": [${sorted === '' ? '' : `\n${sorted}\n  `}]\n}\n`;
}

/** How many problems a baseline has. */
export function countEntries(entries: readonly BaselineEntry[]): number {
  return mergedEntries(entries).length;
}

/** Entries of one component and subnet as one. */
function mergedEntries(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const merged = new Map<string, BaselineEntry>();
  for (const one of entries) {
    const before = merged.get(entryKey(one));
    const flows = [...new Set([...(before?.flows ?? []), ...one.flows])].sort();
    merged.set(entryKey(one), { ...one, flows });
  }
  return [...merged.values()];
}

function entryKey({ file, id, component, subnet }: BaselineEntry): string {
  return JSON.stringify([file, id, component, subnet]);
}

/** How a template is named in a baseline: from its folder, wherever the program runs. */
export function fileInBaseline(file: string, baseline: string, base: string): string {
  return relativePath(wholePath(file, base), wholePath(baseline, base));
}

function wholePath(name: string, base: string): string {
  const path = withSlashes(name);
  const isWhole = path.startsWith('/') || /^[a-z]:\//i.test(path);
  return isWhole ? path : resolvePath(path, `${withSlashes(base)}/`);
}

/** What a source has, as a baseline has it, and what of that the baseline knows. */
export interface BaselineComparison {
  readonly entries: readonly BaselineEntry[];
  readonly checked: Checked;
  readonly isKnown: (problem: ReportedProblem) => boolean;
}

interface ComparedWith {
  /** Null of exports. */
  readonly file: string | null;
  readonly baseline: Baseline | undefined;
  /** What only files can have. */
  readonly ofFile: readonly Problem[];
}

/** Compares what was found in a source with a baseline: what that knows fails no run. */
export function compareWithBaseline(
  checked: Checked,
  { file, baseline, ofFile }: ComparedWith,
): BaselineComparison {
  const known = new Map<string, ReadonlySet<string>>();
  for (const one of mergedEntries(baseline?.entries ?? [])) known.set(entryKey(one), new Set(one.flows));
  const has = (one: BaselineEntry): boolean => known.has(entryKey(one));
  const ofChecks = checked.checks.map((check) => ({ check, entries: entriesOfCheck(file, check) }));
  const checks = ofChecks.map(({ check, entries }) => withKnown(check, entries, known));
  const knownFlows = new Set(
    checks.flatMap(({ known: ids, subnet }) => [...(ids ?? [])].map((id) => flowKey(id, subnet.id))),
  );
  const isKnownProblem = (problem: Problem): boolean =>
    problem.what.is === 'result'
      ? knownFlows.has(flowKey(problem.id, problem.subnetId))
      : has(
          problem.what.is === 'finding' ? entryOfFinding(file, problem.what) : entryOfProblem(file, problem),
        );
  return {
    entries: [
      ...ofChecks.flatMap(({ entries }) => entries),
      ...checked.found.map((one) => entryOfFinding(file, one)),
      ...ofFile.map((one) => entryOfProblem(file, one)),
    ],
    checked: { ...checked, checks, found: checked.found.filter((one) => !has(entryOfFinding(file, one))) },
    isKnown: (problem) =>
      baseline !== undefined &&
      (isOfCause(problem) ? problem.flows.every(isKnownProblem) : isKnownProblem(problem)),
  };
}

function flowKey(id: string, subnetId: string): string {
  return `${id} ${subnetId.toLowerCase()}`;
}

function entriesOfCheck(file: string | null, check: SubnetCheck): readonly BaselineEntry[] {
  const subnet = stableText(check.subnet.id.toLowerCase());
  const causes = reportedCauses(check).map(({ kind: id, key, results }) => ({
    file,
    id,
    component: stableText(key),
    subnet,
    flows: results.map(({ requirement }) => requirement),
  }));
  if (check.onlyIf !== null) return causes;
  return [...causes, { file, id: planUnknown, component: '', subnet, flows: [planUnknown] }];
}

function entryOfFinding(file: string | null, { finding }: Pick<FoundProblem, 'finding'>): BaselineEntry {
  return { file, id: finding.check, component: stableText(findingKey(finding)), subnet: '', flows: [] };
}

function entryOfProblem(file: string | null, { id, subnetId, what }: Problem): BaselineEntry {
  const named = what.is === 'misspelt-action' ? what.action : what.is === 'invalid-value' ? what.value : '';
  return {
    file,
    id,
    component: stableText([subnetId.toLowerCase(), named].join(' ').trim()),
    subnet: '',
    flows: [],
  };
}

/** A resource without a known name goes by where it is: without that, which moves with every line. */
function stableText(text: string): string {
  return text.replace(/‹([^‹›:]*):\d+›/g, '‹$1›');
}

function withKnown(
  check: SubnetCheck,
  entries: readonly BaselineEntry[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): SubnetCheck {
  const ids = entries.flatMap((one) => {
    const flows = known.get(entryKey(one));
    return flows ? one.flows.filter((id) => flows.has(id)) : [];
  });
  return ids.length === 0 ? check : { ...check, known: new Set(ids) };
}

/** What of a baseline a run no longer found, in the files that it checked. */
export function goneFrom(
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

import { causeKinds } from '../core/cause';
import type { ResourceId } from '../core/network/model';
import { sameId } from '../core/network/find';
import { resolvePath } from '../documents/source/resolve-path';
import { isOfCause, problemsByCause } from './cause-problems';
import type { FileCheck } from './check-files';
import { matchesPattern } from './path-patterns';
import { isUnknownContent, type Problem, type ProblemSeverity } from './problem';
import type { SeverityOverrides } from './with-severities';

/** A team's suppression, with its reason and its last day. */
export interface IgnoreRule {
  /** ID of a check, a finding, or a kind of cause. */
  readonly id?: string | undefined;
  readonly path?: string | undefined;
  /** A name, NETWORK/NAME, or an ID. */
  readonly subnet?: string | undefined;
  readonly reason: string;
  /** `2027-03-31`: the last day on which it applies. */
  readonly expires: string;
}

/** A team's settings for problems in all of its files. */
export interface ProblemRules {
  readonly severity: SeverityOverrides;
  readonly ignore: readonly IgnoreRule[];
  /** The base folder of patterns: an absolute path that ends with `/`. */
  readonly folder: string;
  /** The absolute path of the base folder for relative file names. Ends with `/`. */
  readonly base: string;
  /** ISO time. */
  readonly today: string;
}

/** Problems with a team's settings applied. */
export interface FilteredProblems {
  readonly reported: readonly Problem[];
  readonly ignored: readonly Problem[];
  /** Problems that the team turns off, and problems in `reported` that are only hints in its settings. */
  readonly quiet: readonly Problem[];
  /** Expired suppressions that match some problems in `reported`. */
  readonly expired: readonly IgnoreRule[];
}

/** Applies a team's rules to the problems of files. */
export function applyRules(
  check: FileCheck,
  problems: readonly Problem[],
  rules: ProblemRules | undefined,
): FilteredProblems {
  if (!rules || hasNoRules(rules)) return { reported: problems, ignored: [], quiet: [], expired: [] };
  // Causes are only computed if a rule refers to them, because that takes longer than everything else.
  const causes = namesCauses(rules) ? causeIds(check, problems) : new Map<Problem, readonly string[]>();
  const reported: Problem[] = [];
  const ignored: Problem[] = [];
  const expired = new Set<IgnoreRule>();
  for (const problem of problems) {
    const ids = [problem.id, ...(causes.get(problem) ?? [])];
    const its = rulesFor(rules, {
      ids,
      file: problem.place.file,
      subnetId: problem.subnetId,
    });
    const isIgnored = its.some((one) => !isExpired(one, rules));
    (isIgnored ? ignored : reported).push(problem);
    if (!isIgnored) for (const one of its) expired.add(one);
  }
  const configured = reported.map((problem) => {
    const ids = [problem.id, ...(causes.get(problem) ?? [])];
    const own = { severity: problem.severity, isUnknown: isUnknownContent(problem.what) };
    const severity = configuredSeverity(ids, rules.severity);
    const isQuiet = severity === 'off' || severity === 'hint';
    return { problem, severity: effectiveSeverity(own, severity), isQuiet };
  });
  return {
    reported: configured.flatMap(({ problem, severity }) =>
      severity === 'off' ? [] : [severity === problem.severity ? problem : { ...problem, severity }],
    ),
    ignored,
    quiet: configured.flatMap(({ problem, isQuiet }) => (isQuiet ? [problem] : [])),
    expired: [...expired],
  };
}

/** True for rules that don't change anything. */
export function hasNoRules({ severity, ignore }: ProblemRules): boolean {
  return ignore.length === 0 && Object.keys(severity).length === 0;
}

function namesCauses({ severity, ignore }: ProblemRules): boolean {
  const ids = [...Object.keys(severity), ...ignore.flatMap(({ id }) => id ?? [])];
  return causeKinds.some((kind) => ids.includes(kind));
}

/** The properties of a problem that a rule is compared with. */
export interface RuleSubject {
  readonly ids: readonly string[];
  /** Null if no file contains it. */
  readonly file: string | null;
  readonly subnetId: ResourceId;
}

/** Returns the rules that match a problem, expired or not. */
export function rulesFor(rules: ProblemRules, subject: RuleSubject): readonly IgnoreRule[] {
  const path = subject.file === null ? undefined : pathIn(rules, subject.file);
  return rules.ignore.filter(
    (rule) =>
      (rule.id === undefined || subject.ids.includes(rule.id)) &&
      (rule.path === undefined || (path !== undefined && matchesPattern(path, rule.path))) &&
      (rule.subnet === undefined || namesSubnetId(rule.subnet, subject.subnetId)),
  );
}

/** True from the day after the last day on which a rule applies. Days are in UTC. */
export function isExpired({ expires }: IgnoreRule, { today }: Pick<ProblemRules, 'today'>): boolean {
  return today.slice(0, 10) > expires;
}

/** Returns the path of a file relative to the settings' folder, or undefined if it's elsewhere. */
export function pathIn(
  { folder, base }: Pick<ProblemRules, 'folder' | 'base'>,
  file: string,
): string | undefined {
  const isAbsolute = file.startsWith('/') || /^[a-z]:\//i.test(file);
  const absolute = isAbsolute ? file : resolvePath(file, base);
  return absolute.startsWith(folder) ? absolute.slice(folder.length) : undefined;
}

/** True for a name, NETWORK/NAME, or ID of the subnet with an ID. */
export function namesSubnetId(name: string, id: ResourceId): boolean {
  const segments = id.split('/');
  const subnet = segments.at(-1) ?? '';
  const network = segments.at(-3) ?? '';
  return [id, subnet, `${network}/${subnet}`].some((one) => one !== '' && sameId(one, name));
}

/** Returns the kind of cause for each problem that has one. */
function causeIds(check: FileCheck, problems: readonly Problem[]): ReadonlyMap<Problem, readonly string[]> {
  const found = new Map<Problem, readonly string[]>();
  for (const one of problemsByCause(check, problems)) {
    if (isOfCause(one)) for (const flow of one.flows) found.set(flow, [one.id]);
  }
  return found;
}

const severityOrder = { hint: 0, info: 1, warning: 2, error: 3 } as const;

/**
 * Returns the severity that applies. A team can turn off an unknown result, but not lower its severity, as if it were
 * known to matter less.
 */
export function effectiveSeverity<T extends ProblemSeverity>(
  { severity: own, isUnknown }: { readonly severity: T; readonly isUnknown: boolean },
  configured: SeverityOverrides[string] | undefined,
): T | SeverityOverrides[string] {
  if (configured === undefined) return own;
  const isLeftOut = configured === 'off' || configured === 'hint';
  return !isUnknown || isLeftOut || severityOrder[configured] > severityOrder[own] ? configured : own;
}

/** Returns the severity in the settings. That of a check takes precedence over that of its kind of cause. */
export function configuredSeverity(
  ids: readonly string[],
  configured: SeverityOverrides,
): SeverityOverrides[string] | undefined {
  const named = ids.find((one) => Object.hasOwn(configured, one));
  return named === undefined ? undefined : configured[named];
}

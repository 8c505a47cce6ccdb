import { causeKinds } from '../core/cause';
import type { ResourceId } from '../core/network/model';
import { sameId } from '../core/network/find';
import { resolvePath } from '../documents/source/resolve-path';
import { isOfCause, problemsByCause } from './cause-problems';
import type { FileCheck } from './check-files';
import { matchesPattern } from './path-patterns';
import { isUnknownContent, type Problem, type ProblemSeverity } from './problem';
import type { SeverityOverrides } from './with-severities';

/** What a team ignores, with the reason, until the end of a day. */
export interface IgnoreRule {
  /** Of a check, a finding, or a kind of cause. */
  readonly id?: string | undefined;
  readonly path?: string | undefined;
  /** A name, NETWORK/NAME, or an ID. */
  readonly subnet?: string | undefined;
  readonly reason: string;
  /** `2027-03-31`: the last day on which it counts. */
  readonly expires: string;
}

/** What a team wants of problems in all of its files. */
export interface ProblemRules {
  readonly severity: SeverityOverrides;
  readonly ignore: readonly IgnoreRule[];
  /** The folder where patterns begin: a whole path that ends with `/`. */
  readonly folder: string;
  /** The whole path of the folder where names of files begin that aren't whole; ends with `/`. */
  readonly base: string;
  /** ISO time. */
  readonly today: string;
}

/** Problems as a team wants them. */
export interface RuledProblems {
  readonly reported: readonly Problem[];
  readonly ignored: readonly Problem[];
  /** Those that the team turns off, and of `reported` those that it wants as hints alone. */
  readonly quiet: readonly Problem[];
  /** Rules that would ignore some of `reported`, had they not expired. */
  readonly expired: readonly IgnoreRule[];
}

/** Applies a team's rules to the problems of files. */
export function applyRules(
  check: FileCheck,
  problems: readonly Problem[],
  rules: ProblemRules | undefined,
): RuledProblems {
  if (!rules || hasNoRules(rules)) return { reported: problems, ignored: [], quiet: [], expired: [] };
  // What decides is looked for only where a rule names it: that takes longer than all else.
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
  const wanted = reported.map((problem) => {
    const ids = [problem.id, ...(causes.get(problem) ?? [])];
    const own = { severity: problem.severity, isUnknown: isUnknownContent(problem.what) };
    const severity = wantedSeverity(ids, rules.severity);
    const isQuiet = severity === 'off' || severity === 'hint';
    return { problem, severity: ruledSeverity(own, severity), isQuiet };
  });
  return {
    reported: wanted.flatMap(({ problem, severity }) =>
      severity === 'off' ? [] : [severity === problem.severity ? problem : { ...problem, severity }],
    ),
    ignored,
    quiet: wanted.flatMap(({ problem, isQuiet }) => (isQuiet ? [problem] : [])),
    expired: [...expired],
  };
}

/** True of rules that leave all as it is. */
export function hasNoRules({ severity, ignore }: ProblemRules): boolean {
  return ignore.length === 0 && Object.keys(severity).length === 0;
}

function namesCauses({ severity, ignore }: ProblemRules): boolean {
  const ids = [...Object.keys(severity), ...ignore.flatMap(({ id }) => id ?? [])];
  return causeKinds.some((kind) => ids.includes(kind));
}

/** What a rule is compared with. */
export interface RuleSubject {
  readonly ids: readonly string[];
  /** Null of what no file has. */
  readonly file: string | null;
  readonly subnetId: ResourceId;
}

/** The rules that ignore something, expired or not. */
export function rulesFor(rules: ProblemRules, subject: RuleSubject): readonly IgnoreRule[] {
  const path = subject.file === null ? undefined : pathIn(rules, subject.file);
  return rules.ignore.filter(
    (rule) =>
      (rule.id === undefined || subject.ids.includes(rule.id)) &&
      (rule.path === undefined || (path !== undefined && matchesPattern(path, rule.path))) &&
      (rule.subnet === undefined || namesSubnetId(rule.subnet, subject.subnetId)),
  );
}

/** True from the day after the last one on which a rule counts; days are those of UTC. */
export function isExpired({ expires }: IgnoreRule, { today }: Pick<ProblemRules, 'today'>): boolean {
  return today.slice(0, 10) > expires;
}

/** The path of a file below the folder of the settings; undefined of one that is elsewhere. */
export function pathIn(
  { folder, base }: Pick<ProblemRules, 'folder' | 'base'>,
  file: string,
): string | undefined {
  const isWhole = file.startsWith('/') || /^[a-z]:\//i.test(file);
  const whole = isWhole ? file : resolvePath(file, base);
  return whole.startsWith(folder) ? whole.slice(folder.length) : undefined;
}

/** True of a name, NETWORK/NAME, or ID of the subnet with an ID. */
export function namesSubnetId(name: string, id: ResourceId): boolean {
  const segments = id.split('/');
  const subnet = segments.at(-1) ?? '';
  const network = segments.at(-3) ?? '';
  return [id, subnet, `${network}/${subnet}`].some((one) => one !== '' && sameId(one, name));
}

/** The kind of the cause of each problem that has one. */
function causeIds(check: FileCheck, problems: readonly Problem[]): ReadonlyMap<Problem, readonly string[]> {
  const found = new Map<Problem, readonly string[]>();
  for (const one of problemsByCause(check, problems)) {
    if (isOfCause(one)) for (const flow of one.flows) found.set(flow, [one.id]);
  }
  return found;
}

const gravity = { hint: 0, info: 1, warning: 2, error: 3 } as const;

/** The severity that counts: a team may leave out what isn't known, but not lower it, as if it were known to matter less. */
export function ruledSeverity<T extends ProblemSeverity>(
  { severity: own, isUnknown }: { readonly severity: T; readonly isUnknown: boolean },
  wanted: SeverityOverrides[string] | undefined,
): T | SeverityOverrides[string] {
  if (wanted === undefined) return own;
  const isLeftOut = wanted === 'off' || wanted === 'hint';
  return !isUnknown || isLeftOut || gravity[wanted] > gravity[own] ? wanted : own;
}

/** The severity of a check counts before that of the kind of its cause. */
export function wantedSeverity(
  ids: readonly string[],
  wanted: SeverityOverrides,
): SeverityOverrides[string] | undefined {
  const named = ids.find((one) => Object.hasOwn(wanted, one));
  return named === undefined ? undefined : wanted[named];
}

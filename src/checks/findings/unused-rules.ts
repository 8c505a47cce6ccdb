import type { Finding, FindingPlace } from '../../core/finding';
import { known } from '../../core/known';
import type { SecurityGroup, SecurityRule } from '../../core/network/model';
import { neverMatched } from '../../core/reach/never-matched';
import { reason } from '../../core/reason';
import { ofRule, rulePlace, ruleFinding, type FindingContext } from './finding-context';
import { isBroad, isNeeded } from './wide-rules';

/** Rules of an NSG that no packet reaches. */
export interface UnusedRules {
  readonly findings: readonly Finding[];
  /**
   * Required rules that a broader rule before them also allows, by the broader rule's name. They don't have a finding.
   */
  readonly covered: ReadonlyMap<string, readonly FindingPlace[]>;
}

/**
 * Finds rules that no packet reaches, because earlier rules match all their packets. They have no effect if those have
 * the same access, and contradict the intent if one has another. A rule that a requirement needs is correct: it takes
 * effect when the broader rule before it is narrowed.
 */
export function findUnused({ model, tags, profile }: FindingContext, group: SecurityGroup): UnusedRules {
  const covered = new Map<string, readonly FindingPlace[]>();
  const all = neverMatched(model, { group }, tags);
  const allowsAll = (one: SecurityRule, rule: SecurityRule): boolean =>
    neverMatched(model, { group: { ...group, rules: known([one, rule]) } }, tags).length > 0;
  const unused = all.filter(({ rule, by }) => {
    if (isPerhapsShadowed(rule, by) || isPerhapsCovered(profile, rule, by)) return false;
    const broad = by.filter((each) => decidesLike(each, rule) && isBroad(profile, each));
    const isCovered = by.every((each) => decidesLike(each, rule)) && isNeeded(profile, rule);
    if (!isCovered || broad.length === 0) return true;
    // A rule that allows only a part of it doesn't need to be narrowed if another rule allows all.
    const covering = broad.filter((each) => allowsAll(each, rule));
    for (const { name } of covering.length > 0 ? covering : broad) {
      covered.set(name, [...(covered.get(name) ?? []), rulePlace(group, rule)]);
    }
    return false;
  });
  const findings = unused.map(({ rule, by, isCertain }) => {
    const one = { group, rules: [], rule };
    const because = by.map((each) => rulePlace(group, each));
    const assumptions = isCertain ? [] : [reason('finding.assumed.users', { group: group.name })];
    const [first] = by;
    const many = by.length > 1 ? 'many' : 'one';
    // If its access isn't known, it may not contradict the intent: it's only unused.
    const severity = rule.access.known ? 'warning' : 'info';
    const values = { n: by.length, other: first?.name ?? '', before: priorityOf(first) };
    return by.every((each) => decidesLike(each, rule))
      ? ofRule('shadowed-security-rule', one, {
          ...ruleFinding(one, 'info', reason(`finding.shadowed.${many}`, values)),
          because,
          assumptions,
        })
      : ofRule('contradicted-security-rule', one, {
          ...ruleFinding(one, severity, reason(`finding.contradicted.${accessOf(rule)}.${many}`, values)),
          because,
          assumptions,
        });
  });
  return { findings, covered };
}

/** True if some earlier rules have unknown access, and none certainly has another access. */
function isPerhapsShadowed(rule: SecurityRule, by: readonly SecurityRule[]): boolean {
  const certain = by.filter(({ access }) => access.known);
  return certain.length < by.length && rule.access.known && certain.every((each) => decidesLike(each, rule));
}

/**
 * True if it isn't known whether a rule has the access of the broad rules before it. If it does, a requirement needs
 * it.
 */
function isPerhapsCovered(
  profile: FindingContext['profile'],
  rule: SecurityRule,
  by: readonly SecurityRule[],
): boolean {
  const [first] = by;
  if (rule.access.known || first === undefined) return false;
  const alike = { ...rule, access: first.access };
  const broad = by.some((each) => isBroad(profile, each));
  return broad && by.every((each) => decidesLike(each, alike)) && isNeeded(profile, alike);
}

function decidesLike(a: SecurityRule, b: SecurityRule): boolean {
  return a.access.known && b.access.known && a.access.value === b.access.value;
}

function accessOf({ access }: SecurityRule): 'allow' | 'deny' | 'either' {
  if (!access.known) return 'either';
  return access.value === 'Allow' ? 'allow' : 'deny';
}

function priorityOf(rule: SecurityRule | undefined): number {
  return rule?.priority.known ? rule.priority.value : 0;
}

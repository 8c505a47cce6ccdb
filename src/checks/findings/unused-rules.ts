import type { Finding } from '../../core/finding';
import type { SecurityGroup, SecurityRule } from '../../core/network/model';
import { neverMatched } from '../../core/reach/never-matched';
import { reason } from '../../core/reason';
import { ofRule, rulePlace, say, type FindingContext } from './finding-context';

/**
 * Rules that nothing reaches, since rules before them take all they name: without effect where those decide alike, and
 * against what was wanted where one of them decides otherwise.
 */
export function findUnused({ model, tags }: FindingContext, group: SecurityGroup): readonly Finding[] {
  return neverMatched(model, { group }, tags).map(({ rule, by, isCertain }) => {
    const one = { group, rules: [], rule };
    const because = by.map((each) => rulePlace(group, each));
    const assumptions = isCertain ? [] : [reason('finding.assumed.users', { group: group.name })];
    const [first] = by;
    const many = by.length > 1 ? 'many' : 'one';
    const values = { n: by.length, other: first?.name ?? '', before: priorityOf(first) };
    return by.every((each) => decidesLike(each, rule))
      ? ofRule('shadowed-security-rule', one, {
          ...say(one, 'info', reason(`finding.shadowed.${many}`, values)),
          because,
          assumptions,
        })
      : ofRule('contradicted-security-rule', one, {
          ...say(one, 'warning', reason(`finding.contradicted.${wanted(rule)}.${many}`, values)),
          because,
          assumptions,
        });
  });
}

function decidesLike(a: SecurityRule, b: SecurityRule): boolean {
  return a.access.known && b.access.known && a.access.value === b.access.value;
}

function wanted({ access }: SecurityRule): 'allow' | 'deny' | 'either' {
  if (!access.known) return 'either';
  return access.value === 'Allow' ? 'allow' : 'deny';
}

function priorityOf(rule: SecurityRule | undefined): number {
  return rule?.priority.known ? rule.priority.value : 0;
}

import { known, unknown, type Known } from '../known';
import type { AdminRule } from '../network/model';
import { nameOf } from '../network/find';
import { reason } from '../reason';
import { readOnce, type CompiledRule, type GroupContext, type Ordered } from './compile-group';
import type { UnknownLiteral } from './partial-set';

/**
 * Compiles the security admin rules of a direction in Azure's order (security admin rules, 2022-05-25). Of two
 * managers, the one with the wider scope comes first, which rules don't show. So both orders are evaluated, and only
 * what both agree on is certain. More than two managers aren't evaluated.
 */
export function compileAdminRules(
  rules: readonly AdminRule[],
  context: GroupContext,
): Known<readonly CompiledRule[]> {
  const [first = [], second, ...more] = byManager(rules).map((theirs) => compileOf(theirs, context));
  if (more.length > 0) return unknown(reason('unknown.adminOrder'));
  return known(second ? [...perhaps(second), ...first, ...second] : first);
}

function byManager(rules: readonly AdminRule[]): readonly (readonly AdminRule[])[] {
  const managers = new Set(rules.map(managerOf));
  return [...managers].map((manager) => rules.filter((rule) => managerOf(rule) === manager));
}

function managerOf({ managerId }: AdminRule): string {
  return managerId.toLowerCase();
}

function compileOf(rules: readonly AdminRule[], context: GroupContext): readonly CompiledRule[] {
  const ordered: Ordered[] = rules.flatMap((rule) => {
    const { configurationId } = rule;
    return readOnce(rule, { id: configurationId, name: nameOf(configurationId) }, context);
  });
  return ordered.sort((a, b) => a.order - b.order).map(({ rule }) => rule);
}

const secondIsWider: UnknownLiteral = {
  whyUnknown: { id: 'adminRules:order', because: reason('unknown.adminOrder') },
  value: true,
};

function perhaps(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  return rules.map((rule) => ({
    ...rule,
    parts: () => rule.parts().map((part) => ({ ...part, if: [...part.if, secondIsWider] })),
  }));
}

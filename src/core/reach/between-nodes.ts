import { memoized, isMembershipUnknown, type CompiledRule } from './compile-group';
import type { Stage } from './trace';

const kept = new WeakMap<readonly Stage[], readonly Stage[]>();

/**
 * Returns the rules for packets between nodes. Nodes of Azure ML can't be in an application security group, so a group
 * on either side never matches them.
 */
export function betweenNodes(stages: readonly Stage[]): readonly Stage[] {
  const before = kept.get(stages);
  if (before) return before;
  const stripped = stages.map((stage) => ({ ...stage, rules: stage.rules.map(withoutMembers) }));
  kept.set(stages, stripped);
  return stripped;
}

function withoutMembers(rule: CompiledRule): CompiledRule {
  if (!rule.namesMembers) return rule;
  const parts = memoized(() => rule.parts().filter((part) => !part.if.some(isMembershipUnknown)));
  return { ...rule, parts };
}

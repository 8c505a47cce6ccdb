import { memoized, isMembershipUnknown, type CompiledRule } from './compile-group';
import type { Stage } from './trace';

const kept = new WeakMap<readonly Stage[], readonly Stage[]>();

/**
 * The rules as they take packets of nodes to each other. Nobody can put a node of Azure ML into an application security
 * group, so none on either side means them.
 */
export function betweenNodes(stages: readonly Stage[]): readonly Stage[] {
  const before = kept.get(stages);
  if (before) return before;
  const made = stages.map((stage) => ({ ...stage, rules: stage.rules.map(withoutMembers) }));
  kept.set(stages, made);
  return made;
}

function withoutMembers(rule: CompiledRule): CompiledRule {
  if (!rule.namesMembers) return rule;
  const parts = memoized(() => rule.parts().filter((part) => !part.if.some(isMembershipUnknown)));
  return { ...rule, parts };
}

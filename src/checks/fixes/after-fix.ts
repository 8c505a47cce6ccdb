import type { FixStep } from '../../core/fix';
import { known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { PlanToCheck } from '../../core/plan';
import { applyFix } from './apply-fix';
import { applyToFacts } from './apply-to-services';
import type { FixInput } from './fix-input';

/** Network, plan and facts as they will be once the steps are applied; `input` itself is left as it is. */
export function afterFix({ model, plan, facts }: FixInput, steps: readonly FixStep[]): FixInput {
  const after = { model: applyFix(model, { steps }), facts: applyToFacts(facts, steps) };
  return { ...after, plan: planAfter(plan, steps, after) };
}

/** A workspace has a private endpoint, or none, by what stands for it then. */
function planAfter(
  plan: PlanToCheck,
  steps: readonly FixStep[],
  { facts }: Pick<FixInput, 'facts'>,
): PlanToCheck {
  if (!plan.workspace.known) return plan;
  const workspace = plan.workspace.value;
  const changes = steps.some(
    (one) => (one.do === 'connect' || one.do === 'disconnect') && sameId(one.target, workspace.id),
  );
  const ids = facts.services?.endpointIds;
  if (!changes || !ids?.known) return plan;
  return { ...plan, workspace: known({ ...workspace, hasPrivateEndpoint: known(ids.value.length > 0) }) };
}

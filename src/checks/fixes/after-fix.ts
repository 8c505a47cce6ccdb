import { known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { PlanToCheck } from '../../core/plan';
import { stateOf } from '../../core/change';
import { applyServiceChanges, type ResourceChange } from '../../core/resource-change';
import type { CheckInput } from '../check-subnet';
import { applyFix } from './apply-fix';
import type { FixInput } from './fix-input';

/** Returns network, plan, and facts after the changes are applied. `input` isn't modified. */
export function afterFix({ model, plan, facts }: FixInput, changes: readonly ResourceChange[]): FixInput {
  const after = { model: applyFix(model, { changes }), facts: applyToFacts(facts, changes) };
  return { ...after, plan: planAfter(plan, changes, after) };
}

/** Returns the facts after the changes are applied, because services and zones aren't part of the network. */
export function applyToFacts(facts: CheckInput, changes: readonly ResourceChange[]): CheckInput {
  if (!facts.services) return facts;
  return { ...facts, services: applyServiceChanges(facts.services, changes) };
}

/** Updates whether the workspace has a private endpoint after the changes. */
function planAfter(
  plan: PlanToCheck,
  changes: readonly ResourceChange[],
  { facts }: Pick<FixInput, 'facts'>,
): PlanToCheck {
  if (!plan.workspace.known) return plan;
  const workspace = plan.workspace.value;
  const isChanged = changes.some(
    (one) => one.type === 'endpoint' && sameId(stateOf(one).target, workspace.id),
  );
  const ids = facts.services?.endpointIds;
  if (!isChanged || !ids?.known) return plan;
  return { ...plan, workspace: known({ ...workspace, hasPrivateEndpoint: known(ids.value.length > 0) }) };
}

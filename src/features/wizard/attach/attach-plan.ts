import { isTargetPublic, type AttachTarget } from '../../../core/attach-target';
import type { ComputeState } from '../../../azure/ports';
import type { Fix } from '../../../core/fix';
import { known, unknown, type Known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { traitsOf, type AttachedKind, isAttachedKind } from '../../../core/compute-kinds';
import type { PlanToCheck } from '../../../core/plan';
import { reason } from '../../../core/reason';
import type { AttachPlan } from '../../../plans/compute-plan';
import { isPort } from '../../../plans/ssh-user';
import { validateComputeName } from '../../../plans/compute-name';
import { chosenWorkspace, isSameCreation } from '../selection';
import { loadedValue, type WizardState } from '../state';
import { plannedAccess } from './access';
import { chosenTarget, checkedTargetSubnet, subnetsOf } from './chosen-target';

/** Returns the target's part of the plan to check. It doesn't need new nodes or addresses. */
export function attachedPart(
  state: WizardState,
  kind: AttachedKind,
  target: AttachTarget | undefined,
): Pick<
  PlanToCheck,
  | 'kind'
  | 'target'
  | 'attachedTargets'
  | 'publicIp'
  | 'minNodes'
  | 'maxNodes'
  | 'reservedAddresses'
  | 'publicSsh'
  | 'sshPort'
> {
  return {
    kind: known(kind),
    ...(target ? { target } : {}),
    attachedTargets: attachedTargets(state),
    publicIp: target ? isTargetPublic(target) : unknown(reason('unknown.notChosen')),
    minNodes: known(0),
    maxNodes: known(0),
    reservedAddresses: known(0),
    publicSsh: false,
    ...sshPortOf(state, kind),
  };
}

/** Returns a valid SSH port. An invalid one is reported in its section, and checked as the default port. */
function sshPortOf({ choices }: WizardState, kind: AttachedKind): Pick<PlanToCheck, 'sshPort'> {
  const { port } = choices.attach;
  return traitsOf(kind).access?.is === 'ssh' && isPort(port) ? { sshPort: port } : {};
}

/**
 * Returns the targets that are already attached.
 * Excludes the plan's own resource: one that this wizard is attaching, until the user starts another plan, and one that
 * another surface opened.
 */
function attachedTargets(state: WizardState): Known<readonly ResourceId[]> {
  const { creation } = state;
  const name = state.choices.name?.toLowerCase();
  const isOwn = (one: ComputeState): boolean =>
    one.name.toLowerCase() === name || (creation !== null && isSameCreation(creation.plan, one));
  const computes = loadedValue(state.computes)?.filter((one) => !isOwn(one));
  if (!computes) return unknown(reason('unknown.computesNotRead'));
  return known(computes.flatMap(({ targetId }) => (targetId === null ? [] : [targetId])));
}

/** Returns the complete plan; undefined while an input is missing. */
export function attachPlan(state: WizardState, name: string, fixes: readonly Fix[]): AttachPlan | undefined {
  const { kind } = state.choices;
  const workspace = chosenWorkspace(state);
  const target = chosenTarget(state);
  const access = plannedAccess(state);
  if (!isAttachedKind(kind) || !workspace || !target || !access) return undefined;
  if (validateComputeName(kind, name).is === 'error') return undefined;
  const subnetId = checkedTargetSubnet(state);
  const location = workspace.location.known ? workspace.location.value : '';
  return {
    kind,
    name,
    workspaceId: workspace.id,
    workspaceLocation: location,
    location,
    targetId: target.id,
    subnetId,
    otherSubnetIds: subnetsOf(target).filter((id) => subnetId === null || !sameId(id, subnetId)),
    access,
    fixes,
  };
}

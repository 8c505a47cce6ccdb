import { isComputeKind } from '../../core/compute-kinds';
import { unfitReason } from '../../checks/subnet-suitability';
import type { AttachTarget } from '../../core/attach-target';
import { emptyModel } from '../../core/network/empty-model';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { findAttachTarget, subnetsOf } from './attach/chosen-target';
import { publicIp } from './selection';
import { cloudOf, planToCheck, planIn } from './derived-plan';
import { loadedValue, type WizardState } from './state';

/** Why a subnet cannot be used for the plan, in short form; null where it can (or where nothing is read). */
function subnetFit(state: WizardState, subnetId: ResourceId): Reason | null {
  const model = loadedValue(state.networks);
  if (!model) return null;
  return unfitReason(model, planToCheck(state, subnetId)) ?? lockedGroup(state, subnetId);
}

/** Nodes with a public IP have network parts of their own in the network's group, which a read-only lock keeps out. */
function lockedGroup(state: WizardState, subnetId: string): Reason | null {
  if (!isComputeKind(state.choices.kind) || !publicIp(state)) return null;
  const id = subnetId.toLowerCase();
  const isLocked = state.locks.some(
    ({ level, scope }) => level === 'ReadOnly' && `${id}/`.startsWith(`${scope.toLowerCase()}/`),
  );
  return isLocked ? reason('list.lockedGroup') : null;
}

/** The same of a row of any list, by its ID. */
export function fitOf(state: WizardState, id: ResourceId): Reason | null {
  const target = findAttachTarget(state, id);
  return target ? targetFit(state, target) : subnetFit(state, id);
}

/** Why a target cannot be attached, in short form; null where it can (or where nothing is read). */
function targetFit(state: WizardState, target: AttachTarget): Reason | null {
  const subnets = subnetsOf(target);
  const model = loadedValue(state.networks) ?? emptyModel(cloudOf(state));
  const found = (subnets.length > 0 ? subnets : [null]).map((subnet) =>
    unfitReason(model, planIn(state, subnet, target)),
  );
  return found.find((one) => one !== undefined) ?? null;
}

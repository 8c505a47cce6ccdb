import { knownTraits } from '../../core/compute-kinds';
import { valueOr } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import { passed, failed, notApplicable, unknownResult, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';

/**
 * Checks requirement `managed-vnet-exclusive`: a workspace with a managed virtual network can't use a user's subnet.
 */
export function checkManagedNetwork({ plan }: PlanContext): SettingResult {
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const { managedNetwork, name } = plan.workspace.value;
  if (!managedNetwork.known) return unknownResult(managedNetwork.because);
  if (managedNetwork.value === 'disabled') return passed('check.managed.own');
  if (knownTraits(plan.kind).worksInManagedNetwork === false) {
    return failed('check.managed.machine', { workspace: name });
  }
  return plan.subnetId === null
    ? passed('check.managed.used')
    : failed('check.managed.forbidden', { workspace: name });
}

/** Checks requirement `managed-network-set-up`: the first compute resource waits while Azure provisions the network. */
export function checkManagedNetworkSetUp({ plan }: PlanContext): SettingResult {
  if (plan.subnetId !== null) return notApplicable('check.setUp.subnet');
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const { managedNetwork, managedNetworkSetUp } = plan.workspace.value;
  if (!managedNetwork.known) return unknownResult(managedNetwork.because);
  if (managedNetwork.value === 'disabled') return notApplicable('check.setUp.own');
  if (!managedNetworkSetUp.known) return unknownResult(managedNetworkSetUp.because);
  return managedNetworkSetUp.value ? passed('check.setUp.done') : failed('check.setUp.notYet');
}

/** Checks requirement `npip-requires-private-endpoint`. */
export function checkPrivateEndpoint({ plan, model }: PlanContext): SettingResult {
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const { hasPrivateEndpoint, id } = plan.workspace.value;
  if (!hasPrivateEndpoint.known) return unknownResult(hasPrivateEndpoint.because);
  const workspace = nameOf(id);
  if (hasPrivateEndpoint.value) return passed('check.endpoint.yes', { workspace });
  const all = valueOr(model.privateEndpoints, []);
  const waiting = all.find((one) => one.notApproved === 'Pending' && sameId(one.targetId, id));
  return waiting
    ? failed('check.endpoint.waiting', { workspace, endpoint: waiting.name })
    : failed('check.endpoint.no', { workspace });
}

/** Checks requirements about existing compute resources, which a new one can't violate. */
export function checkExistingCompute(): SettingResult {
  return notApplicable('check.existingOnly');
}

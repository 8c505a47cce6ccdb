import { valueOr } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import { met, notMet, notNeeded, undecided, type SettingAnswer } from '../setting-answer';
import type { PlanContext } from '../setting-context';

/** Requirement `managed-vnet-exclusive`: a workspace that runs its own network takes no subnet of ours. */
export function judgeManagedNetwork({ plan }: PlanContext): SettingAnswer {
  if (!plan.workspace.known) return undecided(plan.workspace.because);
  const { managedNetwork, name } = plan.workspace.value;
  if (!managedNetwork.known) return undecided(managedNetwork.because);
  if (managedNetwork.value === 'disabled') return met('judge.managed.own');
  if (plan.kind.known && plan.kind.value === 'virtual-machine') {
    return notMet('judge.managed.machine', { workspace: name });
  }
  return plan.subnetId === null
    ? met('judge.managed.used')
    : notMet('judge.managed.forbidden', { workspace: name });
}

/** Requirement `managed-network-set-up`: the first compute waits while Azure sets the network up. */
export function judgeManagedNetworkSetUp({ plan }: PlanContext): SettingAnswer {
  if (plan.subnetId !== null) return notNeeded('judge.setUp.subnet');
  if (!plan.workspace.known) return undecided(plan.workspace.because);
  const { managedNetwork, managedNetworkSetUp } = plan.workspace.value;
  if (!managedNetwork.known) return undecided(managedNetwork.because);
  if (managedNetwork.value === 'disabled') return notNeeded('judge.setUp.own');
  if (!managedNetworkSetUp.known) return undecided(managedNetworkSetUp.because);
  return managedNetworkSetUp.value ? met('judge.setUp.done') : notMet('judge.setUp.notYet');
}

/** Requirement `npip-requires-private-endpoint`. */
export function judgePrivateEndpoint({ plan, model }: PlanContext): SettingAnswer {
  if (!plan.workspace.known) return undecided(plan.workspace.because);
  const { hasPrivateEndpoint, id } = plan.workspace.value;
  if (!hasPrivateEndpoint.known) return undecided(hasPrivateEndpoint.because);
  const workspace = nameOf(id);
  if (hasPrivateEndpoint.value) return met('judge.endpoint.yes', { workspace });
  const all = valueOr(model.privateEndpoints, []);
  const waiting = all.find((one) => one.notApproved === 'Pending' && sameId(one.targetId, id));
  return waiting
    ? notMet('judge.endpoint.waiting', { workspace, endpoint: waiting.name })
    : notMet('judge.endpoint.no', { workspace });
}

/** Requirements about computes that exist already: a new one cannot break them. */
export function judgeExistingCompute(): SettingAnswer {
  return notNeeded('judge.existingOnly');
}

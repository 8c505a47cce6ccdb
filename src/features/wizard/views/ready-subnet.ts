import type { PlanView } from '../../../contract/wizard/plan';
import { isReady } from '../../../core/check-result';
import { sameId } from '../../../core/network/find';
import type { ResourceId, Subnet, VirtualNetwork } from '../../../core/network/model';
import { subnetCapacity } from '../../../core/network/subnet-capacity';
import type { Say } from '../../../messages/say';
import { homeOf } from '../recommend';
import { chosenSubnet, chosenWorkspace, reservedAddresses, usesManagedNetwork } from '../selection';
import { loadedValue, type WizardState } from '../state';

interface Place {
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
}

/**
 * Returns a ready subnet with the most free addresses; null while none is known. Those of the same network come first,
 * then those of the network with the workspace's private endpoint.
 */
export function readySubnet(state: WizardState, network: VirtualNetwork): Place | null {
  const model = loadedValue(state.networks);
  const workspace = chosenWorkspace(state);
  if (!model || !workspace) return null;
  const home = homeOf(model, workspace.id);
  const rank = (one: VirtualNetwork): number => [network, home].findIndex((wanted) => wanted?.id === one.id);
  const places = model.virtualNetworks.flatMap((one) =>
    one.subnets
      .filter(({ id }) => state.rows.unfit(id) === null && isReadyRow(state, id))
      .map((subnet) => ({ network: one, subnet, rank: rank(one) < 0 ? 2 : rank(one) })),
  );
  const free = (place: Place): number => freeIn(state, place) ?? 0;
  return places.sort((a, b) => a.rank - b.rank || free(b) - free(a))[0] ?? null;
}

function isReadyRow(state: WizardState, id: ResourceId): boolean {
  const icon = state.rows.outcome(id)?.icon;
  return icon === 'pass' || icon === 'warning' || icon === 'pass-default';
}

function freeIn(state: WizardState, { subnet }: Place): number | null {
  return subnetCapacity(subnet, reservedAddresses(state, subnet.id)).free;
}

/** Returns a subnet that is ready as it is, if the selected one isn't. */
export function readySubnetTip(say: Say, state: WizardState): PlanView['network']['ready'] {
  const found = chosenSubnet(state);
  if (!found || !state.evaluation || usesManagedNetwork(state)) return null;
  if (isReady(state.evaluation.results)) return null;
  const other = readySubnet(state, found.network);
  if (!other || sameId(other.subnet.id, found.subnet.id)) return null;
  const values = { subnet: other.subnet.name, network: other.network.name };
  const n = freeIn(state, other);
  const text = n === null ? say('list.ready', values) : say('list.readyWithRoom', { ...values, n });
  return { id: other.subnet.id, text, label: say('list.useReady') };
}

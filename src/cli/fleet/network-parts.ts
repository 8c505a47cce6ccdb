import { groupBy } from '../../core/group-by';
import { mapKnown } from '../../core/known';
import { virtualNetworkIdOf, findById, findVirtualNetwork } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';

/**
 * Returns a lookup of the part of a model that determines the results of one network's subnets. A check searches all
 * endpoints, and a fleet has thousands. It contains the network, those that share its NSGs and route tables, the peers
 * of all these, and the resources that they use.
 * @returns a model with the same results as the whole one, if no services of workspaces are known
 */
export function partOfModels(model: NetworkModel): (network: VirtualNetwork) => NetworkModel {
  const users = usersByAssociated(model.virtualNetworks);
  const endpoints = mapKnown(model.privateEndpoints, (all) => ({
    byNetwork: groupBy(all, ({ subnetId }) => virtualNetworkIdOf(subnetId).toLowerCase()),
    // A workspace with an endpoint that isn't approved yet is reported in each network.
    waiting: all.filter(({ notApproved }) => notApproved !== undefined),
  }));
  return (network) => {
    const sharing = associatedIds(network.subnets).flatMap((id) => users.get(id) ?? []);
    const near = new Set([network, ...sharing]);
    const peers = [...near].flatMap((one) =>
      one.peerings.known
        ? one.peerings.value.flatMap(({ remoteId }) => findVirtualNetwork(model, remoteId) ?? [])
        : [],
    );
    const virtualNetworks = [...new Set([...near, ...peers])];
    const isUsed = new Set(associatedIds(virtualNetworks.flatMap(({ subnets }) => subnets)));
    const used = <T extends { readonly id: ResourceId }>(all: readonly T[]): readonly T[] =>
      [...isUsed].flatMap((id) => findById(all, id) ?? []);
    const ids = new Set(virtualNetworks.flatMap((one) => [one, ...remotesOf(one)].map(lowerId)));
    return {
      ...model,
      virtualNetworks,
      securityGroups: used(model.securityGroups),
      routeTables: used(model.routeTables),
      natGateways: used(model.natGateways),
      privateEndpoints: mapKnown(endpoints, ({ byNetwork, waiting }) => [
        ...new Set([...[...ids].flatMap((id) => byNetwork.get(id) ?? []), ...waiting]),
      ]),
    };
  };
}

/** Returns the peers. Their endpoints can be known even if the network isn't. */
function remotesOf({ peerings }: VirtualNetwork): readonly { readonly id: ResourceId }[] {
  return peerings.known ? peerings.value.map(({ remoteId }) => ({ id: remoteId })) : [];
}

function lowerId({ id }: { readonly id: ResourceId }): string {
  return id.toLowerCase();
}

function usersByAssociated(
  networks: readonly VirtualNetwork[],
): ReadonlyMap<string, readonly VirtualNetwork[]> {
  const users = new Map<string, VirtualNetwork[]>();
  for (const network of networks) {
    for (const id of new Set(associatedIds(network.subnets))) {
      const before = users.get(id);
      if (before) before.push(network);
      else users.set(id, [network]);
    }
  }
  return users;
}

/** Returns the IDs of NSGs, route tables, and NAT gateways, in lowercase. */
function associatedIds(subnets: readonly Subnet[]): readonly string[] {
  return subnets.flatMap(({ securityGroup, routeTable, natGateway }) =>
    [securityGroup, routeTable, natGateway].flatMap((one) =>
      one.known && one.value !== null ? [one.value.toLowerCase()] : [],
    ),
  );
}

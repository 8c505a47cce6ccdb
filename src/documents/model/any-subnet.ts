import { known, unknown } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, Subnet, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import { speaksOfAzureMl } from '../subjects/speaks-of-azure-ml';

/** Name of the subnet that stands for whichever one a group is given to. */
export const anySubnet = 'any-subnet';

/** The model with a subnet for each group that was written for Azure ML and that no subnet of the files uses. */
export function withAnySubnets(model: NetworkModel): NetworkModel {
  const subnets = model.virtualNetworks.flatMap((one) => one.subnets);
  const isUsed = ({ id }: SecurityGroup): boolean =>
    subnets.some(
      ({ securityGroup }) =>
        securityGroup.known && securityGroup.value !== null && sameId(securityGroup.value, id),
    );
  const lonely = model.securityGroups.filter((group) => speaksOfAzureMl(group) && !isUsed(group));
  return { ...model, virtualNetworks: [...model.virtualNetworks, ...lonely.map(anyNetwork)] };
}

function anyNetwork(group: SecurityGroup): VirtualNetwork {
  const [before = ''] = group.id.split(/\/networkSecurityGroups\//i);
  const id = `${before}/virtualNetworks/${group.name}`;
  const not = unknown(reason('terminal.notInFiles', { name: group.name }));
  return {
    id,
    name: nameOf(id),
    location: group.location,
    addressPrefixes: not,
    dnsServers: not,
    peerings: not,
    hasGateway: not,
    subnets: [anySubnetOf(id, group)],
  };
}

function anySubnetOf(networkId: string, group: SecurityGroup): Subnet {
  const not = unknown(reason('terminal.notInFiles', { name: anySubnet }));
  return {
    id: `${networkId}/subnets/${anySubnet}`,
    name: anySubnet,
    virtualNetworkId: networkId,
    addressPrefixes: not,
    securityGroup: known(group.id),
    routeTable: not,
    natGateway: not,
    delegations: not,
    serviceEndpoints: not,
    serviceEndpointPolicies: not,
    defaultOutboundAccess: not,
    privateEndpointNetworkPolicies: not,
    addressesInUse: not,
  };
}

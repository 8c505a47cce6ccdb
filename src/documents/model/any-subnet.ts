import { known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, Subnet, VirtualNetwork } from '../../core/network/model';
import { mentionsAzureMl } from '../subjects/mentions-azure-ml';

/** Name of the subnet that stands for whichever one a group is given to. */
export const anySubnet = 'any-subnet';

/** Its addresses, which stand for any: which ones they are matters to no rule that names tags. */
export const anyPrefix = '10.0.0.0/24';

/** The model with a subnet for each group that was written for Azure ML and that no subnet of the files uses. */
export function withAnySubnets(model: NetworkModel): NetworkModel {
  const subnets = model.virtualNetworks.flatMap((one) => one.subnets);
  const isUsed = ({ id }: SecurityGroup): boolean =>
    subnets.some(
      ({ securityGroup }) =>
        securityGroup.known && securityGroup.value !== null && sameId(securityGroup.value, id),
    );
  const lonely = model.securityGroups.filter((group) => mentionsAzureMl(group) && !isUsed(group));
  return { ...model, virtualNetworks: [...model.virtualNetworks, ...lonely.map(anyNetwork)] };
}

function anyNetwork(group: SecurityGroup): VirtualNetwork {
  const [before = ''] = group.id.split(/\/networkSecurityGroups\//i);
  const id = `${before}/virtualNetworks/${group.name}`;
  return {
    id,
    name: nameOf(id),
    location: group.location,
    addressPrefixes: known(['10.0.0.0/16']),
    dnsServers: known([]),
    peerings: known([]),
    peersElsewhere: true,
    hasGateway: known(false),
    subnets: [anySubnetOf(id, group)],
  };
}

function anySubnetOf(networkId: string, group: SecurityGroup): Subnet {
  return {
    id: `${networkId}/subnets/${anySubnet}`,
    name: anySubnet,
    virtualNetworkId: networkId,
    addressPrefixes: known([anyPrefix]),
    securityGroup: known(group.id),
    // A file that makes a group alone says nothing of routes; that there are none is told as an assumption.
    routeTable: known(null),
    natGateway: known(null),
    delegations: known([]),
    serviceEndpoints: known([]),
    serviceEndpointPolicies: known([]),
    defaultOutboundAccess: known(null),
    privateEndpointNetworkPolicies: known('Disabled'),
    addressesInUse: known(0),
  };
}

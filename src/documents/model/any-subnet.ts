import { known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, Subnet, VirtualNetwork } from '../../core/network/model';
import { mentionsAzureMl } from '../subjects/mentions-azure-ml';

/** Name of the placeholder subnet, which represents any subnet that uses an NSG. */
export const anySubnet = 'any-subnet';

/** Address prefix of the placeholder subnet. Its value doesn't matter to rules that refer to service tags. */
export const anyPrefix = '10.0.0.0/24';

/**
 * Adds a placeholder subnet for each NSG that is written for Azure Machine Learning and that no subnet in the files
 * uses.
 */
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
    // A file that only creates an NSG doesn't define routes. The result reports the assumption that there are none.
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

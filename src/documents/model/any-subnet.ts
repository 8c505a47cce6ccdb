import { known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, Subnet, VirtualNetwork } from '../../core/network/model';
import { mentionsAzureMl, prefixesForAzureMl } from '../subjects/mentions-azure-ml';

/** Name of the placeholder subnet, which represents any subnet that uses an NSG. */
export const anySubnet = 'any-subnet';

/**
 * Address prefix of the placeholder subnet if no rule for Azure Machine Learning has addresses of its subnet. Its value
 * doesn't matter to rules that refer to service tags.
 */
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
  const own = prefixesForAzureMl(group);
  const prefixes = own.length > 0 ? own : [anyPrefix];
  return {
    id,
    name: nameOf(id),
    location: group.location,
    addressPrefixes: known(prefixes),
    dnsServers: known([]),
    peerings: known([]),
    peersElsewhere: true,
    hasGateway: known(false),
    subnets: [anySubnetOf(id, group, prefixes)],
  };
}

function anySubnetOf(networkId: string, group: SecurityGroup, prefixes: readonly string[]): Subnet {
  return {
    id: `${networkId}/subnets/${anySubnet}`,
    name: anySubnet,
    virtualNetworkId: networkId,
    addressPrefixes: known(prefixes),
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

import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { peeredNetworkId, type ProposedPeering } from '../../core/network/proposed-network';
import { networkSymbol } from './compute-resource';
import { groupKey } from './scopes';
import { templateObject, templateParameter, type TemplateResource, type TemplateValue } from './template';
import { groupFor, nameCandidate, networkCodeApiVersion, type Writing } from './writing';

/** Parameter with the ID of a new network, for files that don't create it. */
export const newNetworkParameter = 'virtualNetworkId';

/** Symbol of the peering of the new network. */
export const networkPeeringSymbol = 'virtualNetworkPeering';

const networkType = 'Microsoft.Network/virtualNetworks';
export const peeringResourceType = `${networkType}/virtualNetworkPeerings`;

/**
 * Writes the peering of the new network, then that of the existing network, which isn't written itself. Azure refuses
 * the second one while the first one is being created.
 */
export function writePeering(peering: ProposedPeering, newNetwork: ResourceId, writing: Writing): void {
  const { around, candidates } = writing;
  const { here, there } = peering;
  const existing = peeredNetworkId(peering);
  const names = { network: nameOf(newNetwork), peer: nameOf(existing) };
  candidates.push(
    { name: 'peeredNetworkId', value: existing },
    nameCandidate(existing, 'peeredNetwork', 'peeredNetwork'),
  );
  const home = groupFor(newNetwork, networkSymbol, writing);
  home.resources.push({
    ...base,
    comment: [around.say('write.peering', names)],
    symbol: networkPeeringSymbol,
    parent: networkSymbol,
    name: nameOf(here),
    properties: peeringProperties(templateParameter('peeredNetworkId')),
    dependsOn: [],
  });
  const group = groupFor(existing, 'peeredNetwork', writing);
  group.existing.push({
    symbol: 'peeredNetwork',
    type: networkType,
    apiVersion: networkCodeApiVersion,
    name: templateParameter('peeredNetworkName'),
    parent: null,
    scope: null,
  });
  group.resources.push({
    ...base,
    comment: [around.say('write.peering.back', names)],
    symbol: 'peeredNetworkPeering',
    parent: 'peeredNetwork',
    name: nameOf(there),
    properties: peeringProperties(newNetworkId(existing, newNetwork, writing)),
    dependsOn: group === home ? [networkPeeringSymbol] : [],
  });
}

const base = {
  type: peeringResourceType,
  apiVersion: networkCodeApiVersion,
  location: null,
  tags: null,
  identity: null,
} satisfies Partial<TemplateResource>;

/** Nodes and private endpoints exchange traffic directly, so that neither forwarded traffic nor gateways are needed. */
function peeringProperties(remote: TemplateValue): TemplateValue {
  return templateObject({
    remoteVirtualNetwork: templateObject({ id: remote }),
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
  });
}

/** Returns the ID of the new network for a resource with the ID `of`: as a parameter if another file creates it. */
export function newNetworkId(of: ResourceId, newNetwork: ResourceId, writing: Writing): TemplateValue {
  if (groupKey(of) === groupKey(newNetwork)) return { is: 'id', symbol: networkSymbol };
  const { candidates } = writing;
  if (!candidates.some((one) => one.name === newNetworkParameter)) {
    candidates.push({ name: newNetworkParameter, value: newNetwork });
  }
  return templateParameter(newNetworkParameter);
}

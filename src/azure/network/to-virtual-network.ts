import { known, unknown, type Known } from '../../core/known';
import type { Peering, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import { at, flagAt, listAt, textAt, textsAt, type Json, type JsonObject } from '../json';

/** A virtual network's body, subnets and peerings with it. */
export function toVirtualNetwork(body: JsonObject): VirtualNetwork {
  const id = textAt(body, 'id') ?? '';
  const location = textAt(body, 'location');
  const subnets = listAt(body, 'properties', 'subnets').map((one) => toSubnet(one, id));
  return {
    id,
    name: textAt(body, 'name') ?? '',
    location: location === undefined ? notRead(body) : known(location.toLowerCase().replaceAll(' ', '')),
    addressPrefixes: known(textsAt(body, 'properties', 'addressSpace', 'addressPrefixes')),
    dnsServers: known(textsAt(body, 'properties', 'dhcpOptions', 'dnsServers')),
    peerings: known(listAt(body, 'properties', 'virtualNetworkPeerings').map(toPeering)),
    hasGateway: known(subnets.some(holdsGateway)),
    subnets,
  };
}

/** Subnets whose machines bring BGP routes: a gateway's or a route server's, once something is in them. */
function holdsGateway(subnet: Subnet): boolean {
  const isTheirs = ['gatewaysubnet', 'routeserversubnet'].includes(subnet.name.toLowerCase());
  return isTheirs && subnet.addressesInUse.known && subnet.addressesInUse.value > 0;
}

export function toSubnet(body: Json, virtualNetworkId: ResourceId): Subnet {
  const access = at(body, 'properties', 'defaultOutboundAccess');
  return {
    id: textAt(body, 'id') ?? '',
    name: textAt(body, 'name') ?? '',
    virtualNetworkId,
    addressPrefixes: known(prefixesOf(body)),
    securityGroup: known(textAt(body, 'properties', 'networkSecurityGroup', 'id') ?? null),
    routeTable: known(textAt(body, 'properties', 'routeTable', 'id') ?? null),
    natGateway: known(textAt(body, 'properties', 'natGateway', 'id') ?? null),
    delegations: known(textsOf(body, 'delegations', 'properties', 'serviceName')),
    serviceEndpoints: known(textsOf(body, 'serviceEndpoints', 'service')),
    serviceEndpointPolicies: known(textsOf(body, 'serviceEndpointPolicies', 'id')),
    defaultOutboundAccess: known(typeof access === 'boolean' ? access : null),
    privateEndpointNetworkPolicies: known(
      textAt(body, 'properties', 'privateEndpointNetworkPolicies') ?? 'Disabled',
    ),
    addressesInUse: known(listAt(body, 'properties', 'ipConfigurations').length),
  };
}

function prefixesOf(body: Json): readonly string[] {
  const many = textsAt(body, 'properties', 'addressPrefixes');
  const one = textAt(body, 'properties', 'addressPrefix');
  return many.length > 0 || one === undefined ? many : [one];
}

function textsOf(body: Json, list: string, ...path: readonly string[]): readonly string[] {
  return listAt(body, 'properties', list).flatMap((one) => {
    const text = textAt(one, ...path);
    return text === undefined ? [] : [text];
  });
}

function toPeering(body: Json): Peering {
  const space = textsAt(body, 'properties', 'remoteVirtualNetworkAddressSpace', 'addressPrefixes');
  const older = textsAt(body, 'properties', 'remoteAddressSpace', 'addressPrefixes');
  const prefixes = space.length > 0 ? space : older;
  const name = textAt(body, 'name') ?? '';
  const noPrefixes: Known<never> = unknown(reason('unknown.notRead', { name }));
  return {
    name,
    remoteId: textAt(body, 'properties', 'remoteVirtualNetwork', 'id') ?? '',
    state: known(textAt(body, 'properties', 'peeringState') ?? ''),
    remotePrefixes: prefixes.length > 0 ? known(prefixes) : noPrefixes,
    allowForwardedTraffic: known(flagAt(body, 'properties', 'allowForwardedTraffic') === true),
    useRemoteGateways: known(flagAt(body, 'properties', 'useRemoteGateways') === true),
  };
}

function notRead(body: JsonObject): Known<never> {
  return unknown(reason('unknown.notRead', { name: textAt(body, 'name') ?? '' }));
}

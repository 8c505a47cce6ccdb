import { known, mapKnown, unknown, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type {
  NatGateway,
  NetworkModel,
  PrivateEndpoint,
  ResourceId,
  RouteTable,
  SecurityGroup,
} from '../../core/network/model';
import { listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { toRoute } from './to-route';
import { toSecurityRule } from './to-security-rule';
import { toVirtualNetwork } from './to-virtual-network';

/** The lists a model is made of, as Azure sent them; unknown where a list may not be read. */
export interface NetworkLists {
  readonly virtualNetworks: readonly JsonObject[];
  readonly securityGroups: Known<readonly JsonObject[]>;
  readonly routeTables: Known<readonly JsonObject[]>;
  readonly natGateways: Known<readonly JsonObject[]>;
  readonly privateEndpoints: Known<readonly JsonObject[]>;
}

/** ARM's bodies as the model. What a list that may not be read would say is unknown with its reason. */
export function toModel(lists: NetworkLists): NetworkModel {
  const virtualNetworks = lists.virtualNetworks.map(toVirtualNetwork);
  const subnets = virtualNetworks.flatMap((one) => one.subnets);
  const idsOf = (kind: 'securityGroup' | 'routeTable' | 'natGateway'): readonly ResourceId[] =>
    unique(subnets.flatMap((one) => (one[kind].known && one[kind].value !== null ? [one[kind].value] : [])));
  return {
    cloud: 'public',
    virtualNetworks,
    securityGroups: lists.securityGroups.known
      ? lists.securityGroups.value.map(toSecurityGroup)
      : unreadableGroups(idsOf('securityGroup'), lists.securityGroups),
    routeTables: lists.routeTables.known
      ? lists.routeTables.value.map(toRouteTable)
      : unreadableTables(idsOf('routeTable'), lists.routeTables),
    natGateways: lists.natGateways.known
      ? lists.natGateways.value.map(toNatGateway)
      : unreadableGateways(idsOf('natGateway'), lists.natGateways),
    privateEndpoints: mapKnown(lists.privateEndpoints, (all) => all.map(toPrivateEndpoint)),
  };
}

export function toSecurityGroup(body: JsonObject): SecurityGroup {
  const id = textAt(body, 'id') ?? '';
  const etag = textAt(body, 'etag');
  return {
    id,
    name: textAt(body, 'name') ?? '',
    location: locationOf(body),
    rules: known(listAt(body, 'properties', 'securityRules').map(toSecurityRule)),
    usedBy: known(idsAt(body, 'subnets')),
    ...(etag === undefined ? {} : { etag }),
  };
}

export function toRouteTable(body: JsonObject): RouteTable {
  const etag = textAt(body, 'etag');
  return {
    id: textAt(body, 'id') ?? '',
    name: textAt(body, 'name') ?? '',
    location: locationOf(body),
    routes: known(listAt(body, 'properties', 'routes').map(toRoute)),
    disableBgpRoutePropagation: known(
      (body['properties'] as JsonObject | undefined)?.['disableBgpRoutePropagation'] === true,
    ),
    usedBy: known(idsAt(body, 'subnets')),
    ...(etag === undefined ? {} : { etag }),
  };
}

export function toNatGateway(body: JsonObject): NatGateway {
  const addresses = ['publicIpAddresses', 'publicIpAddressesV6', 'publicIpPrefixes', 'publicIpPrefixesV6'];
  return {
    id: textAt(body, 'id') ?? '',
    name: textAt(body, 'name') ?? '',
    sku: known(textAt(body, 'sku', 'name') ?? 'Standard'),
    publicAddresses: known(addresses.reduce((sum, name) => sum + listAt(body, 'properties', name).length, 0)),
  };
}

export function toPrivateEndpoint(body: JsonObject): PrivateEndpoint {
  const automatic = listAt(body, 'properties', 'privateLinkServiceConnections');
  const connections = [...automatic, ...listAt(body, 'properties', 'manualPrivateLinkServiceConnections')];
  const first = connections[0];
  const dns = listAt(body, 'properties', 'customDnsConfigs').flatMap((one) => textsAt(one, 'ipAddresses'));
  const fixed = listAt(body, 'properties', 'ipConfigurations').flatMap((one) => {
    const address = textAt(one, 'properties', 'privateIPAddress');
    return address === undefined ? [] : [address];
  });
  const addresses = unique([...dns, ...fixed]);
  return {
    id: textAt(body, 'id') ?? '',
    name: textAt(body, 'name') ?? '',
    subnetId: textAt(body, 'properties', 'subnet', 'id') ?? '',
    targetId: textAt(first, 'properties', 'privateLinkServiceId') ?? '',
    groups: textsAt(first, 'properties', 'groupIds'),
    addresses:
      addresses.length > 0
        ? known(addresses)
        : unknown({ key: 'unknown.notRead', values: { name: textAt(body, 'name') ?? '' } }),
  };
}

export function locationOf(body: JsonObject): Known<string> {
  const location = textAt(body, 'location');
  if (location === undefined) {
    return unknown({ key: 'unknown.notRead', values: { name: textAt(body, 'name') ?? '' } });
  }
  return known(location.toLowerCase().replaceAll(' ', ''));
}

function idsAt(body: JsonObject, list: string): readonly ResourceId[] {
  return listAt(body, 'properties', list).flatMap((one: Json) => {
    const id = textAt(one, 'id');
    return id === undefined ? [] : [id];
  });
}

function unique(texts: readonly string[]): readonly string[] {
  return texts.filter((one, index) => texts.findIndex((other) => sameId(other, one)) === index);
}

function nameOfId(id: ResourceId): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function unreadableGroups(
  ids: readonly ResourceId[],
  because: Known<never> | Known<unknown>,
): SecurityGroup[] {
  const why = asUnknown(because);
  return ids.map((id) => ({ id, name: nameOfId(id), location: why, rules: why, usedBy: why }));
}

function unreadableTables(ids: readonly ResourceId[], because: Known<unknown>): RouteTable[] {
  const why = asUnknown(because);
  return ids.map((id) => ({
    id,
    name: nameOfId(id),
    location: why,
    routes: why,
    disableBgpRoutePropagation: why,
    usedBy: why,
  }));
}

function unreadableGateways(ids: readonly ResourceId[], because: Known<unknown>): NatGateway[] {
  const why = asUnknown(because);
  return ids.map((id) => ({ id, name: nameOfId(id), sku: why, publicAddresses: why }));
}

function asUnknown(from: Known<unknown>): Known<never> {
  return from.known ? unknown({ key: 'unknown.notRead', values: { name: '' } }) : from;
}

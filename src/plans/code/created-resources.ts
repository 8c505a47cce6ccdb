import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { AssociatedType, CreatedPart } from '../../core/resource-change';
import { templateObject, templateParameter, type TemplateValue } from './template';
import { groupFor, nameCandidate, networkCodeApiVersion, symbolFor, unused, type Writing } from './writing';

const types: Readonly<Record<AssociatedType, string>> = {
  securityGroup: 'Microsoft.Network/networkSecurityGroups',
  routeTable: 'Microsoft.Network/routeTables',
  natGateway: 'Microsoft.Network/natGateways',
  publicIpAddress: 'Microsoft.Network/publicIPAddresses',
};

/** Writes a new resource, whose name is a parameter. Rules and routes are separate resources. */
export function writeCreatedPart(part: CreatedPart, writing: Writing): void {
  const { id, type, location, sku } = part;
  const { around, candidates, symbols, symbolOf } = writing;
  if (symbolOf.has(id.toLowerCase())) return;
  const symbol = unused(type, symbols);
  symbolOf.set(id.toLowerCase(), symbol);
  candidates.push(nameCandidate(id, symbol, type));
  groupFor(id, symbol, writing).resources.push({
    comment: [around.say(`write.created.${type}`)],
    symbol,
    type: types[type],
    apiVersion: networkCodeApiVersion,
    parent: null,
    name: templateParameter(`${symbol}Name`),
    location: location === around.location ? templateParameter('location') : location,
    tags: null,
    identity: null,
    ...(sku === undefined ? {} : { sku }),
    properties: templateObject(properties[type]),
    dependsOn: [],
  });
}

const properties: Readonly<Record<AssociatedType, Readonly<Record<string, TemplateValue>>>> = {
  securityGroup: {},
  routeTable: { disableBgpRoutePropagation: false },
  natGateway: { idleTimeoutInMinutes: 4 },
  publicIpAddress: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
};

/** Adds public IP addresses to a NAT gateway. They're created before it. */
export function assignAddresses(
  gateway: ResourceId,
  addresses: readonly ResourceId[],
  writing: Writing,
): void {
  if (addresses.length === 0) return;
  const symbol = symbolFor(gateway, writing);
  const { resources } = groupFor(gateway, symbol, writing);
  const at = resources.findIndex((one) => one.symbol === symbol);
  const before = resources[at];
  if (!before) return;
  const ids = addresses
    .filter((id, index) => addresses.findIndex((other) => sameId(other, id)) === index)
    .map((id) => templateObject({ id: { is: 'id', symbol: symbolFor(id, writing) } }));
  const own = { ...properties.natGateway, publicIpAddresses: ids };
  resources[at] = { ...before, properties: templateObject(own) };
}

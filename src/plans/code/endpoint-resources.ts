import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { ResourceChange } from '../../core/resource-change';
import { endpointOf, type EndpointState } from '../../core/service-change';
import { templateObject, templateParameter, type TemplateResource, type TemplateValue } from './template';
import { groupFor, nameCandidate, networkCodeApiVersion, unused, type Writing } from './writing';

/** A private endpoint that a fix creates. */
interface CollectedEndpoint extends EndpointState {
  readonly id: ResourceId;
}

interface CollectedZoneGroup {
  readonly id: ResourceId;
  readonly zones: readonly ResourceId[];
}

/** Private endpoints, the DNS zones created for them, and the zone groups that maintain their records. */
export interface CollectedEndpoints {
  /** IDs of DNS zones. */
  readonly zones: readonly ResourceId[];
  readonly endpoints: readonly CollectedEndpoint[];
  readonly zoneGroups: readonly CollectedZoneGroup[];
}

/** Collects the private endpoints that changes create, each once. */
export function collectEndpoints(changes: readonly ResourceChange[]): CollectedEndpoints {
  const once = <T extends { readonly id: ResourceId }>(all: readonly T[]): readonly T[] =>
    all.filter((one, index) => all.findIndex((other) => sameId(other.id, one.id)) === index);
  return {
    zones: once(changes.filter(({ type, after }) => type === 'zone' && after !== null)).map(({ id }) => id),
    endpoints: once(
      changes.flatMap((one) => (one.type === 'endpoint' && one.after ? [{ id: one.id, ...one.after }] : [])),
    ),
    zoneGroups: once(
      changes.flatMap((one) => (one.type === 'zoneGroup' && one.after ? [{ id: one.id, ...one.after }] : [])),
    ),
  };
}

/** Writes private DNS zones, before resources that refer to them. */
export function writeZones(zones: readonly ResourceId[], writing: Writing): void {
  for (const id of zones) {
    const symbol = unused('madeZone', writing.symbols);
    writing.symbolOf.set(id.toLowerCase(), symbol);
    writing.candidates.push({ ...nameCandidate(id, symbol, 'madeZone'), limits: { minLength: 1 } });
    groupFor(id, symbol, writing).resources.push({
      ...bare,
      comment: [writing.around.say('write.created.privateDnsZone')],
      symbol,
      type: 'Microsoft.Network/privateDnsZones',
      apiVersion: '2020-06-01',
      name: templateParameter(`${symbol}Name`),
      location: 'global',
      properties: templateObject({}),
    });
  }
}

const bare = { parent: null, tags: null, identity: null, dependsOn: [] } as const;

const type = 'Microsoft.Network/privateEndpoints';

/** Writes endpoints that depend on each other, because Azure changes a subnet with one request at a time. */
export function writeEndpoints({ endpoints, zoneGroups }: CollectedEndpoints, writing: Writing): void {
  for (const endpoint of endpoints) {
    const symbol = unused('privateEndpoint', writing.symbols);
    const group = groupFor(endpoint.id, symbol, writing);
    const before = group.resources
      .filter((one) => one.type === type || ['changedSubnet', 'virtualNetwork'].includes(one.symbol))
      .at(-1);
    group.resources.push(endpointResource(endpoint, { symbol, before, writing }));
    for (const one of zoneGroups.filter(({ id }) => sameId(endpointOf(id), endpoint.id))) {
      group.resources.push(zoneGroup(one, symbol, writing));
    }
  }
}

interface EndpointInCode {
  readonly symbol: string;
  readonly before: TemplateResource | undefined;
  readonly writing: Writing;
}

function endpointResource(
  { id, location, subnet, target, group }: CollectedEndpoint,
  { symbol, before, writing }: EndpointInCode,
): TemplateResource {
  const { around, candidates } = writing;
  const [name, subnetId, targetId] = [`${symbol}Name`, `${symbol}SubnetId`, `${symbol}TargetId`];
  candidates.push(
    nameCandidate(id, symbol, 'privateEndpoint'),
    { name: subnetId, value: subnet, describedBy: 'privateEndpointSubnetId' },
    { name: targetId, value: target, describedBy: 'privateEndpointTargetId' },
  );
  const connection = templateObject({
    name: templateParameter(name),
    properties: templateObject({ privateLinkServiceId: templateParameter(targetId), groupIds: [group] }),
  });
  return {
    ...bare,
    comment: [around.say('write.created.privateEndpoint', { target: nameOf(target), group })],
    symbol,
    type,
    apiVersion: networkCodeApiVersion,
    name: templateParameter(name),
    location: location === around.location ? templateParameter('location') : location,
    properties: templateObject({
      subnet: templateObject({ id: templateParameter(subnetId) }),
      privateLinkServiceConnections: [connection],
    }),
    dependsOn: before ? [before.symbol] : [],
  };
}

function zoneGroup({ id, zones }: CollectedZoneGroup, endpoint: string, writing: Writing): TemplateResource {
  return {
    ...bare,
    comment: [writing.around.say('write.created.zoneGroup')],
    symbol: unused(`${endpoint}Zones`, writing.symbols),
    type: `${type}/privateDnsZoneGroups`,
    apiVersion: networkCodeApiVersion,
    parent: endpoint,
    name: nameOf(id),
    location: null,
    properties: templateObject({
      privateDnsZoneConfigs: zones.map((zone) =>
        templateObject({
          name: nameOf(zone).replaceAll('.', '-'),
          properties: templateObject({ privateDnsZoneId: zoneIdOf(zone, writing) }),
        }),
      ),
    }),
  };
}

/** Returns the ID of a DNS zone: by resource for a new one; for an existing one, as a parameter. */
function zoneIdOf(zone: ResourceId, { symbolOf, symbols, candidates }: Writing): TemplateValue {
  const symbol = symbolOf.get(zone.toLowerCase());
  if (symbol !== undefined) return { is: 'id', symbol };
  const known = candidates.find((one) => one.describedBy === 'keepingZoneId' && one.value === zone);
  if (known) return templateParameter(known.name);
  const name = unused('keepingZoneId', symbols);
  candidates.push({ name, value: zone, describedBy: 'keepingZoneId' });
  return templateParameter(name);
}

import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { missingFrom, stateOf, type EndpointState, type ServiceChange } from '../../core/resource-change';
import { jsonAt, isJsonObject, listAt, numberAt, textAt, textsAt, type Json, type JsonObject } from '../json';

/** The body of what a change makes whole; undefined where it changes what stands, or takes it away. */
export function completeBody(change: ServiceChange): JsonObject | undefined {
  if (change.before !== null || change.after === null) return undefined;
  switch (change.type) {
    case 'zoneLink':
      return linkBody(change.after.network);
    case 'zone':
      return { location: 'global', properties: {} };
    case 'endpoint':
      return endpointBody(change.id, change.after);
    case 'zoneGroup':
      return { properties: { privateDnsZoneConfigs: change.after.zones.map(zoneConfig) } };
    default:
      return undefined;
  }
}

/** Names of its machines are not registered in a zone of private endpoints. */
function linkBody(network: ResourceId): JsonObject {
  return { location: 'global', properties: { virtualNetwork: { id: network }, registrationEnabled: false } };
}

/** Asks for approval at once: whoever may approve has done so by asking. */
function endpointBody(id: ResourceId, { location, subnet, target, group }: EndpointState): JsonObject {
  const properties = { privateLinkServiceId: target, groupIds: [group] };
  return {
    location,
    properties: {
      subnet: { id: subnet },
      privateLinkServiceConnections: [{ name: nameOf(id), properties }],
    },
  };
}

/** Characters that Azure takes in a request for approval. */
const longestRequest = 140;

/** The same endpoint, which its target's owner is asked to approve. */
export function withApprovalRequest(body: JsonObject, requestMessage: string): JsonObject {
  const properties = Object.fromEntries(
    Object.entries(propertiesOf(body)).filter(([name]) => name !== 'privateLinkServiceConnections'),
  );
  const connections = listAt(body, 'properties', 'privateLinkServiceConnections').map((one) => ({
    name: textAt(one, 'name') ?? '',
    properties: { ...propertiesOf(one), requestMessage: requestMessage.slice(0, longestRequest) },
  }));
  return { ...body, properties: { ...properties, manualPrivateLinkServiceConnections: connections } };
}

function zoneConfig(zone: ResourceId): JsonObject {
  return { name: nameOf(zone).replaceAll('.', '-'), properties: { privateDnsZoneId: zone } };
}

/** True where what stands is what the change makes, or made: only that is taken away, and only that was written. */
export function isAsCreated(now: JsonObject, change: ServiceChange): boolean {
  switch (change.type) {
    case 'zoneLink':
      return sameId(textAt(now, 'properties', 'virtualNetwork', 'id') ?? '', stateOf(change).network);
    case 'endpoint':
      return isEndpointOf(now, stateOf(change));
    case 'zone':
      return isEmptyZone(now);
    case 'zoneGroup':
      return missingFrom(zonesIn(now), stateOf(change).zones).length === 0;
    default:
      return false;
  }
}

function isEndpointOf(now: JsonObject, { subnet, target, group }: EndpointState): boolean {
  const [connection] = connectionsOf(now);
  return (
    sameId(textAt(now, 'properties', 'subnet', 'id') ?? '', subnet) &&
    sameId(textAt(connection, 'properties', 'privateLinkServiceId') ?? '', target) &&
    textsAt(connection, 'properties', 'groupIds').some((one) => one.toLowerCase() === group.toLowerCase())
  );
}

/** An endpoint has one connection, approved by itself or by its target's owner. */
function connectionsOf(body: JsonObject) {
  return ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap((member) =>
    listAt(body, 'properties', member),
  );
}

/** What an endpoint's owner said; Azure says nothing of it while it is asked. */
export function isApproved(endpoint: JsonObject): boolean {
  const [connection] = connectionsOf(endpoint);
  return textAt(connection, 'properties', 'privateLinkServiceConnectionState', 'status') === 'Approved';
}

/** The zone's own record alone: what others put into it, or link to it, would go with it. */
function isEmptyZone(now: JsonObject): boolean {
  const records = numberAt(now, 'properties', 'numberOfRecordSets') ?? 0;
  const links = numberAt(now, 'properties', 'numberOfVirtualNetworkLinks') ?? 0;
  return records <= 1 && links === 0;
}

function zonesIn(group: JsonObject): readonly ResourceId[] {
  return listAt(group, 'properties', 'privateDnsZoneConfigs').flatMap(
    (one) => textAt(one, 'properties', 'privateDnsZoneId') ?? [],
  );
}

function propertiesOf(body: Json): JsonObject {
  const properties = jsonAt(body, 'properties');
  return isJsonObject(properties) ? properties : {};
}

import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import {
  accessOf,
  isDataServiceChange,
  type BuilderChange,
  type DataServiceChange,
  type DataServiceType,
  type EndpointState,
  type ServiceChange,
} from '../../core/service-change';
import { missingFrom, stateOf } from '../../core/change';
import { AzureFailure } from '../failure';
import {
  withProperty,
  jsonAt,
  isJsonObject,
  listAt,
  numberAt,
  textAt,
  textsAt,
  type Json,
  type JsonObject,
} from '../json';
import { networkReadApiVersion } from '../network/network-api-versions';
import { workspaceApiVersion } from '../learning/read-workspaces';
import {
  keyVaultApiVersion,
  privateDnsApiVersion,
  registryApiVersion,
  storageApiVersion,
} from './api-versions';
import { isLiveRule } from './subnet-rules';

/** Request for a change outside the network: parts of a service, or a link as a whole. */
export interface ServiceWrite {
  readonly method: 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: JsonObject;
}

const apiVersions: Readonly<Record<ServiceChange['type'], string>> = {
  storage: storageApiVersion,
  keyVault: keyVaultApiVersion,
  registry: registryApiVersion,
  workspace: workspaceApiVersion,
  zoneLink: privateDnsApiVersion,
  zone: privateDnsApiVersion,
  endpoint: networkReadApiVersion,
  zoneGroup: networkReadApiVersion,
};

/** Returns the API version for reading and writing a resource outside the network. */
export function serviceApiVersion({ type }: ServiceChange): string {
  return apiVersions[type];
}

/**
 * Builds the request for all changes of a resource from its current state, so that changes by others are kept. Throws
 * `changed` if a change was already applied or reverted, or if the resource no longer has the tested state.
 */
export function serviceWrite(now: JsonObject, changes: readonly ServiceChange[]): ServiceWrite {
  const [first] = changes;
  const complete = first && completeBody(first);
  if (complete) return { method: 'PUT', body: complete };
  if (first?.after === null) {
    if (!isAsCreated(now, first)) throw new AzureFailure('changed');
    return { method: 'DELETE' };
  }
  return { method: 'PATCH', body: { properties: sentPart(now, changes) } };
}

function changed(body: JsonObject, change: ServiceChange): JsonObject {
  if (isDone(body, change)) throw new AzureFailure('changed');
  if (change.type === 'workspace') return withBuilder(body, change);
  return isDataServiceChange(change) ? withAccess(body, change) : body;
}

/**
 * True if the resource already has the requested changes. If the response is lost, the write may still have succeeded.
 */
export function containsServiceChanges(now: JsonObject, changes: readonly ServiceChange[]): boolean {
  return changes.every((change) => isDone(now, change));
}

function isDone(body: JsonObject, change: ServiceChange): boolean {
  if (isDataServiceChange(change)) return isAccessible(body, change);
  if (change.type !== 'workspace') return change.after !== null && isAsCreated(body, change);
  const name = textAt(body, 'properties', builderName) ?? '';
  return name.toLowerCase() === change.after?.buildCompute?.name.toLowerCase();
}

function isAccessible(body: JsonObject, change: DataServiceChange): boolean {
  const { added, removed, trusts } = accessOf(change);
  const isLive = (subnet: ResourceId): boolean =>
    rulesOf(body).some((one) => isLiveRule(one) && isFor(one, subnet));
  const isTrustAsExpected = trusts === undefined || isTrusting(change.type, body) === trusts;
  return added.every(isLive) && !removed.some(isLive) && isTrustAsExpected;
}

function rulesOf(body: JsonObject): readonly Json[] {
  return listAt(body, 'properties', 'networkAcls', 'virtualNetworkRules');
}

function isFor(rule: Json, subnet: ResourceId): boolean {
  return sameId(textAt(rule, 'id') ?? '', subnet);
}

function withAccess(body: JsonObject, change: DataServiceChange): JsonObject {
  const { added, removed, trusts } = accessOf(change);
  const trusting = trusts === undefined ? body : withTrust(change.type, body, trusts);
  return removed.reduce(withoutRule, added.reduce(withRule, trusting));
}

/**
 * Adds a rule. A rule that remained from a deleted subnet is replaced. A rule has an effect only if the default action
 * is deny.
 */
function withRule(body: JsonObject, subnet: ResourceId): JsonObject {
  const action = textAt(body, 'properties', 'networkAcls', 'defaultAction') ?? '';
  if (action.toLowerCase() !== 'deny') throw new AzureFailure('changed');
  const rest = rulesOf(body).filter((one) => !isFor(one, subnet));
  return withAcls(body, { virtualNetworkRules: [...rest, { id: subnet }] });
}

function withoutRule(body: JsonObject, subnet: ResourceId): JsonObject {
  return withAcls(body, { virtualNetworkRules: rulesOf(body).filter((one) => !isFor(one, subnet)) });
}

const trusted = 'AzureServices';
const noTrustedServices = 'None';
const registryTrust = 'networkRuleBypassOptions';

/** Returns the bypass setting, or the default if it is omitted. */
function bypassOf(type: DataServiceType, body: JsonObject): readonly string[] {
  const text =
    type === 'registry'
      ? textAt(body, 'properties', registryTrust)
      : textAt(body, 'properties', 'networkAcls', 'bypass');
  return (text ?? trusted).split(/,\s*/);
}

function isTrusting(type: DataServiceType, body: JsonObject): boolean {
  return bypassOf(type, body).some((one) => one.toLowerCase() === trusted.toLowerCase());
}

/** Sets the trust. For storage, the value is in a list with `Logging` and `Metrics`, which are kept. */
function withTrust(type: DataServiceType, body: JsonObject, trusts: boolean): JsonObject {
  const own = [trusted, noTrustedServices].map((one) => one.toLowerCase());
  const others = bypassOf(type, body).filter((one) => !own.includes(one.toLowerCase()));
  const bypass = [...others, ...(trusts ? [trusted] : [])].join(', ') || noTrustedServices;
  return type === 'registry' ? withProperty(body, registryTrust, bypass) : withAcls(body, { bypass });
}

function withBuilder(body: JsonObject, { before, after }: BuilderChange): JsonObject {
  const named = textAt(body, 'properties', builderName) ?? '';
  const was = before?.buildCompute?.name ?? '';
  if (named.toLowerCase() !== was.toLowerCase()) throw new AzureFailure('changed');
  return withProperty(body, builderName, after?.buildCompute?.name ?? null);
}

const builderName = 'imageBuildCompute';

function withAcls(body: JsonObject, members: JsonObject): JsonObject {
  const acls = jsonAt(body, 'properties', 'networkAcls');
  return withProperty(body, 'networkAcls', { ...(isJsonObject(acls) ? acls : {}), ...members });
}

/** Members that are written for existing resources. All other resources are created and deleted whole. */
const members: Readonly<Record<PartlyWritten['type'], string>> = {
  storage: 'networkAcls',
  keyVault: 'networkAcls',
  registry: registryTrust,
  workspace: builderName,
};

type PartlyWritten = BuilderChange | DataServiceChange;

function isWrittenInPart(change: ServiceChange): change is PartlyWritten {
  return Object.hasOwn(members, change.type);
}

/** Returns the changed member as a whole, because a PATCH replaces it as a unit. */
function sentPart(now: JsonObject, changes: readonly ServiceChange[]): JsonObject {
  const body = changes.reduce(changed, now);
  const [first] = changes;
  const member = first && isWrittenInPart(first) ? members[first.type] : undefined;
  return member === undefined ? {} : { [member]: jsonAt(body, 'properties', member) ?? null };
}

/** Returns the body of a resource that a change creates; undefined if the change updates or deletes a resource. */
export function completeBody(change: ServiceChange): JsonObject | undefined {
  if (change.before !== null || change.after === null) return undefined;
  if (isWrittenInPart(change)) return undefined;
  switch (change.type) {
    case 'zoneLink':
      return linkBody(change.after.network);
    case 'zone':
      return { location: 'global', properties: {} };
    case 'endpoint':
      return endpointBody(change.id, change.after);
    case 'zoneGroup':
      return { properties: { privateDnsZoneConfigs: change.after.zones.map(zoneConfig) } };
  }
}

/**
 * Builds a link without auto-registration: names of the network's machines don't belong in a zone for private
 * endpoints.
 */
function linkBody(network: ResourceId): JsonObject {
  return { location: 'global', properties: { virtualNetwork: { id: network }, registrationEnabled: false } };
}

/**
 * Builds an endpoint that requests automatic approval. It is approved at once if the account has permission to approve
 * it.
 */
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

/** Maximum length of a request message for approval in Azure. */
const longestRequest = 140;

/** Returns the same endpoint with a request for approval by its target's owner. */
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

/**
 * True if the current state is the state that the change creates or created. Only such a resource is deleted or counts
 * as written.
 */
function isAsCreated(now: JsonObject, change: ServiceChange): boolean {
  if (isWrittenInPart(change)) return false;
  switch (change.type) {
    case 'zoneLink':
      return sameId(textAt(now, 'properties', 'virtualNetwork', 'id') ?? '', stateOf(change).network);
    case 'endpoint':
      return isEndpointOf(now, stateOf(change));
    case 'zone':
      return isEmptyZone(now);
    case 'zoneGroup':
      return missingFrom(zonesIn(now), stateOf(change).zones).length === 0;
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

/** Returns the connection of an endpoint: an endpoint has one, automatic or manual. */
function connectionsOf(body: JsonObject) {
  return ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap((member) =>
    listAt(body, 'properties', member),
  );
}

/** True if the endpoint's connection is approved. */
export function isApproved(endpoint: JsonObject): boolean {
  const [connection] = connectionsOf(endpoint);
  return textAt(connection, 'properties', 'privateLinkServiceConnectionState', 'status') === 'Approved';
}

/**
 * True if the zone has only its own record, and no links. Deleting it would also delete records and links that others
 * added.
 */
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

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
import { jsonAt, isJsonObject, listAt, numberAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { networkReadApiVersion } from '../clients/network-client';
import { workspaceApiVersion } from '../learning/read-workspaces';
import {
  keyVaultApiVersion,
  privateDnsApiVersion,
  registryApiVersion,
  storageApiVersion,
} from './api-versions';
import { isLiveRule } from './subnet-rules';

/** How a change beside the network is sent: parts of a service, or a link as a whole. */
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

/** The version in which a resource beside the network is read and written. */
export function serviceApiVersion({ type }: ServiceChange): string {
  return apiVersions[type];
}

/**
 * What is sent for all the changes of one resource, made of the resource as it is at that moment: what others entered
 * meanwhile stays. `changed` where a change was done, or undone, already, or no longer means what was proven.
 */
export function serviceWrite(now: JsonObject, changes: readonly ServiceChange[]): ServiceWrite {
  const [first] = changes;
  const whole = first && completeBody(first);
  if (whole) return { method: 'PUT', body: whole };
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

/** True where the resource holds already what the changes ask for: an answer that is lost says nothing of the write. */
export function holdsServiceChanges(now: JsonObject, changes: readonly ServiceChange[]): boolean {
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
  const isTrustAsAsked = trusts === undefined || isTrusting(change.type, body) === trusts;
  return added.every(isLive) && !removed.some(isLive) && isTrustAsAsked;
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

/** A rule that outlived its subnet makes room for the new one. A rule counts only while callers that no rule names are refused. */
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
const nobody = 'None';
const registryTrust = 'networkRuleBypassOptions';

/** Usual where nothing is said. */
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

/** Of storage the word stands among `Logging` and `Metrics`, which stay. */
function withTrust(type: DataServiceType, body: JsonObject, trusts: boolean): JsonObject {
  const own = [trusted, nobody].map((one) => one.toLowerCase());
  const others = bypassOf(type, body).filter((one) => !own.includes(one.toLowerCase()));
  const bypass = [...others, ...(trusts ? [trusted] : [])].join(', ') || nobody;
  return type === 'registry' ? withProperty(body, registryTrust, bypass) : withAcls(body, { bypass });
}

function withBuilder(body: JsonObject, { before, after }: BuilderChange): JsonObject {
  const named = textAt(body, 'properties', builderName) ?? '';
  const was = before?.buildCompute?.name ?? '';
  if (named.toLowerCase() !== was.toLowerCase()) throw new AzureFailure('changed');
  return withProperty(body, builderName, after?.buildCompute?.name ?? null);
}

const builderName = 'imageBuildCompute';

function withProperty(body: JsonObject, name: string, value: Json): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  return { ...body, properties: { ...properties, [name]: value } };
}

function withAcls(body: JsonObject, members: JsonObject): JsonObject {
  const acls = jsonAt(body, 'properties', 'networkAcls');
  return withProperty(body, 'networkAcls', { ...(isJsonObject(acls) ? acls : {}), ...members });
}

/** The member that is written of what exists already. The rest is created and deleted whole. */
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

/** Only the member that changes is sent, whole: a PATCH replaces it as one. */
function sentPart(now: JsonObject, changes: readonly ServiceChange[]): JsonObject {
  const body = changes.reduce(changed, now);
  const [first] = changes;
  const member = first && isWrittenInPart(first) ? members[first.type] : undefined;
  return member === undefined ? {} : { [member]: jsonAt(body, 'properties', member) ?? null };
}

/** The body of what a change makes whole; undefined where it changes what stands, or takes it away. */
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

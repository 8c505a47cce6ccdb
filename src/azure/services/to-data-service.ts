import { known, unknown, type Known } from '../../core/known';
import { normalLocation } from '../../core/azure-facts/region-codes';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import {
  publicAccessOf,
  type ContainerRegistry,
  type DataService,
  type Perimeter,
  type StorageAccount,
} from '../../core/services/services';
import { jsonAt, flagAt, isJsonObject, listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { isLiveRule } from './subnet-rules';

/**
 * Returns a value if the body has properties. Without properties, as in short lists, it is unknown. A body with
 * properties omits default values.
 */
function states<T>(body: JsonObject, value: T): Known<T> {
  const properties = jsonAt(body, 'properties');
  const isThere = isJsonObject(properties) && Object.keys(properties).length > 0;
  return isThere ? known(value) : unknown(reason('unknown.notRead', { name: textAt(body, 'name') ?? '' }));
}

/** Converts a storage account (API version 2023-05-01). */
export function toStorageAccount(body: JsonObject, perimeter: Known<Perimeter | null>): StorageAccount {
  return {
    ...dataService(body, 'networkAcls', perimeter),
    trustsAzure: states(body, trustsByBypass(body)),
    // Null and omitted mean enabled (storage account reference, allowSharedKeyAccess).
    sharedKeyAccess: states(body, flagAt(body, 'properties', 'allowSharedKeyAccess') ?? true),
    trustedResources: states(
      body,
      listAt(body, 'properties', 'networkAcls', 'resourceAccessRules').flatMap(
        (one) => textAt(one, 'resourceId') ?? [],
      ),
    ),
  };
}

/** Converts a key vault (API version 2023-07-01). */
export function toKeyVault(body: JsonObject, perimeter: Known<Perimeter | null>): DataService {
  return { ...dataService(body, 'networkAcls', perimeter), trustsAzure: states(body, trustsByBypass(body)) };
}

/** Converts a container registry (API version 2023-07-01). */
export function toRegistry(
  body: JsonObject,
  perimeter: Known<Perimeter | null>,
  replicas?: Known<readonly string[]>,
): ContainerRegistry {
  const sku = textAt(body, 'sku', 'name');
  const bypass = textAt(body, 'properties', 'networkRuleBypassOptions') ?? 'AzureServices';
  return {
    ...dataService(body, 'networkRuleSet', perimeter),
    trustsAzure: states(body, bypass.toLowerCase() === 'azureservices'),
    sku: sku === undefined ? unknown(reason('unknown.notRead', { name: nameIn(body) })) : known(sku),
    hosts: hostsOf(body),
    hasDataEndpoints: states(body, hasDataEndpoints(body)),
    ...(replicas && { replicas }),
  };
}

/**
 * Returns the registry's hosts. Without dedicated data endpoints, data comes from storage accounts of the service
 * (container-registry-endpoint-reference, read 2026-11-28).
 */
function hostsOf(body: JsonObject): Known<readonly string[]> {
  const server = textAt(body, 'properties', 'loginServer');
  const ofData = textsAt(body, 'properties', 'dataEndpointHostNames');
  const hasOwn = hasDataEndpoints(body);
  if (server === undefined || (hasOwn && ofData.length === 0)) {
    return unknown(reason('unknown.notRead', { name: nameIn(body) }));
  }
  return known(hasOwn ? [server, ...ofData] : [server]);
}

/** Returns the regions of replicas that serve requests (registries/replications, API version 2023-07-01). */
export function replicaRegions(replications: readonly JsonObject[]): readonly string[] {
  return replications
    .filter((one) => flagAt(one, 'properties', 'regionEndpointEnabled') !== false)
    .flatMap((one) => textAt(one, 'location') ?? [])
    .map(normalLocation);
}

function hasDataEndpoints(body: JsonObject): boolean {
  return flagAt(body, 'properties', 'dataEndpointEnabled') ?? false;
}

function nameIn(body: JsonObject): string {
  return textAt(body, 'name') ?? nameOf(textAt(body, 'id') ?? '');
}

/** True if the bypass contains `AzureServices`, alone or in `Logging, Metrics`. That is the default. */
function trustsByBypass(body: JsonObject): boolean {
  const bypass = textAt(body, 'properties', 'networkAcls', 'bypass') ?? 'AzureServices';
  return bypass.toLowerCase().split(/,\s*/).includes('azureservices');
}

function dataService(
  body: JsonObject,
  rules: 'networkAcls' | 'networkRuleSet',
  perimeter: Known<Perimeter | null>,
): Omit<DataService, 'trustsAzure'> {
  const member = (name: string): readonly Json[] => listAt(body, 'properties', rules, name);
  const action = textAt(body, 'properties', rules, 'defaultAction') ?? 'Allow';
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    ...locationOf(body),
    publicAccess: states(body, publicAccessOf(textAt(body, 'properties', 'publicNetworkAccess') ?? '')),
    deniesByDefault: states(body, action.toLowerCase() === 'deny'),
    subnetRules: states(body, member('virtualNetworkRules').filter(isLiveRule).flatMap(namedBy)),
    addressRules: states(body, member('ipRules').flatMap(namedBy)),
    endpointIds: states(body, approvedEndpoints(body)),
    perimeter,
  };
}

function locationOf(body: JsonObject): Pick<DataService, 'location'> {
  const location = textAt(body, 'location');
  return location === undefined ? {} : { location: normalLocation(location) };
}

/** Returns the subnet or the address of a rule. */
function namedBy(rule: Json): string | readonly never[] {
  return textAt(rule, 'id') ?? textAt(rule, 'value') ?? [];
}

/** Returns the private endpoints of a resource whose connections are approved. */
export function approvedEndpoints(body: JsonObject): readonly ResourceId[] {
  return listAt(body, 'properties', 'privateEndpointConnections').flatMap((one) => {
    const status = textAt(one, 'properties', 'privateLinkServiceConnectionState', 'status');
    return status === 'Approved' ? (textAt(one, 'properties', 'privateEndpoint', 'id') ?? []) : [];
  });
}

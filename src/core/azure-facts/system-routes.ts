/**
 * System routes with next hop None (virtual network traffic routing, 2023-05-27): packets to private ranges that the
 * network doesn't use are dropped. A user-defined route 0.0.0.0/0 removes them all. Address space that is or contains a
 * range removes that range. If effective routes are known, theirs apply. Dumps of effective routes show more, none of
 * which contains a prefix of a service tag (tag files of 2025-11-09, 2026-07-19, 2025-10-20).
 */
export const droppedRanges: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
];

/**
 * A service endpoint: a tag, with the scope in which it applies (the subnet's region, its paired region, too, or
 * everywhere).
 */
export interface ServiceEndpointFact {
  readonly tag: string;
  readonly scope: 'region' | 'region-and-pair' | 'everywhere';
}

/**
 * Service endpoints by lowercase service name (virtual network service endpoints, 2019-11-08). Storage endpoints also
 * reach accounts in the paired region (storage/common/storage-network-security).
 */
export const serviceEndpoints: ReadonlyMap<string, ServiceEndpointFact> = new Map([
  ['microsoft.storage', { tag: 'Storage', scope: 'region-and-pair' }],
  ['microsoft.storage.global', { tag: 'Storage', scope: 'everywhere' }],
  ['microsoft.sql', { tag: 'Sql', scope: 'region' }],
  ['microsoft.keyvault', { tag: 'AzureKeyVault', scope: 'everywhere' }],
  // In preview, if the registry's own firewall rules name the subnet (container-registry-vnet, 2024-10-31).
  ['microsoft.containerregistry', { tag: 'AzureContainerRegistry', scope: 'everywhere' }],
  ['microsoft.servicebus', { tag: 'ServiceBus', scope: 'everywhere' }],
  ['microsoft.eventhub', { tag: 'EventHub', scope: 'everywhere' }],
  ['microsoft.azureactivedirectory', { tag: 'AzureActiveDirectory', scope: 'everywhere' }],
  ['microsoft.web', { tag: 'AppService', scope: 'everywhere' }],
  ['microsoft.azurecosmosdb', { tag: 'AzureCosmosDB', scope: 'everywhere' }],
]);

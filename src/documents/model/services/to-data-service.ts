import { known, mapKnown, type Known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { PrivateEndpoint, ResourceId } from '../../../core/network/model';
import {
  publicAccessOf,
  type ContainerRegistry,
  type DataService,
  type Perimeter,
  type StorageAccount,
} from '../../../core/services/services';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { allKnown, flagPart, idPart, itemsPart, partOf, textPart, type Part } from '../parts';
import { shownName } from '../shown-name';

/** What files say of a service beside its own body. */
export interface ServiceParts {
  readonly endpoints: readonly PrivateEndpoint[];
  readonly perimeter: Known<Perimeter | null>;
}

/** A storage account of a file (api 2023-05-01); what it leaves out is Azure's default. */
export function toStorageAccount(account: DeclaredResource, parts: ServiceParts): StorageAccount {
  return {
    ...dataService(account, 'networkAcls', parts),
    trustsAzure: trustsByBypass(account),
    // Null and missing are on (storage account reference, allowSharedKeyAccess).
    sharedKeyAccess: flagPart(propertyOf(account, 'allowSharedKeyAccess'), known(true)),
    trustedResources: idsIn(propertyOf(account, 'networkAcls', 'resourceAccessRules'), 'resourceId'),
  };
}

/** A key vault of a file (api 2023-07-01). */
export function toKeyVault(vault: DeclaredResource, parts: ServiceParts): DataService {
  return { ...dataService(vault, 'networkAcls', parts), trustsAzure: trustsByBypass(vault) };
}

/** A container registry of a file (api 2023-07-01). */
export function toRegistry(registry: DeclaredResource, parts: ServiceParts): ContainerRegistry {
  const bypass = textPart(propertyOf(registry, 'networkRuleBypassOptions'), known('AzureServices'));
  return {
    ...dataService(registry, 'networkRuleSet', parts),
    trustsAzure: mapKnown(bypass, (word) => word.toLowerCase() === 'azureservices'),
    sku: textPart(partOf(registry.body, 'sku', 'name'), known('Basic')),
  };
}

/** `AzureServices`, alone or among `Logging, Metrics`; usual where nothing is said. */
function trustsByBypass(service: DeclaredResource): Known<boolean> {
  const bypass = textPart(propertyOf(service, 'networkAcls', 'bypass'), known('AzureServices'));
  return mapKnown(bypass, (words) => words.toLowerCase().split(/,\s*/).includes('azureservices'));
}

function dataService(
  service: DeclaredResource,
  rules: 'networkAcls' | 'networkRuleSet',
  { endpoints, perimeter }: ServiceParts,
): Omit<DataService, 'trustsAzure'> {
  const list = (name: string, member: string) => idsIn(propertyOf(service, rules, name), member);
  const action = textPart(propertyOf(service, rules, 'defaultAction'), known('Allow'));
  return {
    id: service.id,
    name: shownName(service.name),
    publicAccess: mapKnown(
      textPart(propertyOf(service, 'publicNetworkAccess'), known('Enabled')),
      publicAccessOf,
    ),
    deniesByDefault: mapKnown(action, (word) => word.toLowerCase() === 'deny'),
    subnetRules: list('virtualNetworkRules', 'id'),
    addressRules: list('ipRules', 'value'),
    endpointIds: known(endpoints.filter((one) => sameId(one.targetId, service.id)).map(({ id }) => id)),
    perimeter,
  };
}

/** Ids that stand in one member of each item. */
function idsIn(list: Part, member: string): Known<readonly ResourceId[]> {
  const items = itemsPart(list);
  if (!items.known) return items;
  const ids = allKnown(items.value.map((one) => idPart(partOf(one, member))));
  return mapKnown(ids, (all) => all.filter((one) => one !== null));
}

import { privateZonesOf } from '../core/azure-facts/private-zones';
import type { CheckResult } from '../core/check-result';
import { nameOf, sameId } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import type { WorkspaceServices } from '../core/services/services';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import type { DeclaredResource } from '../documents/model/declared-resource';
import { partOf, placeOfPart } from '../documents/model/parts';
import type { SourceRange } from '../documents/source/source-range';
import type { PlacedSubject } from './check-files';
import { declaredResource } from './resource-of';

/** The resource in which a requirement is fixed, and its members. The first that is written counts. */
interface Fixed {
  readonly of: 'workspace' | 'storage' | 'keyVault' | 'registry';
  readonly members: readonly string[];
}

const storageRules: Fixed = {
  of: 'storage',
  members: ['properties.publicNetworkAccess', 'properties.networkAcls'],
};

const allowedAddresses = ['properties.networkAcls.ipRules', 'properties.ipAllowlist'];

const fixed: Readonly<Record<string, Fixed>> = {
  'storage-same-vnet-2020': storageRules,
  'storage-service-endpoint-same-subnet': {
    of: 'storage',
    members: ['properties.networkAcls.virtualNetworkRules', 'properties.networkAcls'],
  },
  'storage-private-endpoint-subresources': storageRules,
  'storage-trusted-access': {
    of: 'storage',
    members: ['properties.networkAcls.bypass', 'properties.networkAcls'],
  },
  'storage-shared-key-enabled': { of: 'storage', members: ['properties.allowSharedKeyAccess'] },
  'keyvault-network': {
    of: 'keyVault',
    members: ['properties.publicNetworkAccess', 'properties.networkAcls'],
  },
  'acr-premium': { of: 'registry', members: ['sku.name', 'sku'] },
  'acr-network-placement': {
    of: 'registry',
    members: ['properties.publicNetworkAccess', 'properties.networkRuleSet'],
  },
  'acr-trusted-services': { of: 'registry', members: ['properties.networkRuleBypassOptions'] },
  'image-build-compute': { of: 'workspace', members: ['properties.imageBuildCompute'] },
  'private-link-public-access-features': {
    of: 'workspace',
    members: ['properties.publicNetworkAccess', 'properties.allowPublicAccessWhenBehindVnet'],
  },
  'serverless-npip-ip-allowlist': { of: 'workspace', members: allowedAddresses },
  'instance-selected-networks': { of: 'workspace', members: allowedAddresses },
  'multi-private-endpoints': { of: 'workspace', members: [] },
  'endpoint-mix': { of: 'storage', members: ['properties.networkAcls.virtualNetworkRules'] },
};

/** Requirements that are fixed in a zone, or by a new zone. */
const ofZones = ['dns-zones-linked', 'dns-dependency-zones'];

/** True for a requirement that depends on services, zones, or the workspace itself, and not on a subnet. */
export function isOfServices(requirement: string): boolean {
  return (
    Object.hasOwn(fixed, requirement) ||
    ofZones.includes(requirement) ||
    requirement === 'monitor-ampls-open-mode'
  );
}

/**
 * Returns the place of a missing setting of a service or a private DNS zone: the member, or else the resource. Null for
 * any other result.
 */
export function placeOfService(
  declared: DeclaredNetwork,
  subject: PlacedSubject,
  result: CheckResult,
): SourceRange | null {
  const { services } = subject.facts;
  if (!services) return null;
  if (ofZones.includes(result.requirement)) return placeOfZone(declared, result);
  if (result.requirement === 'monitor-ampls-open-mode') return placeOfScope(declared, result);
  const where = fixed[result.requirement];
  // A service endpoint is a setting of the subnet.
  if (!where || valueIn(result, 'key') === 'check.services.missing.endpoint') return null;
  return placeOfFixed(declared, services, where);
}

function placeOfFixed(
  declared: DeclaredNetwork,
  services: WorkspaceServices,
  where: Fixed,
): SourceRange | null {
  const id = idOf(services, where.of);
  const resource = id === null ? undefined : declaredResource(declared, id);
  if (resource && !resource.isExisting) return placeIn(resource, where.members);
  const reference = referenceTo(declared, services.workspaceId, where.of);
  return reference && (resource?.namePlace ?? placeIn(reference.workspace, [reference.member]));
}

/**
 * Returns the service in Azure that a workspace of the files refers to. Null if the files contain it, or none of them
 * refers to it.
 */
export function serviceInAzure(
  declared: DeclaredNetwork,
  subject: PlacedSubject,
  { requirement }: CheckResult,
): string | null {
  const { services } = subject.facts;
  const where = fixed[requirement];
  if (!services || !where) return null;
  const reference = referenceTo(declared, services.workspaceId, where.of);
  return reference && nameOf(reference.id);
}

const memberOf = {
  storage: 'properties.storageAccount',
  keyVault: 'properties.keyVault',
  registry: 'properties.containerRegistry',
} as const;

interface Reference {
  readonly workspace: DeclaredResource;
  readonly member: string;
  readonly id: ResourceId;
}

/** Returns the place where a workspace of the files refers to a service that they don't create. */
function referenceTo(declared: DeclaredNetwork, workspaceId: ResourceId, of: Fixed['of']): Reference | null {
  const own = declared.declaredServices.find(({ stated }) => sameId(stated.workspaceId, workspaceId));
  const workspace = declaredResource(declared, workspaceId);
  if (of === 'workspace' || !own || !workspace) return null;
  const id = own.referenced[of];
  return id === null ? null : { workspace, member: memberOf[of], id };
}

function idOf(services: WorkspaceServices, of: Fixed['of']): ResourceId | null {
  if (of === 'workspace') return services.workspaceId;
  const service = services[of];
  return service.known && service.value !== null ? service.value.id : null;
}

function placeIn(resource: DeclaredResource, members: readonly string[]): SourceRange {
  const [written] = members.flatMap((path) => placeOfPart(partOf(resource.body, ...path.split('.'))) ?? []);
  return written ?? resource.namePlace;
}

/**
 * Returns the place of the zone that isn't linked or doesn't have a record, or of the private endpoint without its
 * zone.
 */
function placeOfZone(declared: DeclaredNetwork, result: CheckResult): SourceRange | null {
  const name = valueIn(result, 'zone');
  const zone = declared.resources.find(
    (one) => one.type === 'microsoft.network/privatednszones' && !one.isExisting && sameId(one.name, name),
  );
  return zone?.namePlace ?? endpointFor(declared, name)?.namePlace ?? null;
}

function endpointFor({ model, resources }: DeclaredNetwork, zone: string): DeclaredResource | undefined {
  const { privateEndpoints, cloud } = model;
  const endpoint = (privateEndpoints.known ? privateEndpoints.value : []).find(({ groups }) =>
    groups.some((group) => privateZonesOf(cloud, group).includes(zone)),
  );
  return endpoint && resources.find((one) => sameId(one.id, endpoint.id));
}

function placeOfScope({ resources }: DeclaredNetwork, result: CheckResult): SourceRange | null {
  const name = valueIn(result, 'scope');
  const scope = resources.find(
    (one) => one.type === 'microsoft.insights/privatelinkscopes' && sameId(one.name, name),
  );
  return scope ? placeIn(scope, ['properties.accessModeSettings']) : null;
}

function valueIn({ outcome }: CheckResult, value: string): string {
  if (outcome.is !== 'failed') return '';
  return value === 'key' ? outcome.text.key : String(outcome.text.values?.[value] ?? '');
}

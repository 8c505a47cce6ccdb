import { kindOfType, traitsOf } from '../../../core/compute-kinds';
import { known, mapKnown, unknown, type Known } from '../../../core/known';
import { nameOf, sameId } from '../../../core/network/find';
import type { Cloud, PrivateEndpoint, ResourceId } from '../../../core/network/model';
import { reason } from '../../../core/reason';
import type {
  BuildCompute,
  DatastoreAccount,
  KnownZones,
  ServiceIds,
  WorkspaceServices,
  Monitoring,
  PrivateLinkScope,
} from '../../../core/services/services';
import type { Value } from '../../evaluate/value';
import { childOf } from '../children';
import type { DeclaredIndex } from '../declared-index';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import {
  identifies,
  idPart,
  locationPart,
  namePart,
  partOf,
  referencePart,
  textPart,
  type Part,
} from '../parts';
import { displayName } from '../display-name';
import { declaredPerimeter } from './to-perimeter';
import {
  toDeclaredKeyVault,
  toDeclaredRegistry,
  toDeclaredStorageAccount,
  type ServiceParts,
} from './to-data-service';
import { workspaceAccess } from './workspace-access';

const type = 'microsoft.insights/privatelinkscopes';

/** Converts an Application Insights component of a file, with the private link scopes that files add it to. */
function toDeclaredMonitoring(component: DeclaredResource, index: DeclaredIndex): Monitoring {
  const created = index.of(`${type}/scopedresources`).filter(({ isExisting }) => !isExisting);
  const targetOf = (one: DeclaredResource): Part => propertyOf(one, 'linkedResourceId');
  const scoped = created.filter((one) => identifies(targetOf(one), component.id));
  const perhaps = created.map((one) => index.whyPerhaps(targetOf(one), component.id));
  const because = perhaps.find((one) => one !== undefined);
  const whyUnknown =
    scoped.find(({ isDeployed }) => !isDeployed.known)?.isDeployed ??
    (because ? unknown(because) : undefined);
  const scopes = scoped.map((one) => toScope(one.id.replace(/\/scopedResources\/[^/]*$/i, ''), index));
  return {
    name: displayName(component.name),
    isWorkspaceBased: mapKnown(
      idPart(propertyOf(component, 'WorkspaceResourceId')),
      (workspace) => workspace !== null,
    ),
    scopes: whyUnknown && !whyUnknown.known ? whyUnknown : known(scopes),
  };
}

function toScope(id: string, index: DeclaredIndex): PrivateLinkScope {
  const scope = index.createdById(id);
  // Both modes are open by default (private link scope reference, 2021-07-01-preview).
  const mode = (member: string) =>
    scope.known ? textPart(propertyOf(scope.value, 'accessModeSettings', member), known('Open')) : scope;
  return {
    name: displayName(nameOf(id)),
    ingestion: mode('ingestionAccessMode'),
    query: mode('queryAccessMode'),
  };
}

const workspaces = 'microsoft.machinelearningservices/workspaces';

const serviceTypes = [
  'microsoft.storage/storageaccounts',
  'microsoft.keyvault/vaults',
  'microsoft.containerregistry/registries',
  'microsoft.network/privatednszones',
];

/** The services of a workspace that files create, and the IDs of those that they only refer to. All others are null. */
export interface DeclaredServices {
  readonly stated: WorkspaceServices;
  readonly referenced: ServiceIds;
}

/** Returns the services of the workspaces that the files create. */
export function declaredServices(
  index: DeclaredIndex,
  { cloud, privateEndpoints: endpoints, zones }: DeclaredContext,
): readonly DeclaredServices[] {
  const created = index.of(workspaces).filter(({ isExisting }) => !isExisting);
  const around = { cloud, index, endpoints: endpoints.known ? endpoints.value : [] };
  return created.map((one) => ({
    stated: { ...servicesOf(one, around), zones },
    referenced: referencedServices(one, index),
  }));
}

/**
 * True if the files create services or zones. For files that only declare a network, services are handled elsewhere.
 */
export function createsServices(index: DeclaredIndex): boolean {
  return serviceTypes.some((type) => index.of(type).some(({ isExisting }) => !isExisting));
}

function referencedServices(workspace: DeclaredResource, index: DeclaredIndex): ServiceIds {
  const named = (member: string): ResourceId | null => {
    const id = idPart(propertyOf(workspace, member));
    if (!id.known || id.value === null || !id.value.startsWith('/')) return null;
    return index.isElsewhere(id.value) ? id.value : null;
  };
  return {
    storage: named('storageAccount'),
    keyVault: named('keyVault'),
    registry: named('containerRegistry'),
    monitoring: named('applicationInsights'),
  };
}

/** The context of the services in the files. */
export interface DeclaredContext {
  readonly cloud: Cloud;
  readonly privateEndpoints: Known<readonly PrivateEndpoint[]>;
  readonly zones: KnownZones;
}

interface ServiceContext {
  readonly cloud: Cloud;
  readonly index: DeclaredIndex;
  readonly endpoints: readonly PrivateEndpoint[];
}

function servicesOf(workspace: DeclaredResource, around: ServiceContext): Omit<WorkspaceServices, 'zones'> {
  const { cloud, index, endpoints } = around;
  const its = (member: string) => propertyOf(workspace, member);
  const mode = textPart(its('systemDatastoresAuthMode'), known('AccessKey'));
  const read = <T>(member: string, convert: (resource: DeclaredResource, parts: ServiceParts) => T) =>
    servicePart(idPart(its(member)), index, (one) =>
      convert(one, { cloud, index, endpoints, perimeter: declaredPerimeter(one, index) }),
    );
  return {
    workspaceId: workspace.id,
    ...workspaceAccess(workspace),
    endpointIds: known(
      endpoints
        .filter(({ targetId }) => targetId.toLowerCase() === workspace.id.toLowerCase())
        .map((one) => one.id),
    ),
    managedEndpointTargets: managedTargets(workspace, index),
    datastoresByIdentity: mapKnown(mode, (word) => word.toLowerCase() === 'identity'),
    storage: read('storageAccount', toDeclaredStorageAccount),
    datastores: known(datastoreAccounts(workspace, index)),
    keyVault: read('keyVault', toDeclaredKeyVault),
    registry: read('containerRegistry', toDeclaredRegistry),
    monitoring: read('applicationInsights', (one) => toDeclaredMonitoring(one, index)),
    buildCompute: builderOf(workspace, index),
    serverlessSubnet: idPart(
      propertyOf(workspace, 'serverlessComputeSettings', 'serverlessComputeCustomSubnet'),
    ),
  };
}

/**
 * Converts a service of a workspace. Null if the workspace doesn't refer to one, and unknown if the files don't create
 * it.
 */
function servicePart<T>(
  id: Known<ResourceId | null>,
  index: DeclaredIndex,
  convert: (resource: DeclaredResource) => T,
): Known<T | null> {
  if (!id.known) return id;
  return id.value === null ? known(null) : mapKnown(index.createdById(id.value), convert);
}

/** Returns the services that rules of the workspace's managed virtual network reach through private endpoints. */
function managedTargets(workspace: DeclaredResource, index: DeclaredIndex): readonly ResourceId[] {
  const rules = propertyOf(workspace, 'managedNetwork', 'outboundRules');
  const inside: readonly Value[] = rules?.is === 'object' ? [...rules.members.values()] : [];
  const apart = index
    .below(workspace.id, `${workspaces}/outboundrules`)
    .map((one) => partOf(childOf(one).value, 'properties'));
  return [...inside, ...apart].flatMap((rule) => {
    const target = idPart(partOf(rule, 'destination', 'serviceResourceId'));
    return target.known && target.value !== null ? [target.value] : [];
  });
}

const accounts = 'microsoft.storage/storageaccounts';

/** Returns the storage accounts of datastores. The region of an account that the files don't create isn't known. */
function datastoreAccounts(workspace: DeclaredResource, index: DeclaredIndex): readonly DatastoreAccount[] {
  const own = idPart(propertyOf(workspace, 'storageAccount'));
  const found = new Map<string, DatastoreAccount>();
  for (const datastore of index.below(workspace.id, `${workspaces}/datastores`)) {
    const name = namePart(partOf(childOf(datastore).value, 'properties', 'accountName'));
    const isOwn = own.known && sameId(nameOf(own.value ?? ''), name);
    if (name !== '' && !isOwn) found.set(name.toLowerCase(), accountNamed(name, index));
  }
  return [...found.values()];
}

function accountNamed(name: string, index: DeclaredIndex): DatastoreAccount {
  const created = index.of(accounts).find((one) => sameId(one.name, name));
  const location = created
    ? locationPart(partOf(created.body, 'location'))
    : unknown(reason('unknown.notRead', { name }));
  return { name: displayName(name), location };
}

function builderOf(workspace: DeclaredResource, index: DeclaredIndex): Known<BuildCompute | null> {
  const named = textPart<null>(propertyOf(workspace, 'imageBuildCompute'), known(null));
  if (!named.known) return named;
  if (named.value === null || named.value === '') return known(null);
  const { value: name } = named;
  const compute = index.createdById(`${workspace.id}/computes/${name}`);
  return compute.known ? toBuilder(compute.value) : compute;
}

function toBuilder(compute: DeclaredResource): Known<BuildCompute> {
  const name = nameOf(compute.id);
  const kind = textPart(propertyOf(compute, 'computeType'), known(''));
  const subnetId = referencePart(propertyOf(compute, 'properties', 'subnet'));
  const vmSize = textPart<null>(propertyOf(compute, 'properties', 'vmSize'), known(null));
  if (!kind.known) return kind;
  if (!subnetId.known) return subnetId;
  if (!vmSize.known) return vmSize;
  return known({
    name,
    isThere: true,
    isCluster: traitsOf(kindOfType(kind.value)).buildsImages,
    subnetId: subnetId.value,
    vmSize: vmSize.value,
  });
}

import { traitsOf } from '../../core/compute-kinds';
import { textBefore } from '../../core/cut-text';
import { jsonAt, isJsonObject, listAt, numberAt, textAt, type Json, type JsonObject } from '../../azure/json';
import { isEnforced, toPerimeterRules } from '../../azure/services/to-perimeter';
import { toMonitoring, toScope, scopeIdsOf } from '../../azure/services/to-monitoring';
import {
  replicaRegions,
  toKeyVault,
  toRegistry,
  toStorageAccount,
} from '../../azure/services/to-data-service';
import { linkedNetworks, toPrivateZone, toRecord } from '../../azure/services/to-private-zone';
import { accountsOfDatastores } from '../../azure/services/to-datastores';
import { serviceIdsOf, workspaceParts, type NamedByWorkspace } from '../../azure/services/to-workspace-parts';
import { toCompute } from '../../azure/learning/to-compute';
import { normalLocation } from '../../core/azure-facts/region-codes';
import { isZoneOfInterest } from '../../core/azure-facts/private-zones';
import { known, mapKnown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { Cloud, ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type {
  BuildCompute,
  DatastoreAccount,
  ForwardingRuleset,
  Perimeter,
  KnownZones,
  WorkspaceServices,
} from '../../core/services/services';
import { unknownInFiles } from './known-subnets';

/** Returns the bodies of one type in the files. */
export type ServiceBodiesOf = (type: string) => readonly JsonObject[];

const serviceTypes = [
  'Microsoft.Storage/storageAccounts',
  'Microsoft.KeyVault/vaults',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.Network/privateDnsZones',
] as const;

/**
 * Returns the workspaces' services in the files. Empty if they don't contain a service or a zone: exports of only a
 * network aren't checked for them.
 */
export function toServices(cloud: Cloud, bodies: ServiceBodiesOf): readonly WorkspaceServices[] {
  if (serviceTypes.every((type) => bodies(type).length === 0)) return [];
  const zones = exportedZones(cloud, bodies);
  return bodies('Microsoft.MachineLearningServices/workspaces').map((workspace) => {
    const workspaceId = textAt(workspace, 'id') ?? '';
    const ids = serviceIdsOf(workspace);
    return { workspaceId, zones, ...workspaceParts(workspace), ...servicesIn(bodies, { workspaceId, ids }) };
  });
}

interface OfWorkspace {
  readonly workspaceId: ResourceId;
  readonly ids: NamedByWorkspace;
}

type Services = Pick<
  WorkspaceServices,
  'storage' | 'datastores' | 'keyVault' | 'registry' | 'monitoring' | 'buildCompute'
>;

function servicesIn(bodies: ServiceBodiesOf, { workspaceId, ids }: OfWorkspace): Services {
  const perimeterOf = (body: JsonObject): Known<Perimeter | null> => perimeterIn(bodies, body);
  return {
    storage: part(bodies(serviceTypes[0]), ids.storage, (body) =>
      toStorageAccount(inAzuresWords(body), perimeterOf(body)),
    ),
    datastores: known(datastoresIn(bodies, { workspaceId, ids })),
    keyVault: part(bodies(serviceTypes[1]), ids.keyVault, (body) => toKeyVault(body, perimeterOf(body))),
    registry: part(bodies(serviceTypes[2]), ids.registry, (body) =>
      toRegistry(body, perimeterOf(body), replicasIn(bodies, body)),
    ),
    monitoring: part(bodies('Microsoft.Insights/components'), ids.monitoring, (body) =>
      toMonitoring(
        body,
        scopeIdsOf(body).map((id) => toScope(id, one(bodies('Microsoft.Insights/privateLinkScopes'), id))),
      ),
    ),
    buildCompute: builderIn(bodies, workspaceId, ids.buildCompute),
  };
}

/** Returns the output of `az acr replication list`, or undefined if the files don't contain it. */
function replicasIn(bodies: ServiceBodiesOf, registry: JsonObject): Known<readonly string[]> | undefined {
  const all = bodies(`${serviceTypes[2]}/replications`);
  const own = inside(all, textAt(registry, 'id') ?? '');
  return own.length === 0 ? undefined : known(replicaRegions(own));
}

/** Returns the accounts of the workspace's datastores, found in the files by name. */
function datastoresIn(
  bodies: ServiceBodiesOf,
  { workspaceId, ids }: OfWorkspace,
): readonly DatastoreAccount[] {
  const own = inside(bodies('Microsoft.MachineLearningServices/workspaces/datastores'), workspaceId);
  return accountsOfDatastores(own, ids.storage).map(({ name }) => {
    const account = bodies(serviceTypes[0]).find((one) => sameId(nameOf(textAt(one, 'id') ?? ''), name));
    const location = account && textAt(account, 'location');
    return {
      name,
      location: location === undefined ? unknownInFiles(name) : known(normalLocation(location)),
    };
  });
}

/**
 * Renames members. `az storage account show` prints `networkAcls` and the members of its rules with the names of the
 * Python client.
 */
function inAzuresWords(account: JsonObject): JsonObject {
  const printed = jsonAt(account, 'properties', 'networkRuleSet');
  const properties = jsonAt(account, 'properties');
  if (!isJsonObject(printed) || !isJsonObject(properties)) return account;
  const renamed = (list: string, from: string, to: string): readonly Json[] =>
    listAt(printed, list).map((rule) =>
      isJsonObject(rule) ? { ...rule, [to]: rule[from] ?? rule[to] ?? null } : rule,
    );
  const networkAcls = {
    ...printed,
    virtualNetworkRules: renamed('virtualNetworkRules', 'virtualNetworkResourceId', 'id'),
    ipRules: renamed('ipRules', 'ipAddressOrRange', 'value'),
  };
  return { ...account, properties: { ...properties, networkAcls } };
}

function one(all: readonly JsonObject[], id: ResourceId): Known<JsonObject> {
  const found = all.find((body) => sameId(textAt(body, 'id') ?? '', id));
  return found ? known(found) : unknownInFiles(nameOf(id));
}

function part<T>(
  all: readonly JsonObject[],
  id: ResourceId | null,
  read: (body: JsonObject) => T,
): Known<T | null> {
  if (id === null) return known(null);
  const body = one(all, id);
  return body.known ? known(read(body.value)) : body;
}

function builderIn(
  bodies: ServiceBodiesOf,
  workspaceId: ResourceId,
  name: string | null,
): Known<BuildCompute | null> {
  if (name === null) return known(null);
  const computes = bodies('Microsoft.MachineLearningServices/workspaces/computes');
  const body = one(computes, `${workspaceId}/computes/${name}`);
  if (!body.known) return body;
  const { kind, subnetId, vmSize } = toCompute(body.value);
  return known({ name, isThere: true, isCluster: traitsOf(kind).buildsImages, subnetId, vmSize });
}

const perimeters = 'Microsoft.Network/networkSecurityPerimeters';

/**
 * Returns the perimeter of a service. If a service is secured by a perimeter, the perimeter's files are necessary.
 * Otherwise, it doesn't have one.
 */
function perimeterIn(bodies: ServiceBodiesOf, service: JsonObject): Known<Perimeter | null> {
  const own = bodies(`${perimeters}/resourceAssociations`).find((association) =>
    sameId(textAt(association, 'properties', 'privateLinkResource', 'id') ?? '', textAt(service, 'id') ?? ''),
  );
  if (!own) {
    const access = textAt(service, 'properties', 'publicNetworkAccess') ?? '';
    return access.toLowerCase() === 'securedbyperimeter' ? unknownInFiles(perimeters) : known(null);
  }
  const profile = (textAt(own, 'properties', 'profile', 'id') ?? '').toLowerCase();
  const rules = bodies(`${perimeters}/profiles/accessRules`).filter((rule) =>
    (textAt(rule, 'id') ?? '').toLowerCase().startsWith(`${profile}/`),
  );
  const id = textBefore(textAt(own, 'id') ?? '', /\/resourceAssociations\//i);
  return known({
    name: nameOf(id),
    isEnforced: isEnforced(textAt(own, 'properties', 'accessMode')),
    rules: toPerimeterRules(rules),
  });
}

/** Returns the private DNS zones in the files. */
export function exportedZones(cloud: Cloud, bodies: ServiceBodiesOf): KnownZones {
  const zones = bodies(serviceTypes[3]).filter((zone) =>
    isZoneOfInterest(cloud, nameOf(textAt(zone, 'id') ?? '')),
  );
  const found = zones.map((zone) =>
    toPrivateZone(textAt(zone, 'id') ?? '', {
      links: mapKnown(below(bodies, zone, 'virtualNetworkLinks'), linkedNetworks),
      records: mapKnown(below(bodies, zone, 'A'), (all) => all.map(toRecord)),
    }),
  );
  const rulesets = rulesetsIn(bodies);
  const seen = { found, ...(rulesets.length > 0 ? { rulesets } : {}) };
  return zones.length > 0
    ? { ...seen, elsewhere: true as const }
    : { ...seen, unread: reason('terminal.noZones') };
}

const rulesetType = 'Microsoft.Network/dnsForwardingRulesets';

/** Returns rulesets with an enabled rule. A rule is enabled by default. */
function rulesetsIn(bodies: ServiceBodiesOf): readonly ForwardingRuleset[] {
  const isOn = (rule: JsonObject): boolean =>
    textAt(rule, 'properties', 'forwardingRuleState')?.toLowerCase() !== 'disabled';
  return bodies(rulesetType)
    .map((body) => textAt(body, 'id') ?? '')
    .filter((id) => inside(bodies(`${rulesetType}/forwardingRules`), id).some(isOn))
    .map((id) => ({
      name: nameOf(id),
      linkedNetworks: linkedNetworks(inside(bodies(`${rulesetType}/virtualNetworkLinks`), id)),
    }));
}

function inside(all: readonly JsonObject[], id: ResourceId): readonly JsonObject[] {
  return all.filter((one) => (textAt(one, 'id') ?? '').toLowerCase().startsWith(`${id}/`.toLowerCase()));
}

const countsOf = {
  virtualNetworkLinks: 'numberOfVirtualNetworkLinks',
  A: 'numberOfRecordSets',
} as const;

/**
 * Returns the children of a zone in the files. There are only certainly none if the zone itself contains that
 * information.
 */
function below(
  bodies: ServiceBodiesOf,
  zone: JsonObject,
  kind: keyof typeof countsOf,
): Known<readonly JsonObject[]> {
  const id = `${textAt(zone, 'id') ?? ''}/${kind}/`.toLowerCase();
  const own = bodies(`${serviceTypes[3]}/${kind}`).filter(
    (body) => (textAt(body, 'id') ?? '').toLowerCase().startsWith(id) && hasProperties(body),
  );
  if (own.length > 0) return known(own);
  // A zone's own start of authority record is one of its record sets.
  const least = kind === 'A' ? 1 : 0;
  const count = numberAt(zone, 'properties', countsOf[kind]);
  return count !== undefined && count <= least
    ? known([])
    : unknownInFiles(`${nameOf(textAt(zone, 'id') ?? '')}/${kind}`);
}

function hasProperties(body: JsonObject): boolean {
  const properties = jsonAt(body, 'properties');
  return isJsonObject(properties) && Object.keys(properties).length > 0;
}

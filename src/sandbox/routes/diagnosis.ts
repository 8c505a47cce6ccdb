import { traitsOfCompute } from '../computes/compute-types';
import { formatIpv4 } from '../../core/addresses/ipv4';
import { parsePrefix } from '../../core/addresses/prefix';
import { computeType } from '../computes/compute-nodes';
import { isInScope } from '../governance/roles';
import { bodyFlag, bodyList, bodyText, bodyTexts, type BodyJson, type BodyObject } from '../body-json';
import { nodeNetworkOf, type NodeNetwork } from '../nodes/node-network';
import { probes } from '../nodes/probes';
import { everyStop, type Stop } from '../nodes/reach';
import { parseResourceId, sameText } from '../resource-id';
import { ok, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { inWorkspace, workspaceType } from './workspaces';

const workspace = `/subscriptions/:subscription/resourceGroups/:group/providers/${workspaceType}/:workspace`;

/**
 * Routes for Azure ML's diagnosis of a workspace, and its list of hosts. The formats are those of the API (2022-10-01).
 * Only one response is documented, `CustomDnsInUse` (how-to-workspace-diagnostic-api, 2024-03-27). Codes and messages
 * of the others are guesses.
 */
export const diagnosisRoutes: readonly RequestRoute[] = [
  defineRoute(`POST ${workspace}/diagnose`, inWorkspace(beginDiagnosis)),
  defineRoute(`GET ${workspace}/outboundNetworkDependenciesEndpoints`, inWorkspace(listHosts)),
];

/** Seconds of a diagnosis at lifelike pace. */
const seconds = 4;
const ending = '/diagnose';

function beginDiagnosis({ world, request }: RouteCall, item: Item): Reply {
  const operation = world.operations.begin({
    provider: 'Microsoft.MachineLearningServices',
    subscriptionId: item.subscriptionId,
    location: item.location ?? '',
    resourceId: `${item.id}${ending}`,
  });
  world.operations.after(seconds, () => world.operations.finish(operation));
  return { status: 202, headers: world.operations.headers(operation, request.url.origin) };
}

/** Returns the workspace that an operation diagnoses. */
export function diagnosedWorkspace(world: World, resourceId: string): Item | undefined {
  return resourceId.endsWith(ending) ? world.store.get(resourceId.slice(0, -ending.length)) : undefined;
}

interface Finding extends BodyObject {
  readonly code: string;
  readonly level: string;
  readonly message: string;
}

function finding(code: string, level: 'Error' | 'Warning', message: string): Finding {
  return { code, level, message };
}

/**
 * Returns the body of a workspace diagnosis: blocks in the subnets of its compute resources, and problems outside of
 * the network.
 */
export function diagnosisOf(world: World, item: Item): BodyObject {
  const met = computeResourcesOf(world, item).flatMap((placed) =>
    everyStop(world, placed.network, nodeOf(item, placed)).map((stop) => ofStop(stop, placed)),
  );
  const of = (code: string): Finding[] => once(met.filter((one) => one.code === code));
  return {
    value: {
      userDefinedRouteResults: of(codes.route),
      networkSecurityRuleResults: of(codes.rule),
      resourceLockResults: locksOf(world, item),
      dnsResolutionResults: namesOf(world, item),
      storageAccountResults: dataOf(world, item, 'storageAccount'),
      keyVaultResults: dataOf(world, item, 'keyVault'),
      containerRegistryResults: dataOf(world, item, 'containerRegistry'),
      applicationInsightsResults: [],
      otherResults: of(codes.other),
    },
  };
}

const codes = {
  rule: 'NetworkSecurityRuleBlocksTraffic',
  route: 'UserDefinedRouteBlocksTraffic',
  other: 'NotReachable',
} as const;

function ofStop(stop: Stop, { subnet, network }: Placed): Finding {
  const { probe, packet, why } = stop;
  const tag =
    probe.peer === 'blob' ? `Storage.${network.region}` : probe.peer.replace('{region}', network.region);
  const way = probe.direction === 'outbound' ? 'to' : 'from';
  const flow = `${probe.direction} ${probe.protocol.toUpperCase()} ${packet.toPort} ${way} ${tag}`;
  return finding(codeOf(why), 'Error', `Subnet '${subnet.id}': ${flow} doesn't pass (${why}).`);
}

function codeOf(why: string): string {
  if (/^(?:admin )?rule /.test(why)) return codes.rule;
  return /^the workspace|endpoint policy/.test(why) ? codes.other : codes.route;
}

function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [one.message, one])).values()];
}

interface Placed {
  readonly compute: Item;
  readonly subnet: Item;
  readonly network: NodeNetwork;
}

function computeResourcesOf(world: World, item: Item): readonly Placed[] {
  return world.store.children(item.id, computeType).flatMap((compute) => {
    const subnet = world.store.get(bodyText(compute.properties, 'properties', 'subnet', 'id') ?? '');
    const network = subnet && nodeNetworkOf(world, subnet);
    return subnet && network ? [{ compute, subnet, network }] : [];
  });
}

function nodeOf(item: Item, { compute, network }: Placed) {
  const isInstance = traitsOfCompute(compute).isPersonal === true;
  const first = parsePrefix(network.prefixes[0] ?? '')?.first ?? 0;
  return {
    kind: isInstance ? ('ComputeInstance' as const) : ('AmlCompute' as const),
    // Azure reserves the first four addresses of a subnet.
    address: formatIpv4(first + 4),
    hasPublicAddress: bodyFlag(compute.properties, 'properties', 'enableNodePublicIp') !== false,
    workspaceId: item.id,
    storageId: bodyText(item.properties, 'storageAccount'),
  };
}

/**
 * Returns locks that affect the service's own resources: on the workspace's resource group, and on those of its
 * networks.
 */
function locksOf(world: World, item: Item): Finding[] {
  const networks = computeResourcesOf(world, item).flatMap(({ subnet }) => subnet.parentId ?? []);
  const scopes = [item.id, ...networks].map((id) => id.split('/').slice(0, 5).join('/'));
  return [...world.governance.locks.values()]
    .filter((lock) => scopes.some((scope) => isInScope(lock.scope, scope)))
    .map((lock) =>
      finding('ResourceLock', 'Warning', `Lock '${lock.name}' (${lock.level}) is set at '${lock.scope}'.`),
    );
}

function namesOf(world: World, item: Item): Finding[] {
  const endpoints = bodyList(item.properties, 'privateEndpointConnections').flatMap(
    (one) => bodyText(one, 'properties', 'privateEndpoint', 'id') ?? [],
  );
  return endpoints.flatMap((id) => {
    const subnet = bodyText(world.store.get(id)?.properties, 'subnet', 'id') ?? '';
    const network = world.store.get(world.store.get(subnet)?.parentId ?? '');
    if (!network || bodyTexts(network.properties, 'dhcpOptions', 'dnsServers').length === 0) return [];
    const message = `It is detected VNet '${network.id}' of private endpoint '${id}' is not using Azure default DNS. You need to configure your DNS server and check https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns to make sure the custom DNS is set up correctly.`;
    return [finding('CustomDnsInUse', 'Warning', message)];
  });
}

/**
 * Returns a service without public access that doesn't have an endpoint reachable from the workspace's compute
 * resources.
 */
function dataOf(world: World, item: Item, member: string): Finding[] {
  const service = world.store.get(bodyText(item.properties, member) ?? '');
  if (!service || bodyText(service.properties, 'publicNetworkAccess') !== 'Disabled') return [];
  const reached = computeResourcesOf(world, item);
  const isReached = reached.every(({ network }) =>
    network.endpoints.some(({ targetId }) => sameText(targetId, service.id)),
  );
  if (reached.length === 0 || isReached) return [];
  const message = `'${service.id}' has public network access disabled, and no private endpoint of it is in reach of the compute resources.`;
  return [finding('PrivateEndpointNotFound', 'Error', message)];
}

/** Lists hosts by category: those that a machine's probes call, and the workspace's own services. */
function listHosts({ world }: RouteCall, item: Item): Reply {
  const region = (item.location ?? '').toLowerCase();
  const called = probes.flatMap(({ host, port, protocol }) =>
    host === undefined || protocol === 'Udp' || host.startsWith('sample.')
      ? []
      : [{ category: categoryOf(host), host: host.replace('{region}', region), port }],
  );
  const own = ['storageAccount', 'keyVault', 'containerRegistry'].flatMap((member) =>
    hostsOf(world.store.get(bodyText(item.properties, member) ?? '')),
  );
  const batch = [`*.${region}.batch.azure.com`, `*.${region}.service.batch.azure.com`].map((host) => ({
    category: 'Azure Batch',
    host,
    port: 443,
  }));
  const all = [...called, ...batch, ...own];
  const categories = [...new Set(all.map(({ category }) => category))];
  const value = categories.map((category): BodyJson => ({
    properties: {
      category,
      endpoints: all
        .filter((one) => one.category === category)
        .map(({ host, port }) => ({ domainName: host, endpointDetails: [{ port }] })),
    },
  }));
  return ok({ value });
}

function categoryOf(host: string): string {
  if (host.includes('login.')) return 'Azure Active Directory';
  return host.includes('mcr.') ? 'Microsoft Container Registry' : 'Azure Machine Learning';
}

function hostsOf(service: Item | undefined) {
  if (!service) return [];
  const { type = '' } = parseResourceId(service.id) ?? {};
  const of = (category: string, hosts: readonly string[]) =>
    hosts.map((host) => ({ category, host, port: 443 }));
  if (/storageAccounts$/i.test(type)) {
    return of(
      'Azure Storage',
      ['blob', 'file', 'queue', 'table'].map((one) => `${service.name}.${one}.core.windows.net`),
    );
  }
  if (/vaults$/i.test(type)) return of('Azure Key Vault', [`${service.name}.vault.azure.net`]);
  return of('Azure Container Registry', [`${service.name}.azurecr.io`]);
}

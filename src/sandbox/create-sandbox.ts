import type { HttpClient } from '@azure/core-rest-pipeline';
import { createActivityLog } from './activity-log';
import { createAccess, type CallerAccess, type Denial, type SignedInUser } from './access';
import { performRequest } from './carry-out';
import { createClock, type SandboxClock } from './clock';
import { familyQuotas, machineSizes } from './computes/machine-sizes';
import { createFaults, type Faults, type OtherWrite } from './faults';
import { createGovernance } from './governance/governance';
import { createHttpClient, type ClientSetup, type TrafficEntry } from './http-client';
import { decodeJournal, type Journal, type JournalEntry, type JournalKeeper } from './journal';
import type { BodyObject } from './body-json';
import { createOperations, type Pace } from './long-running';
import type { Appliance } from './nodes/appliances';
import { attachTargetTypes } from './computes/compute-types';
import type { TagFile } from './nodes/tag-file';
import { writeAsOtherUser } from './other-user';
import { endpointPolicyType } from './nodes/endpoint-policies';
import { tagBookOf } from './nodes/tags';
import { trafficRecorder } from './record-traffic';
import type { RequestRoute } from './router';
import { activityLogRoutes } from './routes/activity-log';
import { computeRoutes } from './routes/computes';
import { diagnosisRoutes } from './routes/diagnosis';
import { childListOf } from './routes/child-lists';
import { dataServiceRoutes } from './routes/data-services';
import { insightsRoutes } from './routes/insights';
import { jobRoutes } from './routes/jobs';
import { lockRoutes } from './routes/locks';
import { flowLogRoutes } from './routes/flow-logs';
import { effectiveRouteRoutes } from './routes/effective-routes';
import { identityRoutes } from './routes/identities';
import { machineSizeRoutes } from './routes/machine-sizes';
import { managedNetworkRoutes } from './routes/managed-network';
import { networkChildRoutes } from './routes/network-children';
import { networkManagerRoutes } from './routes/network-managers';
import { networkReadRoutes } from './routes/network-reads';
import { networkResourceRoutes } from './routes/network-resources';
import { operationRoutes } from './routes/operations';
import { peeringRoutes } from './routes/peerings';
import { permissionRoutes } from './routes/permissions';
import { policyRoutes } from './routes/policies';
import { endpointApprovalRoutes } from './routes/endpoint-approval';
import { privateEndpointRoutes } from './routes/private-endpoints';
import { readsOf } from './routes/plain-resources';
import { perimeterRoutes } from './routes/perimeters';
import { childRoutes } from './routes/child-routes';
import { privateDnsRoutes } from './routes/private-dns';
import { privateDnsRecordRoutes } from './routes/private-dns-records';
import { providerRoutes } from './routes/providers';
import { resourceGraphRoutes } from './routes/resource-graph';
import { resourceGroupRoutes } from './routes/resource-groups';
import { resourceRoutes } from './routes/resources';
import { subscriptionRoutes } from './routes/subscriptions';
import { workspaceRoutes } from './routes/workspaces';
import type { LearnedRoutes, NetworkLimit, Region, Settings, Subscription, World } from './settings';
import { createResourceStore } from './store';
import { createSubnetAddresses } from './subnet-addresses';

/** Options of a sandbox. Only the tag file is required; the rest has defaults. */
export interface SandboxOptions {
  readonly tags: TagFile;
  /** `instant` (default) for tests, `lifelike` so that a user sees progress. */
  readonly pace?: Pace;
  readonly now?: () => number;
  /** Milliseconds that each response takes; 0 at instant pace, 60 at lifelike pace. */
  readonly latency?: number;
  readonly pageSize?: number;
  readonly computeLimit?: number;
  /**
   * Storage for its changes, so that the next sandbox continues from them. Without it, each starts from the beginning.
   */
  readonly journal?: JournalKeeper;
}

/** Content that the sample (or a test) adds to an empty sandbox. */
export interface SandboxContent {
  readonly subscriptions: readonly Subscription[];
  readonly regions: readonly Region[];
  readonly user: SignedInUser;
  readonly appliances?: readonly Appliance[];
  readonly learnedRoutes?: readonly LearnedRoutes[];
  /** Limits of the network provider that differ from the defaults. */
  readonly networkLimits?: readonly NetworkLimit[];
  readonly denials?: readonly Denial[];
  /** Roles of the signed-in user; the owner of everything by default. */
  readonly fill: (world: World) => void;
}

/** An embedded Azure: pass `httpClient` and `credential` to the SDK clients. */
export interface SandboxAzure {
  readonly httpClient: HttpClient;
  /** Returns a token that only the sandbox accepts. */
  readonly credential: SandboxCredential;
  readonly faults: Faults;
  readonly access: CallerAccess;
  readonly clock: SandboxClock;
  /** Writes as another user, without the SDK clients; false if it is refused. */
  writeByOther(write: OtherWrite): boolean;
  /** The first subscription that the signed-in user can see. */
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** All requests that were answered so far, to count calls. */
  readonly traffic: readonly TrafficEntry[];
  /** Returns the current state: each resource by ID, with the addresses in use in subnets. */
  snapshot(): SandboxSnapshot;
}

/** Structurally compatible with the SDK's `TokenCredential`. */
interface SandboxCredential {
  getToken(): Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;
}

interface SandboxSnapshot {
  readonly resources: Readonly<Record<string, BodyObject>>;
  readonly addresses: Readonly<Record<string, readonly string[]>>;
}

const routes: readonly RequestRoute[] = [
  ...subscriptionRoutes,
  ...resourceGroupRoutes,
  ...resourceGraphRoutes,
  ...networkResourceRoutes,
  ...networkChildRoutes,
  ...networkReadRoutes,
  ...networkManagerRoutes,
  ...effectiveRouteRoutes,
  ...diagnosisRoutes,
  ...flowLogRoutes,
  ...readsOf(endpointPolicyType),
  ...peeringRoutes,
  ...privateDnsRoutes,
  ...childRoutes,
  ...privateDnsRecordRoutes,
  ...jobRoutes,
  ...workspaceRoutes,
  ...computeRoutes,
  ...identityRoutes,
  ...attachTargetTypes.flatMap(readsOf),
  ...machineSizeRoutes,
  ...operationRoutes,
  ...permissionRoutes,
  ...lockRoutes,
  ...policyRoutes,
  ...providerRoutes,
  ...resourceRoutes,
  ...managedNetworkRoutes,
  ...dataServiceRoutes,
  ...insightsRoutes,
  ...activityLogRoutes,
  ...perimeterRoutes,
  ...privateEndpointRoutes,
  ...endpointApprovalRoutes,
  childListOf('Microsoft.Network/privateEndpoints/privateDnsZoneGroups'),
];

export function createSandbox(options: SandboxOptions, content: SandboxContent): SandboxAzure {
  const { world, journal } = openWorld(options, content);
  let entries = journal.entries;
  const onWrite = (entry: JournalEntry): void => {
    entries = [...entries, entry];
    options.journal?.keep({ ...journal, entries });
  };
  const traffic: TrafficEntry[] = [];
  const latency = options.latency ?? (options.pace === 'lifelike' ? 60 : 0);
  const record = trafficRecorder(process.env['AML_SECURE_COMPUTE_TRAFFIC']);
  const setup: ClientSetup = { world, routes, latency, traffic, onWrite, record };
  const visible = content.subscriptions.find((entry) => !entry.isHidden);
  return {
    httpClient: createHttpClient(setup),
    credential: sandboxCredential(world.clock),
    faults: world.faults,
    access: world.access,
    clock: world.clock,
    writeByOther: (write) => writeAsOtherUser(setup, write),
    subscriptionId: visible?.id ?? '',
    tenantId: visible?.tenantId ?? '',
    traffic,
    snapshot: () => snapshotOf(world),
  };
}

/** Opens the sandbox as its journal left it, or a new one if there is no journal that can be replayed. */
function openWorld(options: SandboxOptions, content: SandboxContent): { world: World; journal: Journal } {
  const startedAt = (options.now ?? Date.now)();
  const kept = decodeJournal(options.journal?.read(), startedAt);
  const repeated = kept && repeat(createWorld(options, content), content, kept);
  if (kept && repeated) return { world: repeated, journal: kept };
  const world = createWorld(options, content);
  content.fill(world);
  return { world, journal: { startedAt, entries: [] } };
}

/**
 * Replays every write at its original time. The result is the same, because the sandbox doesn't use random values.
 * Operations in progress continue. Undefined if a write is now refused, because the sample has changed.
 */
function repeat(world: World, content: SandboxContent, { startedAt, entries }: Journal): World | undefined {
  world.clock.at(startedAt, () => content.fill(world));
  const isAccepted = ({
    at,
    method,
    url,
    failsWith,
    ifMatch,
    ifNoneMatch,
    ...entry
  }: JournalEntry): boolean =>
    world.clock.at(at, () => {
      world.operations.settle();
      if (failsWith) world.faults.next({ kind: 'operation', ...failsWith });
      const conditions: Readonly<Record<string, string | undefined>> = {
        'If-Match': ifMatch,
        'If-None-Match': ifNoneMatch,
      };
      const header = (name: string): string | undefined => conditions[name];
      const incoming = { method, url: new URL(url), header, body: entry.body, caller: entry.caller };
      return performRequest({ world, routes }, incoming).status < 400;
    });
  return entries.every(isAccepted) ? world : undefined;
}

function createWorld(options: SandboxOptions, content: SandboxContent): World {
  const clock = createClock(options.now);
  const settings: Settings = {
    subscriptions: content.subscriptions,
    regions: content.regions,
    user: content.user,
    appliances: content.appliances ?? [],
    learnedRoutes: content.learnedRoutes ?? [],
    machineSizes,
    quotas: familyQuotas,
    networkLimits: content.networkLimits ?? [],
    pageSize: options.pageSize ?? 50,
    computeLimit: options.computeLimit ?? 500,
  };
  return {
    settings,
    clock,
    store: createResourceStore(),
    addresses: createSubnetAddresses(),
    operations: createOperations(clock, options.pace ?? 'instant'),
    access: createAccess(content.user, content.denials ?? []),
    governance: createGovernance(),
    activity: createActivityLog(),
    faults: createFaults(),
    tags: tagBookOf(options.tags),
    tagFile: options.tags,
    nodes: new Map(),
    resourceGroups: new Map(),
  };
}

function sandboxCredential(clock: SandboxClock): SandboxCredential {
  return {
    getToken: () =>
      Promise.resolve({
        token: 'sandbox',
        expiresOnTimestamp: Math.max(clock.now(), Date.now()) + 3_600_000,
      }),
  };
}

function snapshotOf(world: World): SandboxSnapshot {
  world.operations.settle();
  const resources: Record<string, BodyObject> = {};
  const addresses: Record<string, readonly string[]> = {};
  for (const item of world.store.everything()) {
    resources[item.id] = { ...item.properties, provisioningState: item.provisioningState };
    const held = world.addresses.inUse(item.id);
    if (held.length > 0) addresses[item.id] = held.map((allocation) => allocation.address);
  }
  return { resources, addresses };
}

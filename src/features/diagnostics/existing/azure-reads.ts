import type {
  AzureReader,
  AzureConnection,
  LiveServiceTags,
  SubscriptionSummary,
} from '../../../azure/ports';
import { endpointsAround } from '../../../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../../../checks/name-servers';
import { findSubnet, findVirtualNetwork, sameId } from '../../../core/network/find';
import type { Cloud, ResourceId } from '../../../core/network/model';
import type { NamedServices, WorkspaceServices } from '../../../core/services/services';
import { liveTagCatalog, type TagCatalog } from '../../../core/tags/tag-catalog';
import {
  neededIds,
  serviceIdsIn,
  type NeededResources,
  type NeededServices,
  type NeededWorkspace,
} from '../../../file-checks/existing/needed-resources';
import type { AzureResources } from '../../../file-checks/existing/with-azure';
import { neededTags } from '../../../requirements/needed-tags';
import { azureResourcesFrom } from './azure-resources-from-answers';
import { keepAnswers, type AzureAnswerCache } from './azure-answer-cache';
import {
  hasSubscriptionOf,
  keys,
  latestModel,
  listedService,
  subscriptionIn,
  workspaceOf,
} from './questions';

/** Azure resources that files need, read with the signed-in account and cached for a while. */
export interface AzureReads {
  /** Returns the known resources; undefined if nothing was requested yet. */
  of(needed: NeededResources): AzureResources | undefined;
  /** Reads missing and outdated resources. Resolves to true if Azure was requested. */
  read(needed: NeededResources): Promise<boolean>;
  /** Returns Azure's list of service tags of the same cloud if it was read completely; otherwise `shipped`. */
  tags(shipped: TagCatalog): TagCatalog;
  /** Checks whether Azure has responded before. */
  isConnected(): boolean;
  /** Clears everything, so that the next read requests it again. */
  forget(): void;
}

interface Setup {
  connect(): Promise<AzureConnection>;
  /** Milliseconds since 1970. */
  now(): number;
}

export function createAzureReads({ connect, now }: Setup): AzureReads {
  const answers = keepAnswers(now);
  const kept: KeptTags = new WeakMap();
  return {
    tags: (shipped) => liveTagsOr(shipped, answers, kept),
    isConnected: () => {
      const connected = answers.peek(keys.connection);
      return connected !== undefined && 'value' in connected;
    },
    of: (needed) => azureResourcesFrom(answers, needed),
    async read(needed) {
      const before = answers.count();
      const connected = await answers.get(keys.connection, connect);
      if ('value' in connected) {
        const { azure, cloud } = connected.value;
        await readAll({ answers, read: azure.read, cloud }, needed);
      }
      return answers.count() !== before;
    },
    forget: () => answers.forget(),
  };
}

interface Reading {
  readonly answers: AzureAnswerCache;
  readonly read: AzureReader;
  readonly cloud: Cloud;
}

/** The list of a cloud is the same in every location (`ServiceTags.List`, 2024-05-01). */
const tagLocations = { public: 'westeurope', usgov: 'usgovvirginia', china: 'chinaeast2' } as const;

/** Catalogs by response. Checks are cached by catalog, so each response must result in the same object. */
type KeptTags = WeakMap<LiveServiceTags, TagCatalog | undefined>;

function liveTagsOr(shipped: TagCatalog, answers: AzureAnswerCache, kept: KeptTags): TagCatalog {
  const connected = answers.peek<AzureConnection>(keys.connection);
  const live = answers.peek<LiveServiceTags>(keys.tags);
  const isSameCloud = connected && 'value' in connected && connected.value.cloud === shipped.cloud;
  if (!isSameCloud || !live || !('value' in live)) return shipped;
  if (!kept.has(live.value)) {
    const { cloud } = shipped;
    const tagQuery = { needed: neededTags(cloud), location: tagLocations[cloud] };
    kept.set(live.value, liveTagCatalog(live.value, shipped, tagQuery));
  }
  return kept.get(live.value) ?? shipped;
}

async function readAll(reading: Reading, needed: NeededResources): Promise<void> {
  const { answers, read } = reading;
  const listed = await answers.get(keys.subscriptions, (stop) => read.subscriptions(stop));
  const subscriptionsOf = (ids: readonly ResourceId[]): readonly string[] => [
    ...new Set(
      ids
        .filter((id) => hasSubscriptionOf(listed, id))
        .flatMap((id) => subscriptionIn(id)?.toLowerCase() ?? []),
    ),
  ];
  const { networks, associated, workspaces, services } = needed;
  await Promise.all([
    readTags(reading, subscriptionsOf(neededIds(needed))),
    ...subscriptionsOf([...networks, ...associated]).map((one) => readNetworks(reading, needed, one)),
    ...subscriptionsOf(workspaces.map(({ id }) => id)).map((one) =>
      answers.get(keys.workspaces(one), (stop) => read.workspaces(one, stop)),
    ),
    ...subscriptionsOf(services.flatMap(serviceIdsIn)).map((one) =>
      answers.get(keys.serviceIds(one), (stop) => read.serviceIds(one, stop)),
    ),
  ]);
  await Promise.all([
    ...workspaces.map((one) => readServices(reading, needed, one)),
    ...services.map((one) => {
      const { workspaceId, networkId, zones } = one;
      const listing = subscriptionsOf([workspaceId, ...(networkId === null ? [] : [networkId]), ...zones]);
      return readNamedServices(reading, { needed, one, subscriptions: listing });
    }),
  ]);
}

/**
 * Reads the service tags. All subscriptions of the account have the same list: uses that of a needed resource,
 * otherwise the first one.
 */
async function readTags({ answers, read, cloud }: Reading, [of]: readonly string[]): Promise<void> {
  const listed = answers.peek<readonly SubscriptionSummary[]>(keys.subscriptions);
  const subscription = of ?? (listed && 'value' in listed ? listed.value[0]?.id : undefined);
  if (subscription === undefined) return;
  await answers.get(keys.tags, (stop) => read.serviceTags(subscription, tagLocations[cloud], stop));
}

/** Reads the networks of a subscription, then each needed subnet, with details that the list doesn't contain. */
async function readNetworks(
  { answers, read }: Reading,
  { subnets }: NeededResources,
  subscription: string,
): Promise<void> {
  const listed = await answers.get(keys.networks(subscription), (stop) => read.networks(subscription, stop));
  for (const id of subnets.filter((one) => sameId(subscriptionIn(one) ?? '', subscription))) {
    const model = latestModel(answers, subnets, subscription);
    const found = model && findSubnet(model, id);
    if (!found) continue;
    // Use the ID from Azure instead of the one in the file.
    await answers.get(keys.subnet(id, listed.at), (stop) => read.refreshSubnet(model, found.subnet.id, stop));
  }
}

async function readServices(
  { answers, read }: Reading,
  { subnets }: NeededResources,
  { id, networkId }: NeededWorkspace,
): Promise<void> {
  const workspace = workspaceOf(answers, id);
  if (!workspace) return;
  const { model, network } = networkIn(answers, subnets, networkId);
  const hosts = answers.get(keys.hosts(id), (stop) => read.hosts(workspace.id, stop));
  await answers.get<WorkspaceServices>(keys.services(id, networkId), (stop) =>
    read.services(
      {
        workspaceId: workspace.id,
        networkId: network?.id ?? null,
        nameServers: network ? nameServerSubscriptions(network) : [],
        endpoints: model && network ? endpointsAround(model, network) : [],
      },
      stop,
    ),
  );
  await hosts;
}

/** Returns a network from its list, with the model of its subscription. */
function networkIn(answers: AzureAnswerCache, subnets: readonly ResourceId[], id: ResourceId | null) {
  const subscription = subscriptionIn(id ?? '') ?? '';
  const model = latestModel(answers, subnets, subscription);
  return { model, network: model && findVirtualNetwork(model, id ?? '') };
}

interface WorkspaceReadInput {
  readonly needed: NeededResources;
  readonly one: NeededServices;
  /** Subscriptions whose private DNS zones are listed. */
  readonly subscriptions: readonly string[];
}

/** Reads the services of a workspace that the files create, by the IDs that Azure listed. */
async function readNamedServices(
  { answers, read }: Reading,
  { needed, one, subscriptions }: WorkspaceReadInput,
): Promise<void> {
  const { storage, keyVault, registry, monitoring } = one.ids;
  const { model, network } = networkIn(answers, needed.subnets, one.networkId);
  await answers.get<NamedServices>(keys.namedServices(one), (stop) =>
    read.namedServices(
      {
        ids: {
          storage: listedService(answers, storage),
          keyVault: listedService(answers, keyVault),
          registry: listedService(answers, registry),
          monitoring: listedService(answers, monitoring),
        },
        subscriptions: [...subscriptions, ...(network ? nameServerSubscriptions(network) : [])],
        endpoints: model && network ? endpointsAround(model, network) : [],
      },
      stop,
    ),
  );
}

import type { AzureReader, Connection } from '../../../azure/ports';
import { endpointsAround } from '../../../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../../../checks/name-servers';
import { findSubnet, findVirtualNetwork, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { WorkspaceServices } from '../../../core/services/services';
import type { NeededResources, NeededWorkspace } from '../../../file-checks/existing/needed-resources';
import type { AzureResources } from '../../../file-checks/existing/with-azure';
import { answersFor } from './answers-for';
import { keepAnswers, type KeptAnswers } from './kept-answers';
import {
  hasSubscriptionOf,
  keys,
  latestModel,
  listedNetworks,
  subscriptionIn,
  workspaceOf,
} from './questions';

/** What files need of Azure, read with the account that is signed in, and kept for a while. */
export interface AzureReads {
  /** What is known by now; undefined where nothing was asked. */
  of(needed: NeededResources): AzureResources | undefined;
  /** Reads what is missing, and what is old; true where Azure was asked. */
  read(needed: NeededResources): Promise<boolean>;
  /** Forgets all: the next reading asks again. */
  forget(): void;
}

interface Setup {
  connect(): Promise<Connection>;
  /** Milliseconds since 1970. */
  now(): number;
}

export function createAzureReads({ connect, now }: Setup): AzureReads {
  const answers = keepAnswers(now);
  return {
    of: (needed) => answersFor(answers, needed),
    async read(needed) {
      const before = answers.count();
      const connected = await answers.ask(keys.connection, connect);
      if ('value' in connected) await readAll({ answers, read: connected.value.azure.read }, needed);
      return answers.count() !== before;
    },
    forget: () => answers.forget(),
  };
}

interface Reading {
  readonly answers: KeptAnswers;
  readonly read: AzureReader;
}

async function readAll(reading: Reading, needed: NeededResources): Promise<void> {
  const { answers, read } = reading;
  const listed = await answers.ask(keys.subscriptions, (stop) => read.subscriptions(stop));
  const subscriptionsOf = (ids: readonly ResourceId[]): readonly string[] => [
    ...new Set(
      ids
        .filter((id) => hasSubscriptionOf(listed, id))
        .flatMap((id) => subscriptionIn(id)?.toLowerCase() ?? []),
    ),
  ];
  const { networks, attached, workspaces } = needed;
  await Promise.all([
    ...subscriptionsOf([...networks, ...attached]).map((one) => readNetworks(reading, needed, one)),
    ...subscriptionsOf(workspaces.map(({ id }) => id)).map((one) =>
      answers.ask(keys.workspaces(one), (stop) => read.workspaces(one, stop)),
    ),
  ]);
  await Promise.all(workspaces.map((one) => readServices(reading, needed, one)));
}

/** The networks of a subscription, then each subnet that is needed with what only its own reading tells. */
async function readNetworks(
  { answers, read }: Reading,
  { subnets }: NeededResources,
  subscription: string,
): Promise<void> {
  const listed = await answers.ask(keys.networks(subscription), (stop) => read.networks(subscription, stop));
  for (const id of subnets.filter((one) => sameId(subscriptionIn(one) ?? '', subscription))) {
    const model = latestModel(answers, subnets, subscription);
    const found = model && findSubnet(model, id);
    if (!found) continue;
    // The ID that Azure gave, and not the one of the file.
    await answers.ask(keys.subnet(id, listed.at), (stop) => read.refreshSubnet(model, found.subnet.id, stop));
  }
}

async function readServices(
  { answers, read }: Reading,
  { subnets }: NeededResources,
  { id, networkId }: NeededWorkspace,
): Promise<void> {
  const workspace = workspaceOf(answers, id);
  if (!workspace) return;
  const subscription = subscriptionIn(networkId ?? '') ?? '';
  const model = listedNetworks(answers, subscription) && latestModel(answers, subnets, subscription);
  const network = model && findVirtualNetwork(model, networkId ?? '');
  await answers.ask<WorkspaceServices>(keys.services(id, networkId), (stop) =>
    read.services(
      {
        workspaceId: workspace.id,
        networkId: network?.id ?? null,
        nameServers: network ? nameServerSubscriptions(network) : [],
        endpoints: network ? endpointsAround(model, network) : [],
      },
      stop,
    ),
  );
}

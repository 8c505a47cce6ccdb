import type { SubscriptionSummary, WorkspaceSummary } from '../../../azure/ports';
import { sameId, segmentOf } from '../../../core/network/find';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import type { NeededServices } from '../../../file-checks/existing/needed-resources';
import type { AzureAnswer, AzureAnswerCache } from './azure-answer-cache';

/** What each question to Azure is called. */
export const keys = {
  connection: 'connection',
  subscriptions: 'subscriptions',
  tags: 'tags',
  networks: (subscription: string) => `networks ${subscription.toLowerCase()}`,
  workspaces: (subscription: string) => `workspaces ${subscription.toLowerCase()}`,
  /** A subnet is read again with the list that it's in. */
  subnet: (id: ResourceId, listedAt: number) => `subnet ${String(listedAt)} ${id.toLowerCase()}`,
  serviceIds: (subscription: string) => `service IDs ${subscription.toLowerCase()}`,
  namedServices: ({ ids, networkId, zones }: NeededServices) =>
    `named services ${JSON.stringify([ids, networkId, zones])}`.toLowerCase(),
  hosts: (workspace: ResourceId) => `hosts ${workspace.toLowerCase()}`,
  services: (workspace: ResourceId, network: ResourceId | null) =>
    `services ${workspace} ${network ?? ''}`.toLowerCase(),
};

/** The subscription that an ID names; undefined where it names none. Only such a text becomes part of an address. */
export function subscriptionIn(id: ResourceId): string | undefined {
  const subscription = segmentOf(id, 'subscriptions');
  return subscription !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subscription)
    ? subscription
    : undefined;
}

/** Whether the account has the subscription of an ID, by Azure's own list. */
export function hasSubscriptionOf(
  listed: AzureAnswer<readonly SubscriptionSummary[]> | undefined,
  id: ResourceId,
): boolean {
  const subscription = subscriptionIn(id);
  if (subscription === undefined || !listed || !('value' in listed)) return false;
  return listed.value.some((one) => sameId(one.id, subscription));
}

/** The networks of a subscription as they were listed. */
export function listedNetworks(
  answers: AzureAnswerCache,
  subscription: string,
): AzureAnswer<NetworkModel> | undefined {
  return answers.peek<NetworkModel>(keys.networks(subscription));
}

/** The same with every subnet of them that was read by itself. */
export function latestModel(
  answers: AzureAnswerCache,
  subnets: readonly ResourceId[],
  subscription: string,
): NetworkModel | undefined {
  const listed = listedNetworks(answers, subscription);
  if (!listed || !('value' in listed)) return undefined;
  // Each was read with those before it.
  return subnets.reduce((model, id) => {
    const answer = answers.peek<NetworkModel>(keys.subnet(id, listed.at));
    return answer && 'value' in answer ? answer.value : model;
  }, listed.value);
}

/** IDs of resources that can be services of a workspace, as they were listed. */
export function listedServices(
  answers: AzureAnswerCache,
  subscription: string,
): AzureAnswer<readonly ResourceId[]> | undefined {
  return answers.peek<readonly ResourceId[]>(keys.serviceIds(subscription));
}

/** The ID that Azure has for a service that files name; null where it has none. */
export function listedService(answers: AzureAnswerCache, id: ResourceId | null): ResourceId | null {
  if (id === null) return null;
  const listed = listedServices(answers, subscriptionIn(id) ?? '');
  return (listed && 'value' in listed ? listed.value.find((one) => sameId(one, id)) : undefined) ?? null;
}

/** A workspace as the list of its subscription has it. */
export function workspaceOf(answers: AzureAnswerCache, id: ResourceId): WorkspaceSummary | undefined {
  const listed = answers.peek<readonly WorkspaceSummary[]>(keys.workspaces(subscriptionIn(id) ?? ''));
  return listed && 'value' in listed ? listed.value.find((one) => sameId(one.id, id)) : undefined;
}

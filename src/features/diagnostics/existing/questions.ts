import type { SubscriptionSummary, WorkspaceSummary } from '../../../azure/ports';
import { sameId, segmentOf } from '../../../core/network/find';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import type { NeededServices } from '../../../file-checks/existing/needed-resources';
import type { AzureAnswer, AzureAnswerCache } from './azure-answer-cache';

/** Cache keys of the requests. */
export const keys = {
  connection: 'connection',
  subscriptions: 'subscriptions',
  tags: 'tags',
  networks: (subscription: string) => `networks ${subscription.toLowerCase()}`,
  workspaces: (subscription: string) => `workspaces ${subscription.toLowerCase()}`,
  /** Includes the time of the list, so that a subnet is read again after its list. */
  subnet: (id: ResourceId, listedAt: number) => `subnet ${String(listedAt)} ${id.toLowerCase()}`,
  serviceIds: (subscription: string) => `service IDs ${subscription.toLowerCase()}`,
  namedServices: ({ ids, networkId, zones }: NeededServices) =>
    `named services ${JSON.stringify([ids, networkId, zones])}`.toLowerCase(),
  hosts: (workspace: ResourceId) => `hosts ${workspace.toLowerCase()}`,
  services: (workspace: ResourceId, network: ResourceId | null) =>
    `services ${workspace} ${network ?? ''}`.toLowerCase(),
};

/** Returns the subscription of an ID; undefined if it isn't a GUID. Only a GUID becomes part of a URL. */
export function subscriptionIn(id: ResourceId): string | undefined {
  const subscription = segmentOf(id, 'subscriptions');
  return subscription !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subscription)
    ? subscription
    : undefined;
}

/** Checks whether the account's list of subscriptions contains the subscription of an ID. */
export function hasSubscriptionOf(
  listed: AzureAnswer<readonly SubscriptionSummary[]> | undefined,
  id: ResourceId,
): boolean {
  const subscription = subscriptionIn(id);
  if (subscription === undefined || !listed || !('value' in listed)) return false;
  return listed.value.some((one) => sameId(one.id, subscription));
}

/** Returns the networks of a subscription as listed. */
export function listedNetworks(
  answers: AzureAnswerCache,
  subscription: string,
): AzureAnswer<NetworkModel> | undefined {
  return answers.peek<NetworkModel>(keys.networks(subscription));
}

/** Returns the networks of a subscription, including all subnets that were read on their own. */
export function latestModel(
  answers: AzureAnswerCache,
  subnets: readonly ResourceId[],
  subscription: string,
): NetworkModel | undefined {
  const listed = listedNetworks(answers, subscription);
  if (!listed || !('value' in listed)) return undefined;
  // Each read includes the earlier ones.
  return subnets.reduce((model, id) => {
    const answer = answers.peek<NetworkModel>(keys.subnet(id, listed.at));
    return answer && 'value' in answer ? answer.value : model;
  }, listed.value);
}

/** Returns the IDs of listed resources that can be services of a workspace. */
export function listedServices(
  answers: AzureAnswerCache,
  subscription: string,
): AzureAnswer<readonly ResourceId[]> | undefined {
  return answers.peek<readonly ResourceId[]>(keys.serviceIds(subscription));
}

/** Returns Azure's ID of a service in files; null if Azure doesn't list it. */
export function listedService(answers: AzureAnswerCache, id: ResourceId | null): ResourceId | null {
  if (id === null) return null;
  const listed = listedServices(answers, subscriptionIn(id) ?? '');
  return (listed && 'value' in listed ? listed.value.find((one) => sameId(one, id)) : undefined) ?? null;
}

/** Returns a workspace from the list of its subscription. */
export function workspaceOf(answers: AzureAnswerCache, id: ResourceId): WorkspaceSummary | undefined {
  const listed = answers.peek<readonly WorkspaceSummary[]>(keys.workspaces(subscriptionIn(id) ?? ''));
  return listed && 'value' in listed ? listed.value.find((one) => sameId(one.id, id)) : undefined;
}

import type { AzureConnection, SubscriptionSummary, WorkspaceSummary } from '../../../azure/ports';
import { emptyModel } from '../../../core/network/empty-model';
import { findById, findSubnet, nameOf, sameId, segmentOf } from '../../../core/network/find';
import type { WorkspaceHost } from '../../../core/diagnosis';
import { known, unknown, type Known } from '../../../core/known';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import { reason, type Reason } from '../../../core/reason';
import type { NamedServices, WorkspaceServices } from '../../../core/services/services';
import {
  neededIds,
  serviceIdsIn,
  type NeededResources,
  type NeededServices,
  type NeededWorkspace,
} from '../../../file-checks/existing/needed-resources';
import { unreadServices, unreadWorkspace } from '../../../file-checks/existing/unread-workspace';
import type { FileWorkspace } from '../../../documents/subjects/subjects';
import type { AzureResources } from '../../../file-checks/existing/with-azure';
import type { AzureAnswer, AzureAnswerCache } from './azure-answer-cache';
import {
  hasSubscriptionOf,
  keys,
  latestModel,
  listedNetworks,
  listedService,
  listedServices,
  subscriptionIn,
  workspaceOf,
} from './questions';
import type { AzureFailure } from '../../../azure/failure';

/** Returns the resources that files need, as far as Azure responded; undefined if nothing was requested. */
export function azureResourcesFrom(
  answers: AzureAnswerCache,
  needed: NeededResources,
): AzureResources | undefined {
  const connected = answers.peek(keys.connection);
  if (!connected) return undefined;
  const subscriptions = [
    ...new Set(
      [...needed.networks, ...needed.associated].flatMap((id) => subscriptionIn(id)?.toLowerCase() ?? []),
    ),
  ];
  const models = subscriptions.flatMap((one) => latestModel(answers, needed.subnets, one) ?? []);
  const workspaces = needed.workspaces.map((one) => workspaceFor(answers, needed, one));
  const services = needed.workspaces.map((one) => servicesFor(answers, needed, one));
  return {
    readAt: new Date(oldestOf(answers, subscriptions) ?? connected.at).toISOString(),
    model: mergedModel(models),
    workspaces,
    services,
    named: needed.services.map((one) => ({
      ...namedFor(answers, needed, one),
      workspaceId: one.workspaceId,
    })),
    unread: new Map(
      [...neededIds(needed), ...needed.subnets].flatMap((id) => {
        const because = whyUnread(answers, needed, id);
        return because ? [[id.toLowerCase(), because]] : [];
      }),
    ),
  };
}

function workspaceFor(
  answers: AzureAnswerCache,
  needed: NeededResources,
  { id }: NeededWorkspace,
): FileWorkspace {
  const because = whyUnread(answers, needed, id) ?? reason('file.existing.underWay', { name: nameOf(id) });
  return workspaceOf(answers, id) ?? unreadWorkspace(id, because);
}

function servicesFor(
  answers: AzureAnswerCache,
  needed: NeededResources,
  { id, networkId }: NeededWorkspace,
): WorkspaceServices {
  const answer = answers.peek<WorkspaceServices>(keys.services(id, networkId));
  if (answer && 'value' in answer) return { ...answer.value, ...hostsFor(answers, id) };
  const because = answer ? unreadReason(answer.failure, id) : whyUnread(answers, needed, id);
  return unreadServices(id, because ?? reason('file.existing.underWay', { name: nameOf(id) }));
}

/** Returns Azure's list of hosts. Without it, the hosts of Microsoft's documentation are used. */
function hostsFor(answers: AzureAnswerCache, id: ResourceId): Pick<WorkspaceServices, 'hosts'> {
  const answer = answers.peek<readonly WorkspaceHost[]>(keys.hosts(id));
  return answer && 'value' in answer && answer.value.length > 0
    ? { hosts: answer.value.map(({ host }) => host) }
    : {};
}

/** Returns the services of a workspace that the files create. Services that weren't read have the reason. */
function namedFor(answers: AzureAnswerCache, needed: NeededResources, one: NeededServices): NamedServices {
  const answer = answers.peek<NamedServices>(keys.namedServices(one));
  const read = answer && 'value' in answer ? answer.value : undefined;
  const part = <T>(id: ResourceId | null, its: Known<T | null> | undefined): Known<T | null> => {
    if (id === null) return known(null);
    const because = whyUnread(answers, needed, id);
    if (because) return unknown(because);
    // null if the request came before the service was in the list.
    const isRead = its && !(its.known && its.value === null);
    return isRead ? its : unknown(reason('file.existing.underWay', { name: nameOf(id) }));
  };
  const { storage, keyVault, registry, monitoring } = one.ids;
  return {
    storage: part(storage, read?.storage),
    keyVault: part(keyVault, read?.keyVault),
    registry: part(registry, read?.registry),
    monitoring: part(monitoring, read?.monitoring),
    zones: read?.zones ?? { found: [], unread: reason('terminal.noZones') },
  };
}

function oldestOf(answers: AzureAnswerCache, subscriptions: readonly string[]): number | undefined {
  const times = subscriptions.flatMap((one) => {
    const listed = listedNetworks(answers, one);
    return listed && 'value' in listed ? [listed.at] : [];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Merges the networks of several subscriptions into one model. */
function mergedModel(models: readonly NetworkModel[]): NetworkModel {
  const [first = { ...emptyModel('public'), privateEndpoints: known([]) }, ...others] = models;
  return others.reduce((all, one) => {
    const [ours, theirs] = [all.privateEndpoints, one.privateEndpoints];
    return {
      ...all,
      virtualNetworks: [...all.virtualNetworks, ...one.virtualNetworks],
      securityGroups: [...all.securityGroups, ...one.securityGroups],
      routeTables: [...all.routeTables, ...one.routeTables],
      natGateways: [...all.natGateways, ...one.natGateways],
      firewalls: [...all.firewalls, ...one.firewalls],
      endpointPolicies: [...(all.endpointPolicies ?? []), ...(one.endpointPolicies ?? [])],
      privateEndpoints: !ours.known ? ours : theirs.known ? known([...ours.value, ...theirs.value]) : theirs,
    };
  }, first);
}

/** Returns why a needed resource isn't known; undefined if it is. */
function whyUnread(answers: AzureAnswerCache, needed: NeededResources, id: ResourceId): Reason | undefined {
  const connected = answers.peek(keys.connection);
  if (connected && 'failure' in connected) return unreadReason(connected.failure, id);
  if (id.includes('‹')) return reason('file.existing.noValue', { name: nameOf(id) });
  const absent = whyNoSubscription(answers, id);
  if (absent) return absent;
  const service = needed.services.find((one) => serviceIdsIn(one).some((its) => sameId(its, id)));
  if (service) return whyNoService(answers, service, id);
  const ofZone = needed.services.find(({ zones }) => zones.some((zone) => sameId(zone, id)));
  if (ofZone) return whyNoZone(answers, ofZone, id);
  return /\/workspaces\//i.test(id) ? whyNoWorkspace(answers, id) : whyNotInNetworks(answers, needed, id);
}

function whyNoService(answers: AzureAnswerCache, one: NeededServices, id: ResourceId): Reason | undefined {
  const listed = listedServices(answers, subscriptionIn(id) ?? '');
  const absent = absence(listed, id, () => listedService(answers, id) !== null);
  return absent ?? absence(answers.peek<NamedServices>(keys.namedServices(one)), id, () => true);
}

function whyNoZone(answers: AzureAnswerCache, one: NeededServices, id: ResourceId): Reason | undefined {
  const answer = answers.peek<NamedServices>(keys.namedServices(one));
  return absence(answer, id, ({ zones }) => zones.found.some((zone) => sameId(zone.id, id)));
}

function whyNoSubscription(answers: AzureAnswerCache, id: ResourceId): Reason | undefined {
  const name = nameOf(id);
  const listed = answers.peek<readonly SubscriptionSummary[]>(keys.subscriptions);
  if (!listed) return reason('file.existing.underWay', { name });
  if ('failure' in listed) return unreadReason(listed.failure, id);
  if (hasSubscriptionOf(listed, id)) return undefined;
  return isSample(answers)
    ? reason('file.existing.notInSample', { name })
    : reason('file.existing.noSubscription', { name, subscription: segmentOf(id, 'subscriptions') ?? '' });
}

function whyNoWorkspace(answers: AzureAnswerCache, id: ResourceId): Reason | undefined {
  const listed = answers.peek<readonly WorkspaceSummary[]>(keys.workspaces(subscriptionIn(id) ?? ''));
  return absence(listed, id, (all) => all.some((one) => sameId(one.id, id)));
}

/** Returns why a network resource isn't known. A subnet is known only once it was read on its own. */
function whyNotInNetworks(
  answers: AzureAnswerCache,
  { subnets }: NeededResources,
  id: ResourceId,
): Reason | undefined {
  const listed = listedNetworks(answers, subscriptionIn(id) ?? '');
  const absent = absence(listed, id, (model) => containsResource(model, id));
  const isSubnet = subnets.some((one) => sameId(one, id));
  if (absent || !listed || !isSubnet) return absent;
  const own = answers.peek<NetworkModel>(keys.subnet(id, listed.at));
  if (!own) return reason('file.existing.underWay', { name: nameOf(id) });
  return 'failure' in own ? unreadReason(own.failure, id) : undefined;
}

function isSample(answers: AzureAnswerCache): boolean {
  const connected = answers.peek<AzureConnection>(keys.connection);
  return connected !== undefined && 'value' in connected && connected.value.sample;
}

function absence<T>(
  answer: AzureAnswer<T> | undefined,
  id: ResourceId,
  has: (value: T) => boolean,
): Reason | undefined {
  if (!answer) return reason('file.existing.underWay', { name: nameOf(id) });
  if ('failure' in answer) return unreadReason(answer.failure, id);
  return has(answer.value)
    ? undefined
    : reason('file.existing.notThere', {
        name: nameOf(id),
        group: segmentOf(id, 'resourceGroups') ?? '',
      });
}

function containsResource(model: NetworkModel, id: ResourceId): boolean {
  if (/\/subnets\/[^/]*$/i.test(id)) return findSubnet(model, id) !== undefined;
  const { virtualNetworks, securityGroups, routeTables, natGateways } = model;
  return [virtualNetworks, securityGroups, routeTables, natGateways].some(
    (list: readonly { readonly id: ResourceId }[]) => findById(list, id) !== undefined,
  );
}

/** Returns why a resource couldn't be read, and what to do about it. */
function unreadReason({ code }: AzureFailure, id: ResourceId): Reason {
  const values = { name: nameOf(id), subscription: segmentOf(id, 'subscriptions') ?? '' };
  switch (code) {
    case 'signedOut':
      return reason('file.existing.signedOut', values);
    case 'forbidden':
      return reason('file.existing.forbidden', values);
    case 'notFound':
      return reason('file.existing.notThere', { ...values, group: segmentOf(id, 'resourceGroups') ?? '' });
    case 'throttled':
      return reason('file.existing.throttled', values);
    case 'timeout':
      return reason('file.existing.timeout', values);
    case 'offline':
      return reason('file.existing.offline', values);
    default:
      return reason('file.existing.failed', values);
  }
}

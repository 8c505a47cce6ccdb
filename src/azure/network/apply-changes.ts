import { sameId, findSubnet } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet } from '../../core/network/model';
import {
  changedResources,
  changesOf,
  createdParts,
  isOfResource,
  isServiceChange,
  settableOf,
  subnetParts,
  type ResourceChange,
} from '../../core/resource-change';
import type { ServiceChange } from '../../core/service-change';
import type { Clients } from '../clients';
import { networkReadApiVersion, subnetWriteVersion } from './network-api-versions';
import { AzureFailure, isAnswerLost, isServerError } from '../failure';
import { textAt, type JsonObject } from '../json';
import type { ChangeEvent, ChangeOutcome, ChangesToApply } from '../ports';
import { sendRaw, urlOf, type RawRequest, type RawSender } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import {
  completeBody,
  containsServiceChanges,
  isApproved,
  serviceApiVersion,
  serviceWrite,
  withApprovalRequest,
} from '../services/service-write';
import { changedBody, containsChanges, newResourceBody } from './changed-body';
import { untilDone } from '../poll-until-done';
import { toSubnet } from './to-subnet';

/**
 * Applies changes resource by resource, in the order in which resources are first named. The first refusal stops it. It
 * reads each resource, compares it with the state on which the fix was tested, and writes it back whole. The write has
 * the condition that the resource hasn't changed since. So several rules of an NSG are written together or not at all.
 */
export async function applyChanges(
  clients: Clients,
  toApply: ChangesToApply,
  how: { readonly onEvent: (event: ChangeEvent) => void; readonly stop: AbortSignal },
): Promise<ChangeOutcome> {
  const changed: ResourceId[] = [...toApply.done];
  const left = changedResources(toApply.changes).filter((id) => !changed.some((one) => sameId(one, id)));
  const waits = approveEndpoints(clients, toApply.changes, how.stop);
  for (const id of left) {
    try {
      const waiting = await waits(changed);
      if (waiting !== undefined) return { changed, refused: null, waiting };
      how.onEvent({ is: 'started', id });
      await clients.within('write', how.stop, (signal) =>
        applyTo(targetOf(clients, id, { changes: toApply.changes, signal }), toApply),
      );
      changed.push(id);
      how.onEvent({ is: 'changed', id });
    } catch (error) {
      const failure = toFailure(error);
      return { changed, refused: { id, code: failure.code, failure: failure.details } };
    }
  }
  const waiting = await waits(changed).catch(() => undefined);
  return { changed, refused: null, ...(waiting === undefined ? {} : { waiting }) };
}

/**
 * Returns a function that finds the first changed private endpoint that its target's owner hasn't approved. It checks
 * each endpoint until it is approved. DNS records mustn't point to it before, because those names would then fail for
 * everyone in the network.
 */
function approveEndpoints(
  clients: Clients,
  changes: readonly ResourceChange[],
  stop: AbortSignal,
): (changed: readonly ResourceId[]) => Promise<ResourceId | undefined> {
  const approved = new Set<ResourceId>();
  const createdEndpoints = changes.flatMap((one) => (one.type === 'endpoint' && one.after ? [one.id] : []));
  return async (changed) => {
    const open = createdEndpoints.filter((id) => !approved.has(id) && changed.some((one) => sameId(one, id)));
    for (const id of open) {
      const body = await clients.within('get', stop, (signal) =>
        readNow(targetOf(clients, id, { changes, signal })),
      );
      if (!isApproved(body)) return id;
      approved.add(id);
    }
    return undefined;
  };
}

/** A resource to write, with its URL and its client. */
interface Target {
  readonly id: ResourceId;
  readonly url: string;
  readonly sender: RawSender;
  readonly signal: AbortSignal;
}

function targetOf(
  clients: Clients,
  id: ResourceId,
  { changes, signal }: { readonly changes: readonly ResourceChange[]; readonly signal: AbortSignal },
): Target {
  const isSubnet = /\/subnets\/[^/]+$/i.test(id);
  const ofNetwork = isSubnet ? subnetWriteVersion : networkReadApiVersion;
  const serviceChanges = changesOf(changes, id).find(isServiceChange);
  const version = serviceChanges ? serviceApiVersion(serviceChanges) : ofNetwork;
  return {
    id,
    url: urlOf(clients.endpoint, id, version),
    sender: clients.rawNetwork(resourceParts(id).subscriptionId),
    signal,
  };
}

async function applyTo(target: Target, { model, changes, describe }: ChangesToApply): Promise<void> {
  const own = changesOf(changes, target.id);
  const serviceChanges = own.filter(isServiceChange);
  if (serviceChanges.length > 0) return applyServiceChanges(target, serviceChanges, describe);
  if (own.some((one) => one.after === null && isOfResource(one))) return remove(target, model);
  const [created] = createdParts(own);
  const start = created ? newResourceBody(created) : await readAsSeen(target, model);
  const body = own.reduce((before, change) => changedBody(before, change, describe), start);
  if (created) await requireFree(target);
  const headers = created ? { 'if-none-match': '*' } : conditionOf(start);
  try {
    await send(target, { method: 'PUT', body, headers });
  } catch (error) {
    if (!isWriteUncertain(error) || !(await isWritten(target, body, own))) throw error;
  }
}

/**
 * Applies changes of services, zones, and workspaces. They don't have an ETag for a conditional write, so the request
 * is built from their current state.
 */
async function applyServiceChanges(
  target: Target,
  changes: readonly ServiceChange[],
  describe: ChangesToApply['describe'],
): Promise<void> {
  const { sender, url, signal } = target;
  const [first] = changes;
  const isNew = first !== undefined && completeBody(first) !== undefined;
  if (isNew) await requireFree(target);
  const now = isNew ? {} : await readForServiceChange(target, first);
  if (!now) return;
  const write = serviceWrite(now, changes);
  const headers: RawRequest['headers'] = isNew ? { 'if-none-match': '*' } : conditionOf(now);
  try {
    await send(target, { ...write, headers }).catch((error: unknown) => {
      if (first?.type !== 'endpoint' || !isNew || !mayNotApprove(error)) throw error;
      return send(target, {
        ...write,
        body: withApprovalRequest(write.body ?? {}, describe(first)),
        headers,
      });
    });
  } catch (error) {
    if (!isWriteUncertain(error)) throw error;
    const then = await sendRaw(sender, { url, signal }).catch(() => undefined);
    if (!then || !containsServiceChanges(then.body, changes)) throw error;
  }
}

/**
 * Reads a resource to change. A resource that a fix created and that doesn't exist anymore doesn't need to be deleted.
 */
function readForServiceChange(
  target: Target,
  first: ServiceChange | undefined,
): Promise<JsonObject | undefined> {
  const read = readNow(target);
  const isCreated = first?.after === null && first.type !== 'zoneLink';
  return isCreated ? read.catch(unlessNotFound) : read;
}

async function readNow({ sender, url, signal }: Target): Promise<JsonObject> {
  return (await sendRaw(sender, { url, signal })).body;
}

/**
 * True if the account can create the endpoint but not approve it: Azure then refuses the endpoint (azure-docs issue
 * 96892).
 */
function mayNotApprove(error: unknown): boolean {
  return toFailure(error).details.serviceCode === 'LinkedAuthorizationFailed';
}

/**
 * True if the write may have succeeded despite the error: an earlier attempt, whose response was lost, may have written
 * it.
 */
function isWriteUncertain(error: unknown): boolean {
  const failure = toFailure(error);
  return failure.code === 'changed' || isAnswerLost(failure) || isServerError(failure);
}

async function isWritten(
  { sender, url, signal }: Target,
  sent: JsonObject,
  changes: readonly ResourceChange[],
): Promise<boolean> {
  const now = await sendRaw(sender, { url, signal }).catch(() => undefined);
  return now !== undefined && containsChanges(now.body, sent, changes);
}

/** Deletes a resource, unless it is already gone. Azure itself refuses to delete a resource that is in use. */
async function remove(target: Target, model: NetworkModel): Promise<void> {
  const found = await readAsSeen(target, model).catch(unlessNotFound);
  if (found) await send(target, { method: 'DELETE', headers: conditionOf(found) });
}

async function send(
  { sender, url, signal }: Target,
  request: Pick<RawRequest, 'method' | 'body' | 'headers'>,
): Promise<void> {
  const { response } = await sendRaw(sender, { ...request, url, signal });
  await untilDone(sender, response, signal);
}

function unlessNotFound(error: unknown): undefined {
  if (toFailure(error).code === 'notFound') return undefined;
  throw error;
}

async function readAsSeen({ sender, url, signal }: Target, model: NetworkModel): Promise<JsonObject> {
  const { body } = await sendRaw(sender, { url, signal });
  if (!isUnchanged(model, body)) throw new AzureFailure('changed');
  return body;
}

/**
 * Checks that the name is free, because a PUT would replace an existing resource. Not every type honors the condition,
 * so it is read first.
 */
async function requireFree({ sender, url, signal }: Target): Promise<void> {
  const found = await sendRaw(sender, { url, signal }).catch(unlessNotFound);
  if (found) throw new AzureFailure('conflict');
}

function conditionOf(body: JsonObject): Readonly<Record<string, string>> {
  const etag = textAt(body, 'etag');
  return etag === undefined ? {} : { 'if-match': etag };
}

/**
 * True if a resource hasn't changed since the model was read. NSGs and route tables are compared by ETag. A subnet's
 * ETag changes with every machine that joins or leaves. So a subnet is compared by its settings.
 */
function isUnchanged(model: NetworkModel, body: JsonObject): boolean {
  const id = textAt(body, 'id') ?? '';
  const subnet = findSubnet(model, id)?.subnet;
  if (subnet) return usesTheSame(subnet, toSubnet(body, subnet.virtualNetworkId));
  const seen = seenEtag(model, id);
  return seen === undefined || seen === textAt(body, 'etag');
}

function seenEtag(model: NetworkModel, id: ResourceId): string | undefined {
  return [...model.securityGroups, ...model.routeTables].find((one) => sameId(one.id, id))?.etag;
}

function usesTheSame(seen: Subnet, now: Subnet): boolean {
  const text = (one: Subnet): string => JSON.stringify(settableOf(one)).toLowerCase();
  return subnetParts.every((part) => seen[part].known) && text(seen) === text(now);
}

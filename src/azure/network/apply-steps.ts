import { changedResource, changedResources, type FixStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { networkApiVersion, subnetWriteVersion } from '../clients/network-client';
import { AzureFailure } from '../failure';
import { textAt, type JsonObject } from '../json';
import type { ChangeOutcome } from '../ports';
import { sendRaw, urlOf, type RawSender } from '../raw-request';
import { partsOf } from '../resource-parts';
import { toFailure } from '../to-failure';
import { isAsSeen } from './as-seen';
import { newResourceBody } from './new-resource-body';
import { holdsSteps } from './holds-steps';
import { changedBody } from './changed-body';
import { untilDone } from '../until-done';

export interface Change {
  readonly model: NetworkModel;
  readonly steps: readonly FixStep[];
  readonly describe: (step: FixStep) => string;
}

/**
 * Applies the steps resource by resource, in the order in which resources are first named; the first refusal ends
 * it. Each resource is read, held against what the fix was proven on, and written back whole on the condition that
 * it is still what was read: several rules of a group come together or not at all.
 */
export async function applySteps(
  clients: Clients,
  change: Change,
  stop: AbortSignal,
): Promise<ChangeOutcome> {
  const changed: ResourceId[] = [];
  for (const id of changedResources(change.steps)) {
    try {
      await clients.within('write', stop, (signal) => applyTo(targetOf(clients, id, signal), change));
      changed.push(id);
    } catch (error) {
      const failure = toFailure(error);
      return { changed, refused: { id, code: failure.code, failure: failure.details } };
    }
  }
  return { changed, refused: null };
}

/** One resource to write, and the way to it. */
interface Target {
  readonly id: ResourceId;
  readonly url: string;
  readonly sender: RawSender;
  readonly signal: AbortSignal;
}

function targetOf(clients: Clients, id: ResourceId, signal: AbortSignal): Target {
  const isSubnet = /\/subnets\/[^/]+$/i.test(id);
  return {
    id,
    url: urlOf(clients.endpoint, id, isSubnet ? subnetWriteVersion : networkApiVersion),
    sender: clients.rawNetwork(partsOf(id).subscriptionId),
    signal,
  };
}

async function applyTo(target: Target, { model, steps, describe }: Change): Promise<void> {
  const { id, url, sender, signal } = target;
  const own = steps.filter((one) => sameId(changedResource(one), id));
  const created = own.find((one) => one.do === 'create');
  const start = created ? newResourceBody(created, steps) : await readAsSeen(target, model);
  const body = own.reduce((before, step) => changedBody(before, step, describe), start);
  if (created) await requireFree(target);
  const headers = created ? { 'if-none-match': '*' } : conditionOf(start);
  try {
    const { response } = await sendRaw(sender, { url, method: 'PUT', body, headers, signal });
    await untilDone(sender, response, signal);
  } catch (error) {
    if (!saysNothingOfTheWrite(error) || !(await isWritten(target, body, own))) throw error;
  }
}

/** After these the write may have been done all the same: by the try whose answer was lost. */
function saysNothingOfTheWrite(error: unknown): boolean {
  const { code, details } = toFailure(error);
  return ['changed', 'offline', 'timeout'].includes(code) || (details.status ?? 0) >= 500;
}

async function isWritten(
  { sender, url, signal }: Target,
  sent: JsonObject,
  steps: readonly FixStep[],
): Promise<boolean> {
  const now = await sendRaw(sender, { url, signal }).catch(() => undefined);
  return now !== undefined && holdsSteps(now.body, sent, steps);
}

async function readAsSeen({ sender, url, signal }: Target, model: NetworkModel): Promise<JsonObject> {
  const { body } = await sendRaw(sender, { url, signal });
  if (!isAsSeen(model, body)) throw new AzureFailure('changed');
  return body;
}

/** A PUT on a name that is taken would replace what is there; not every type heeds the condition, so it is looked up. */
async function requireFree({ sender, url, signal }: Target): Promise<void> {
  const found = await sendRaw(sender, { url, signal }).catch((error: unknown) => {
    if (toFailure(error).code === 'notFound') return undefined;
    throw error;
  });
  if (found) throw new AzureFailure('conflict');
}

function conditionOf(body: JsonObject): Readonly<Record<string, string>> {
  const etag = textAt(body, 'etag');
  return etag === undefined ? {} : { 'if-match': etag };
}

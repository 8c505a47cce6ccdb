import type { FixStep, NewRoute, NewRule } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { Clients } from '../clients';
import { networkApiVersion } from '../clients/network-client';
import { AzureFailure } from '../failure';
import { listAt, textAt, type Json, type JsonObject } from '../json';
import type { ChangeOutcome } from '../ports';
import { sendRaw } from '../raw-request';
import { partsOf } from '../resource-parts';
import { toFailure } from '../to-failure';
import { untilDone } from './until-done';

export interface Change {
  readonly model: NetworkModel;
  readonly steps: readonly FixStep[];
  readonly describe: (step: FixStep) => string;
}

/**
 * Applies the steps resource by resource. Each resource is read, its etag compared with the one the fix was proven
 * on, and written back whole with `If-Match`: several rules of a group come together or not at all.
 */
export async function applySteps(
  clients: Clients,
  change: Change,
  stop: AbortSignal,
): Promise<ChangeOutcome> {
  const changed: ResourceId[] = [];
  for (const id of resourcesOf(change.steps)) {
    const steps = change.steps.filter((one) => sameId(resourceOf(one), id));
    try {
      await clients.within('write', stop, (signal) => applyTo(clients, { ...change, steps }, id, signal));
      changed.push(id);
    } catch (error) {
      const failure = toFailure(error);
      return { changed, refused: { id, code: failure.code, failure: failure.details } };
    }
  }
  return { changed, refused: null };
}

function resourcesOf(steps: readonly FixStep[]): readonly ResourceId[] {
  const ids = steps.map(resourceOf);
  return ids.filter((one, index) => ids.findIndex((other) => sameId(other, one)) === index);
}

function resourceOf(step: FixStep): ResourceId {
  if (step.do === 'insert') return step.into;
  if (step.do === 'remove') return step.from;
  // Other steps are not offered by any fix yet.
  throw new AzureFailure('bug');
}

async function applyTo(clients: Clients, change: Change, id: ResourceId, signal: AbortSignal): Promise<void> {
  const client = clients.rawNetwork(partsOf(id).subscriptionId);
  const url = `${clients.endpoint}${id}?api-version=${networkApiVersion}`;
  const { body } = await sendRaw(client, { url, signal });
  const etag = textAt(body, 'etag');
  const seen = seenEtag(change.model, id);
  if (seen !== undefined && etag !== seen) throw new AzureFailure('changed');
  const next = change.steps.reduce((before, step) => withStep(before, step, change.describe(step)), body);
  const headers = etag === undefined ? {} : { 'if-match': etag };
  const { response } = await sendRaw(client, { url, method: 'PUT', body: next, headers, signal });
  await untilDone(client, response, signal);
}

/** The etag of the resource when the model was read. */
function seenEtag(model: NetworkModel, id: ResourceId): string | undefined {
  const all = [...model.securityGroups, ...model.routeTables];
  return all.find((one) => sameId(one.id, id))?.etag;
}

function withStep(body: JsonObject, step: FixStep, description: string): JsonObject {
  if (step.do === 'insert' && step.what === 'rule') {
    return withChild(body, 'securityRules', ruleBody(step.rule, description));
  }
  if (step.do === 'insert' && step.what === 'route') return withChild(body, 'routes', routeBody(step.route));
  if (step.do === 'remove')
    return withoutChild(body, step.what === 'rule' ? 'securityRules' : 'routes', step.name);
  throw new AzureFailure('bug');
}

/** A new child; one of the same name is somebody else's and never replaced. */
function withChild(body: JsonObject, list: string, child: JsonObject): JsonObject {
  const children = listAt(body, 'properties', list);
  const name = textAt(child, 'name');
  if (children.some((one) => textAt(one, 'name')?.toLowerCase() === name?.toLowerCase())) {
    throw new AzureFailure('changed');
  }
  return withProperty(body, list, [...children, child]);
}

function withoutChild(body: JsonObject, list: string, name: string): JsonObject {
  const isNamed = (one: Json): boolean => textAt(one, 'name')?.toLowerCase() === name.toLowerCase();
  return withProperty(
    body,
    list,
    listAt(body, 'properties', list).filter((one) => !isNamed(one)),
  );
}

function withProperty(body: JsonObject, name: string, value: Json): JsonObject {
  const properties = (body['properties'] ?? {}) as JsonObject;
  return { ...body, properties: { ...properties, [name]: value } };
}

function ruleBody(rule: NewRule, description: string): JsonObject {
  return {
    name: rule.name,
    properties: {
      ...(description === '' ? {} : { description }),
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: rule.protocol,
      sourcePortRange: '*',
      ...sidesOf('sourceAddressPrefix', 'sourceAddressPrefixes', rule.sources),
      ...sidesOf('destinationAddressPrefix', 'destinationAddressPrefixes', rule.destinations),
      ...sidesOf('destinationPortRange', 'destinationPortRanges', rule.destinationPorts),
    },
  };
}

/** One value goes into the singular member: a tag or `*` in a plural list is refused. */
function sidesOf(singular: string, plural: string, values: readonly string[]): JsonObject {
  const [only] = values;
  return values.length === 1 && only !== undefined ? { [singular]: only } : { [plural]: values };
}

function routeBody(route: NewRoute): JsonObject {
  return {
    name: route.name,
    properties: {
      addressPrefix: route.destination,
      nextHopType: route.nextHop,
      ...(route.nextHopAddress === null ? {} : { nextHopIpAddress: route.nextHopAddress }),
    },
  };
}

import type { ServiceStep } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { AzureFailure } from '../failure';
import { jsonAt, isJsonObject, listAt, textAt, type Json, type JsonObject } from '../json';
import { networkReadApiVersion } from '../clients/network-client';
import { workspaceApiVersion } from '../learning/read-workspaces';
import {
  keyVaultApiVersion,
  privateDnsApiVersion,
  registryApiVersion,
  storageApiVersion,
} from './api-versions';
import { isLiveRule } from './subnet-rules';
import { isAsCreated, isRemoval, completeBody } from './complete-bodies';

/** How a change beside the network is sent: parts of a service, or a link as a whole. */
export interface ServiceWrite {
  readonly method: 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: JsonObject;
}

type Kind = 'storage' | 'vault' | 'registry' | 'workspace' | 'link' | 'zone' | 'endpoint' | 'zoneGroup';

const kinds: readonly (readonly [RegExp, Kind, string])[] = [
  [/\/storageAccounts\/[^/]+$/i, 'storage', storageApiVersion],
  [/\/vaults\/[^/]+$/i, 'vault', keyVaultApiVersion],
  [/\/registries\/[^/]+$/i, 'registry', registryApiVersion],
  [/\/workspaces\/[^/]+$/i, 'workspace', workspaceApiVersion],
  [/\/virtualNetworkLinks\/[^/]+$/i, 'link', privateDnsApiVersion],
  [/\/privateDnsZones\/[^/]+$/i, 'zone', privateDnsApiVersion],
  [/\/privateEndpoints\/[^/]+$/i, 'endpoint', networkReadApiVersion],
  [/\/privateDnsZoneGroups\/[^/]+$/i, 'zoneGroup', networkReadApiVersion],
];

function kindOf(id: ResourceId): (typeof kinds)[number] {
  const found = kinds.find(([pattern]) => pattern.test(id));
  if (!found) throw new AzureFailure('badRequest');
  return found;
}

/** The version in which a resource beside the network is read and written. */
export function serviceApiVersion(id: ResourceId): string {
  return kindOf(id)[2];
}

/**
 * What is sent for all the steps of one resource, made of the resource as it is at that moment: what others entered
 * meanwhile stays. `changed` where a step was done, or undone, already, or no longer means what was proven.
 */
export function serviceWrite(id: ResourceId, now: JsonObject, steps: readonly ServiceStep[]): ServiceWrite {
  const [, kind] = kindOf(id);
  const [first] = steps;
  const whole = first && completeBody(first);
  if (whole) return { method: 'PUT', body: whole };
  if (first && isRemoval(first)) {
    if (!isAsCreated(now, first)) throw new AzureFailure('changed');
    return { method: 'DELETE' };
  }
  const body = steps.reduce((before, step) => changed(kind, before, step), now);
  return { method: 'PATCH', body: { properties: sentPart(kind, body) } };
}

function changed(kind: Kind, body: JsonObject, step: ServiceStep): JsonObject {
  if (isDone(kind, body, step)) throw new AzureFailure('changed');
  switch (step.do) {
    case 'admit':
    case 'dismiss':
      return withRule(body, step);
    case 'trust':
    case 'distrust':
      return withTrust(kind, body, step.do === 'trust');
    case 'appoint':
      return appointed(body, step);
    default:
      return body;
  }
}

/** True where the resource holds already what the steps ask for: an answer that is lost says nothing of the write. */
export function holdsServiceSteps(id: ResourceId, now: JsonObject, steps: readonly ServiceStep[]): boolean {
  const [, kind] = kindOf(id);
  return steps.every((step) => isDone(kind, now, step));
}

function isDone(kind: Kind, body: JsonObject, step: ServiceStep): boolean {
  switch (step.do) {
    case 'admit':
    case 'dismiss':
      return (
        rulesOf(body).some((one) => isLiveRule(one) && isFor(one, step.subnet)) === (step.do === 'admit')
      );
    case 'trust':
    case 'distrust':
      return isTrusting(kind, body) === (step.do === 'trust');
    case 'appoint':
      return textAt(body, 'properties', builderName)?.toLowerCase() === step.builder.name.toLowerCase();
    default:
      return !isRemoval(step) && isAsCreated(body, step);
  }
}

function rulesOf(body: JsonObject): readonly Json[] {
  return listAt(body, 'properties', 'networkAcls', 'virtualNetworkRules');
}

function isFor(rule: Json, subnet: ResourceId): boolean {
  return sameId(textAt(rule, 'id') ?? '', subnet);
}

type RuleStep = Extract<ServiceStep, { do: 'admit' | 'dismiss' }>;

/** A rule that outlived its subnet makes room for the new one. A rule counts only while callers that no rule names are refused. */
function withRule(body: JsonObject, { do: verb, subnet }: RuleStep): JsonObject {
  const rest = rulesOf(body).filter((one) => !isFor(one, subnet));
  if (verb === 'dismiss') return withAcls(body, { virtualNetworkRules: rest });
  const action = textAt(body, 'properties', 'networkAcls', 'defaultAction') ?? '';
  if (action.toLowerCase() !== 'deny') throw new AzureFailure('changed');
  return withAcls(body, { virtualNetworkRules: [...rest, { id: subnet }] });
}

const trusted = 'AzureServices';
const nobody = 'None';
const registryTrust = 'networkRuleBypassOptions';

/** Usual where nothing is said. */
function bypassOf(kind: Kind, body: JsonObject): readonly string[] {
  const text =
    kind === 'registry'
      ? textAt(body, 'properties', registryTrust)
      : textAt(body, 'properties', 'networkAcls', 'bypass');
  return (text ?? trusted).split(/,\s*/);
}

function isTrusting(kind: Kind, body: JsonObject): boolean {
  return bypassOf(kind, body).some((one) => one.toLowerCase() === trusted.toLowerCase());
}

/** Of storage the word stands among `Logging` and `Metrics`, which stay. */
function withTrust(kind: Kind, body: JsonObject, trusts: boolean): JsonObject {
  const own = [trusted, nobody].map((one) => one.toLowerCase());
  const others = bypassOf(kind, body).filter((one) => !own.includes(one.toLowerCase()));
  const bypass = [...others, ...(trusts ? [trusted] : [])].join(', ') || nobody;
  return kind === 'registry' ? withProperty(body, registryTrust, bypass) : withAcls(body, { bypass });
}

function appointed(
  body: JsonObject,
  { builder, before }: Extract<ServiceStep, { do: 'appoint' }>,
): JsonObject {
  const named = textAt(body, 'properties', builderName) ?? '';
  if (named.toLowerCase() !== (before?.name ?? '').toLowerCase()) throw new AzureFailure('changed');
  return withProperty(body, builderName, builder.name);
}

const builderName = 'imageBuildCompute';

function withProperty(body: JsonObject, name: string, value: Json): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  return { ...body, properties: { ...properties, [name]: value } };
}

function withAcls(body: JsonObject, members: JsonObject): JsonObject {
  const acls = jsonAt(body, 'properties', 'networkAcls');
  return withProperty(body, 'networkAcls', { ...(isJsonObject(acls) ? acls : {}), ...members });
}

/** What is written in part; the rest is made and taken away whole. */
const members: Readonly<Partial<Record<Kind, string>>> = {
  storage: 'networkAcls',
  vault: 'networkAcls',
  registry: registryTrust,
  workspace: builderName,
};

/** Only the member that changes is sent, whole: a PATCH replaces it as one. */
function sentPart(kind: Kind, body: JsonObject): JsonObject {
  const member = members[kind];
  return member === undefined ? {} : { [member]: jsonAt(body, 'properties', member) ?? null };
}

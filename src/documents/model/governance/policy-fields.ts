import type { Known } from '../../../core/known';
import type { ObjectValue, Value } from '../../evaluate/value';
import { partOf, type Part } from '../parts';

/** A resource that a policy evaluates, as far as it's known before Azure creates it. */
export interface PolicyTarget {
  readonly type: string;
  readonly location: Known<string>;
  /** The body in the files. Missing if Azure Machine Learning creates the resource. */
  readonly body?: ObjectValue;
}

/** The array member that is being evaluated. */
export interface CountedItem {
  /** The array's alias, with `[*]`. */
  readonly alias: string;
  readonly part: Value;
}

/** The values of a field: undefined if it doesn't exist. For array members, one value for each. */
export interface PolicyField {
  readonly parts: readonly Part[];
  readonly isEach: boolean;
}

/** Resolves a field, or the alias of a property. Undefined if its meaning isn't known. */
export function fieldOf(target: PolicyTarget, name: string, item?: CountedItem): PolicyField | undefined {
  const small = name.toLowerCase();
  if (small === 'type') return one({ is: 'text', value: target.type, from: null });
  if (small === 'location') return one(hasLocation(target) ? locationOf(target) : undefined);
  if (item && small.startsWith(item.alias.toLowerCase())) return ofItem(item, name);
  return target.body && ofBody(target, target.body, name);
}

/**
 * Returns whether a resource has a location. A subnet doesn't, so mode `All` compares with nothing, and `notIn` holds ("Azure
 * Policy definition structure basics", mode, read 2026-11-30; Azure/azure-policy issue 118).
 */
function hasLocation({ type }: PolicyTarget): boolean {
  return !isChildOfNetwork(type);
}

/** Returns whether a type is a child of a network resource. Children don't have a location or tags. */
export function isChildOfNetwork(type: string): boolean {
  return type.toLowerCase().startsWith('microsoft.network/') && type.split('/').length > 2;
}

function ofItem({ alias, part }: CountedItem, name: string): PolicyField {
  const rest = name.slice(alias.length).replace(/^\./, '');
  return rest === '' ? one(part) : below({ part, isItem: true }, rest);
}

function ofBody(target: PolicyTarget, body: ObjectValue, name: string): PolicyField | undefined {
  const small = name.toLowerCase();
  // Some requests contain only the last part of a child's name, and others contain all parts.
  if (small === 'name' && target.type.split('/').length === 2) return one(partOf(body, 'name'));
  const tag = /^tags(?:\.([\w-]+)|\['([^']+)'\])$/i.exec(name);
  if (tag) return one(partOf(body, 'tags', tag[1] ?? tag[2] ?? ''));
  const prefix = `${target.type.toLowerCase()}/`;
  const path = small.startsWith(prefix) ? name.slice(prefix.length) : '';
  if (!isOfRequests(path)) return undefined;
  return below({ part: containerOf(target, body, path), isItem: false }, path);
}

function one(part: Part): PolicyField {
  return { parts: [part], isEach: false };
}

function locationOf({ location }: PolicyTarget): Value {
  return location.known
    ? { is: 'text', value: location.value, from: null }
    : { is: 'unknown', because: location.because, symbol: null, from: null };
}

/**
 * Properties of a compute resource itself, in addition to those of its kind (Microsoft.MachineLearningServices REST,
 * 2024-10-01).
 */
const ofCompute = new Set([
  'computetype',
  'disablelocalauth',
  'description',
  'resourceid',
  'computelocation',
]);

/** Properties that a request for a compute resource, a network, a subnet, or an NSG sets (REST, read 2026-11-29). */
const ofRequests = new Set([
  ...ofCompute,
  ...['subnet', 'vmsize', 'vmpriority', 'ostype', 'enablenodepublicip', 'isolatednetwork', 'scalesettings'],
  ...['remoteloginportpublicaccess', 'sshsettings', 'idletimebeforeshutdown', 'applicationsharingpolicy'],
  ...['schedules', 'setupscripts'],
  ...['addressspace', 'dhcpoptions', 'enableddosprotection', 'ddosprotectionplan', 'encryption', 'subnets'],
  ...['addressprefix', 'addressprefixes', 'networksecuritygroup', 'routetable', 'natgateway', 'delegations'],
  ...['defaultoutboundaccess', 'serviceendpoints', 'serviceendpointpolicies', 'securityrules'],
  ...['privateendpointnetworkpolicies', 'privatelinkservicenetworkpolicies', 'virtualnetworkpeerings'],
]);

/**
 * Returns whether a property is one that requests set. The location of other properties isn't known, so they can't be certainly
 * absent.
 */
function isOfRequests(path: string): boolean {
  const [first = ''] = path.toLowerCase().split(/[.[]/);
  return ofRequests.has(first) && !path.includes('/');
}

function containerOf({ type }: PolicyTarget, body: ObjectValue, path: string): Part {
  const own = partOf(body, 'properties');
  const isCompute = type.toLowerCase() === 'microsoft.machinelearningservices/workspaces/computes';
  const [first = ''] = path.toLowerCase().split(/[.[]/);
  return isCompute && !ofCompute.has(first) ? partOf(own, 'properties') : own;
}

interface PathStart {
  readonly part: Part;
  readonly isItem: boolean;
}

/**
 * Resolves a path such as `networkSecurityGroup.id`, `subnets[*].name`, or `securityRules[*].access`. Array members can
 * have properties.
 */
function below({ part, isItem }: PathStart, path: string): PolicyField {
  return path.split('.').reduce(
    (field: PolicyField & { readonly isItem: boolean }, step) => {
      const isEach = step.endsWith('[*]');
      const name = isEach ? step.slice(0, -3) : step;
      const parts = field.parts.map((one) => memberOf(one, name, field.isItem));
      return isEach
        ? { parts: parts.flatMap(itemsOf), isEach: true, isItem: true }
        : { parts, isEach: field.isEach, isItem: false };
    },
    { parts: [part], isEach: false, isItem },
  );
}

function memberOf(part: Part, name: string, isItem: boolean): Part {
  const own = partOf(part, name);
  return isItem && own === undefined ? partOf(part, 'properties', name) : own;
}

function itemsOf(list: Part): readonly Part[] {
  if (list === undefined) return [];
  if (list.is !== 'array') return list.is === 'unknown' ? [list] : [];
  const more: readonly Part[] =
    list.rest === null ? [] : [{ is: 'unknown', because: list.rest, symbol: null, from: null }];
  return [...list.items, ...more];
}

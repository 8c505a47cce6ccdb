import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import {
  associationsOf,
  entryName,
  isEntryChange,
  settingsOf,
  type Association,
  type CreatedPart,
  type NewRoute,
  type NewRule,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
  type SettingChange,
} from '../../core/resource-change';
import { AzureFailure } from '../failure';
import { withProperty, isJsonObject, jsonAt, listAt, textAt, type Json, type JsonObject } from '../json';

/** Returns the body of a new, empty resource. Zones are left to Azure, which then uses all that the region has. */
export function newResourceBody({ type, location, sku = 'Standard' }: CreatedPart): JsonObject {
  switch (type) {
    case 'securityGroup':
      return { location, properties: { securityRules: [] } };
    case 'routeTable':
      return { location, properties: { routes: [], disableBgpRoutePropagation: false } };
    case 'publicIpAddress':
      return {
        location,
        sku: { name: sku },
        properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
      };
    case 'natGateway':
      return {
        location,
        sku: { name: sku },
        properties: { idleTimeoutInMinutes: 4, publicIpAddresses: [] },
      };
  }
}

/** Applies a change to a resource's body. All members that this code doesn't know stay unchanged. */
export function changedBody(
  body: JsonObject,
  change: ResourceChange,
  describe: (change: ResourceChange) => string,
): JsonObject {
  if (isEntryChange(change)) {
    const { type, before, after } = change;
    const rest = before ? withoutChild(body, lists[type], before.name) : body;
    return after ? withChild(rest, lists[type], entryBody(change, describe)) : rest;
  }
  return settingsOf(change).reduce(withSetting, associationsOf(change).reduce(withPart, body));
}

/**
 * True if a resource has all changes for which `sent` was written. If the response is lost, the write may still have
 * succeeded. A second attempt then fails on the ETag of the first, so the current state decides. An existing resource
 * with the name of a new one may belong to another user. Deleted resources and services are checked separately.
 */
export function containsChanges(
  now: JsonObject,
  sent: JsonObject,
  changes: readonly ResourceChange[],
): boolean {
  return changes.every((change) => {
    if (isEntryChange(change)) return containsEntry(now, sent, change);
    const settings = settingsOf(change).map(({ property }) =>
      covers(jsonAt(now, 'properties', property), jsonAt(sent, 'properties', property)),
    );
    const parts = associationsOf(change).map((one) => names(now, one) === one.isAssociated);
    const all = [...settings, ...parts];
    return all.length > 0 && all.every(Boolean);
  });
}

const lists = { rule: 'securityRules', route: 'routes' } as const;

function containsEntry(now: JsonObject, sent: JsonObject, change: RuleChange | RouteChange): boolean {
  const [list, name] = [lists[change.type], entryName(change)];
  const [there, expected] = [childOf(now, list, name), childOf(sent, list, name)];
  return change.after === null ? there === undefined : there !== undefined && covers(there, expected);
}

/** Sets a property. Entries of a list that remain keep what Azure stored for them. */
function withSetting(body: JsonObject, { property, after }: SettingChange): JsonObject {
  if (typeof after === 'string') return withProperty(body, property, after);
  if (property === 'delegations') return withProperty(body, property, after.map(delegation));
  const held = listAt(body, 'properties', property);
  const entry = (service: string): Json =>
    held.find((one) => textAt(one, 'service') === service) ?? { service };
  return withProperty(body, property, after.map(entry));
}

/** Associates or dissociates a part. A subnet references one of each type; a NAT gateway has a list of addresses. */
function withPart(body: JsonObject, { type, id, isAssociated }: Association): JsonObject {
  if (type === 'publicIpAddress') {
    const rest = withoutId(listAt(body, 'properties', addresses), id);
    return withProperty(body, addresses, isAssociated ? [...rest, { id }] : rest);
  }
  const name = associatedAs[type];
  return isAssociated ? withProperty(body, name, { id }) : withoutProperty(body, name);
}

function names(body: JsonObject, { type, id }: Association): boolean {
  if (type !== 'publicIpAddress') return covers(jsonAt(body, 'properties', associatedAs[type]), { id });
  return listAt(body, 'properties', addresses).some((one) => covers(one, { id }));
}

/** Members of a subnet that reference the associated resources. */
const associatedAs = {
  securityGroup: 'networkSecurityGroup',
  routeTable: 'routeTable',
  natGateway: 'natGateway',
} as const;

const addresses = 'publicIpAddresses';

/** Builds a delegation. The default name is the name of its service. */
function delegation(serviceName: string): JsonObject {
  return { name: serviceName.replaceAll('/', '.'), properties: { serviceName } };
}

function withoutId(list: readonly Json[], id: ResourceId): readonly Json[] {
  return list.filter((one) => !sameId(textAt(one, 'id') ?? '', id));
}

/** Adds a child. An existing child with that name was added by another user and is never replaced. */
function withChild(body: JsonObject, list: string, child: JsonObject): JsonObject {
  const children = listAt(body, 'properties', list);
  if (children.some((one) => isNamed(one, textAt(child, 'name')))) throw new AzureFailure('changed');
  return withProperty(body, list, [...children, child]);
}

/** Removes a child. If it is already gone, another user removed it, possibly for another purpose. */
function withoutChild(body: JsonObject, list: string, name: string): JsonObject {
  const children = listAt(body, 'properties', list);
  const rest = children.filter((one) => !isNamed(one, name));
  if (rest.length === children.length) throw new AzureFailure('changed');
  return withProperty(body, list, rest);
}

function childOf(body: JsonObject, list: string, name: string): Json | undefined {
  return listAt(body, 'properties', list).find((one) => isNamed(one, name));
}

/**
 * True if every member that was sent has the value that was sent. Members that Azure adds don't count as differences.
 */
function covers(there: Json | undefined, expected: Json | undefined): boolean {
  if (isJsonObject(expected)) {
    return (
      isJsonObject(there) && Object.entries(expected).every(([name, value]) => covers(there[name], value))
    );
  }
  if (Array.isArray(expected)) {
    const all = Array.isArray(there) ? there : [];
    return all.length === expected.length && expected.every((one, index) => covers(all[index], one));
  }
  const written = (value: Json | undefined): string => JSON.stringify(value ?? null).toLowerCase();
  return written(there) === written(expected);
}

function isNamed(child: Json, name: string | undefined): boolean {
  return textAt(child, 'name')?.toLowerCase() === name?.toLowerCase();
}

function withoutProperty(body: JsonObject, name: string): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
  return { ...body, properties: rest };
}

/** Maximum length of a rule's description in Azure. */
const longestDescription = 140;

function entryBody(
  change: RuleChange | RouteChange,
  describe: (change: ResourceChange) => string,
): JsonObject {
  if (change.type === 'route') return change.after ? routeBody(change.after) : {};
  return change.after ? ruleBody(change.after, describe(change)) : {};
}

function ruleBody(rule: NewRule, description: string): JsonObject {
  return {
    name: rule.name,
    properties: {
      ...(description === '' ? {} : { description: clipped(description) }),
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: rule.protocol,
      sourcePortRange: '*',
      ...oneOrMany('sourceAddressPrefix', 'sourceAddressPrefixes', rule.sources),
      ...oneOrMany('destinationAddressPrefix', 'destinationAddressPrefixes', rule.destinations),
      ...oneOrMany('destinationPortRange', 'destinationPortRanges', rule.destinationPorts),
    },
  };
}

function clipped(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1)}…`;
}

/** Writes a single value into the singular member: Azure rejects a tag or `*` in a list. */
function oneOrMany(singular: string, plural: string, values: readonly string[]): JsonObject {
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

import type { Reason } from '../../core/reason';
import type { NewRoute, NewRule } from '../../core/resource-change';
import type { WrittenValue } from '../../documents/edits/text-edit';

/** The style of entries at their place. */
export interface EntryStyle {
  /** Creates a sentence for a rule's description. */
  readonly describe: (why: Reason) => string;
  /** The region for tags as an expression of the file, or null if the file uses literal regions. */
  readonly regionExpression: string | null;
}

/** A rule or route as an item of a list. */
export interface WrittenEntry {
  readonly [member: string]: WrittenValue;
  readonly name: string;
  readonly properties: WrittenValue;
}

/** Writes a rule as in templates: singular members for one value, and plural ones for several. */
export function writtenRule(rule: NewRule, style: EntryStyle): WrittenEntry {
  return {
    name: rule.name,
    properties: {
      description: style.describe(rule.why),
      priority: rule.priority,
      direction: rule.direction,
      access: rule.access,
      protocol: rule.protocol,
      ...prefixes('source', rule.sources, style),
      sourcePortRange: '*',
      ...prefixes('destination', rule.destinations, style),
      ...oneOrMany('destinationPortRange', 'destinationPortRanges', rule.destinationPorts),
    },
  };
}

/** Writes a route as in templates. */
export function writtenRoute(route: NewRoute, style: EntryStyle): WrittenEntry {
  return {
    name: route.name,
    properties: {
      addressPrefix: followingRegion(route.destination, style),
      nextHopType: route.nextHop,
      ...(route.nextHopAddress === null ? {} : { nextHopIpAddress: route.nextHopAddress }),
    },
  };
}

function prefixes(
  side: 'source' | 'destination',
  values: readonly string[],
  style: EntryStyle,
): Readonly<Record<string, WrittenValue>> {
  const name = `${side}AddressPrefix`;
  return oneOrMany(
    name,
    `${name}es`,
    values.map((one) => followingRegion(one, style)),
  );
}

function oneOrMany(
  one: string,
  many: string,
  values: readonly WrittenValue[],
): Readonly<Record<string, WrittenValue>> {
  const [only] = values;
  return values.length === 1 && only !== undefined ? { [one]: only } : { [many]: values };
}

/** Writes `Storage.WestEurope` with the file's region expression, if there is one. */
function followingRegion(text: string, { regionExpression }: EntryStyle): WrittenValue {
  const parts = splitRegionalTag(text);
  return regionExpression === null || !parts ? text : { $join: [`${parts.tag}.`, regionExpression] };
}

/** Splits `Storage.WestEurope` into `Storage` and `WestEurope`. Undefined for a text that isn't a regional tag. */
export function splitRegionalTag(
  text: string,
): { readonly tag: string; readonly region: string } | undefined {
  const dot = text.indexOf('.');
  const [tag, region] = [text.slice(0, Math.max(dot, 0)), text.slice(dot + 1)];
  const isRegional = /^[A-Za-z]+$/.test(tag) && (/^[A-Za-z0-9]+$/.test(region) || region.includes('‹'));
  return isRegional && !isService(text) ? { tag, region } : undefined;
}

/** Returns whether a tag's last part isn't a region. */
function isService(tag: string): boolean {
  return /^AzureFrontDoor\./i.test(tag);
}

import type { NewRoute, NewRule } from '../../core/resource-change';
import { templateObject, templateParameter, type ParameterReference, type TemplateValue } from './template';

/** Values of an entry that are replaced by a parameter. */
export interface Substitutions {
  /** The subnet's address prefixes. */
  readonly subnetPrefixes: readonly string[];
  /** ARM location → name of the parameter that contains its form in service tags. */
  readonly tagRegions: ReadonlyMap<string, string>;
}

/** Azure's maximum length for the description of a security rule, in characters. */
const longestDescription = 140;

/** Returns `properties` of a security rule; `why` is its formatted description. */
export function ruleProperties(rule: NewRule, why: string, instead: Substitutions): TemplateValue {
  return templateObject({
    description: shortened(why),
    priority: rule.priority,
    direction: rule.direction,
    access: rule.access,
    protocol: rule.protocol,
    ...prefixes('source', rule.sources, instead),
    sourcePortRange: '*',
    ...prefixes('destination', rule.destinations, instead),
    ...oneOrMore('destinationPortRange', rule.destinationPorts),
  });
}

/** Cuts a text at Azure's limit, but not within a character. */
function shortened(why: string): string {
  if (why.length <= longestDescription) return why;
  return `${why.slice(0, longestDescription - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Returns `properties` of a route. */
export function routeProperties(route: NewRoute, instead: Substitutions): TemplateValue {
  return templateObject({
    addressPrefix: followingRegion(route.destination, instead),
    nextHopType: route.nextHop,
    ...(route.nextHopAddress === null ? {} : { nextHopIpAddress: route.nextHopAddress }),
  });
}

type Fields = Readonly<Record<string, TemplateValue>>;

function prefixes(side: 'source' | 'destination', list: readonly string[], instead: Substitutions): Fields {
  const property = `${side}AddressPrefix`;
  if (isSubnet(list, instead.subnetPrefixes)) {
    return list.length === 1
      ? { [property]: templateParameter('subnetAddressPrefix') }
      : { [`${property}es`]: templateParameter('subnetAddressPrefixes') };
  }
  return oneOrMore(
    property,
    list.map((one) => followingRegion(one, instead)),
  );
}

/**
 * Returns `addressPrefix` or `addressPrefixes`, `portRange` or `portRanges`. Azure accepts a tag or `*` only in the
 * singular.
 */
function oneOrMore(property: string, list: readonly TemplateValue[]): Fields {
  const [first] = list;
  if (first === undefined) throw new Error(`a rule names nothing as its ${property}`);
  if (list.length === 1) return { [property]: first };
  const tag = list.find((one) => typeof one !== 'string' || !/^\d|:/.test(one));
  if (tag !== undefined) {
    throw new Error(`${property} of several holds ${JSON.stringify(tag)}: Azure refuses it`);
  }
  return { [property.endsWith('Prefix') ? `${property}es` : `${property}s`]: list };
}

function isSubnet(list: readonly string[], subnet: readonly string[]): boolean {
  return subnet.length > 0 && list.length === subnet.length && list.every((one) => subnet.includes(one));
}

/** Replaces the region in `Storage.WestEurope` by its parameter; other texts stay unchanged. */
function followingRegion(text: string, instead: Substitutions): TemplateValue {
  const region = regionOfTag(text);
  const name = region === null ? undefined : instead.tagRegions.get(region.toLowerCase());
  if (region === null || name === undefined) return text;
  const parts: (string | ParameterReference)[] = [text.slice(0, -region.length), templateParameter(name)];
  return { is: 'format', parts };
}

/** Returns the last part of a service tag such as `Storage.WestEurope`, which can be a region; null without one. */
export function regionOfTag(text: string): string | null {
  return /^[A-Za-z][A-Za-z0-9.]*\.([A-Za-z0-9]+)$/.exec(text)?.[1] ?? null;
}

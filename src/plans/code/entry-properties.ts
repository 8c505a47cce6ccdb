import type { NewRoute, NewRule } from '../../core/resource-change';
import { templateObject, templateParameter, type ParameterReference, type TemplateValue } from './template';

/** What of an entry follows a parameter instead of being written out. */
export interface Substitutions {
  /** The subnet's address prefixes. */
  readonly subnetPrefixes: readonly string[];
  /** ARM location → name of the parameter that holds its spelling in service tags. */
  readonly tagRegions: ReadonlyMap<string, string>;
}

/** Longest description of a security rule that Azure keeps, in characters. */
const longestDescription = 140;

/** `properties` of a security rule; `why` is its description, already worded. */
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

/** Cut where Azure would refuse it, never through the middle of a character. */
function shortened(why: string): string {
  if (why.length <= longestDescription) return why;
  return `${why.slice(0, longestDescription - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** `properties` of a route. */
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

/** `addressPrefix` and `addressPrefixes`, `portRange` and `portRanges`: Azure takes a tag or `*` in the singular only. */
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

/** `Storage.WestEurope` as `Storage.` and the parameter of the region; anything else as it is. */
function followingRegion(text: string, instead: Substitutions): TemplateValue {
  const region = regionOfTag(text);
  const name = region === null ? undefined : instead.tagRegions.get(region.toLowerCase());
  if (region === null || name === undefined) return text;
  const parts: (string | ParameterReference)[] = [text.slice(0, -region.length), templateParameter(name)];
  return { is: 'format', parts };
}

/** The last part of a service tag such as `Storage.WestEurope`, which may be a region; null where there is none. */
export function regionOfTag(text: string): string | null {
  return /^[A-Za-z][A-Za-z0-9.]*\.([A-Za-z0-9]+)$/.exec(text)?.[1] ?? null;
}

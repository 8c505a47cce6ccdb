import type { EffectiveRoute, EffectiveRule } from '../../core/evidence';
import { nameOf } from '../../core/network/find';
import { directions } from '../../core/network/enums';
import { badResponse } from '../failure';
import { jsonAt, isJsonObject, listAt, numberAt, textAt, textsAt, type Json, type JsonObject } from '../json';

/**
 * Converts the rules in effect at a network interface from the NSGs of its subnet. Nodes of Azure ML don't have the
 * interface's own NSG. Throws if the response isn't valid, or if a rule can't be read: without that rule, another rule
 * would match.
 */
export function toEffectiveRules(body: JsonObject): readonly (readonly EffectiveRule[])[] {
  return valuesOf(body)
    .filter((one) => isJsonObject(jsonAt(one, 'association', 'subnet')))
    .map((one) => {
      const group = nameOf(textAt(one, 'networkSecurityGroup', 'id') ?? '');
      return listAt(one, 'effectiveSecurityRules').map((rule) => toRule(rule, group));
    });
}

function toRule(rule: Json, group: string): EffectiveRule {
  const priority = numberAt(rule, 'priority');
  const direction = directions.find((one) => isWord(rule, 'direction', one));
  const access = accesses.find((one) => isWord(rule, 'access', one));
  if (priority === undefined || !direction || !access) throw badResponse('malformed');
  return {
    // Names such as `securityRules/Deny-All` or `defaultSecurityRules/DenyAllOutBound`.
    name: nameOf(textAt(rule, 'name') ?? ''),
    group,
    priority,
    direction,
    access,
    protocol: isWord(rule, 'protocol', 'All') ? '*' : (textAt(rule, 'protocol') ?? '*'),
    sources: prefixesOf(rule, 'Source'),
    destinations: prefixesOf(rule, 'Destination'),
    sourcePorts: portsOf(rule, 'sourcePortRange'),
    destinationPorts: portsOf(rule, 'destinationPortRange'),
  };
}

const accesses = ['Allow', 'Deny'] as const;

function portsOf(rule: Json, member: string): readonly string[] {
  const ports = textsOf(rule, member);
  if (!ports.every((one) => /^(?:\*|\d{1,5}(?:-\d{1,5})?)$/.test(one))) throw badResponse('malformed');
  return ports;
}

function isWord(rule: Json, member: string, word: string): boolean {
  return textAt(rule, member)?.toLowerCase() === word.toLowerCase();
}

/** Returns the prefixes of service tags if Azure lists them, otherwise the prefixes as written. */
function prefixesOf(rule: Json, end: 'Source' | 'Destination'): readonly string[] {
  const expanded = textsAt(rule, `expanded${end}AddressPrefix`);
  return expanded.length > 0 ? expanded : textsOf(rule, `${end.toLowerCase()}AddressPrefix`);
}

/** Returns the singular and plural member. The plural of a prefix is `…Prefixes`, and of a range `…Ranges`. */
function textsOf(rule: Json, member: string): readonly string[] {
  const plural = textsAt(rule, member.endsWith('x') ? `${member}es` : `${member}s`);
  const one = textAt(rule, member);
  return [...new Set([...plural, ...(one === undefined || one === '' ? [] : [one])])];
}

/** Converts the routes in effect at a network interface. Throws if the response isn't valid. */
export function toRoutesInEffect(body: JsonObject): readonly EffectiveRoute[] {
  return valuesOf(body)
    .filter((one) => textAt(one, 'state')?.toLowerCase() === 'active')
    .flatMap((one) =>
      textsAt(one, 'addressPrefix').map((prefix) => ({
        prefix,
        nextHop: textAt(one, 'nextHopType') ?? '',
        nextHopAddress: textsAt(one, 'nextHopIpAddress')[0] ?? null,
      })),
    );
}

function valuesOf(body: JsonObject): readonly Json[] {
  const value = jsonAt(body, 'value');
  if (!Array.isArray(value)) throw badResponse('malformed');
  return value as readonly Json[];
}

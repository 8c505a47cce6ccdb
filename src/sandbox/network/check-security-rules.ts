import { failure, type FailureKey } from '../failure-texts';
import { bodyList, bodyText, bodyTexts, bodyPart, type BodyJson } from '../body-json';
import { parsePrefix } from '../../core/addresses/prefix';
import { refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import type { World } from '../settings';

/** A rule as sent, with its future ID. */
export interface SentRule {
  readonly id: string;
  readonly name: string;
  readonly properties: BodyJson;
}

/** Returns the first error of an NSG's rules after the write. */
export function checkSecurityRules(
  world: World,
  groupId: string,
  rules: readonly SentRule[],
): Reply | undefined {
  if (rules.length > 1000) return refuse('ruleLimit', { id: groupId });
  for (const rule of rules) {
    const reply =
      checkMembers(rule) ?? checkPriority(rule) ?? checkAddresses(world, rule) ?? checkPorts(rule);
    if (reply) return reply;
  }
  return checkConflicts(rules);
}

function refuse(key: FailureKey, values: Readonly<Record<string, string | number>>): Reply {
  return refusal(400, failure(key, values));
}

const accepted: readonly [string, readonly string[]][] = [
  ['direction', ['inbound', 'outbound']],
  ['access', ['allow', 'deny']],
  ['protocol', ['tcp', 'udp', 'icmp', 'esp', 'ah', '*']],
];

function checkMembers({ name, properties }: SentRule): Reply | undefined {
  for (const [member, values] of accepted) {
    const value = bodyText(properties, member) ?? '';
    if (!values.includes(value.toLowerCase())) return refuse('ruleMember', { name, member, value });
  }
  return undefined;
}

function checkPriority({ properties }: SentRule): Reply | undefined {
  const value = bodyPart(properties, 'priority');
  if (typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 4096) return undefined;
  return refuse('rulePriority', { value: value === undefined ? '' : JSON.stringify(value) });
}

function checkAddresses(world: World, rule: SentRule): Reply | undefined {
  for (const side of ['source', 'destination']) {
    const singular = `${side}AddressPrefix`;
    const one = bodyText(rule.properties, singular) ?? '';
    const many = bodyTexts(rule.properties, `${singular}es`);
    if (one !== '' && many.length > 0) {
      return refuse('ruleBothForms', { singular, plural: `${singular}es`, id: rule.id });
    }
    const reply =
      checkSingular(world, one) ??
      checkPlural(world, { rule, parameter: `${pascal(side)}AddressPrefixes`, many });
    if (reply) return reply;
    const groups = bodyList(rule.properties, `${side}ApplicationSecurityGroups`);
    if (one === '' && many.length === 0 && groups.length === 0) {
      return refuse('ruleMember', { name: rule.name, member: singular, value: '' });
    }
  }
  return undefined;
}

function pascal(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function checkSingular(world: World, value: string): Reply | undefined {
  if (value === '' || value === '*' || isAddress(value) || isNamed(world, value)) return undefined;
  return refuse('ruleAddressPrefix', { value });
}

/** Checks the plural member. `*`, `Any`, or a tag is allowed only in the singular member. */
function checkPlural(
  world: World,
  { rule, parameter, many }: { rule: SentRule; parameter: string; many: readonly string[] },
): Reply | undefined {
  for (const value of many) {
    if (isAddress(value)) continue;
    const isSpecial = value === '*' || sameText(value, 'any') || isNamed(world, value);
    return isSpecial
      ? refuse('rulePluralValue', { parameter, id: rule.id, value })
      : refuse('ruleAddressPrefix', { value });
  }
  return undefined;
}

/** True for an IPv4 address or prefix without host bits, or for a text that looks like IPv6. */
function isAddress(value: string): boolean {
  const range = parsePrefix(value);
  if (!range) return /^[0-9a-f:]+(\/\d{1,3})?$/i.test(value) && value.includes(':');
  return !value.includes('/') || range.first === parsePrefix(value.split('/')[0] ?? '')?.first;
}

const platformTags = [
  'virtualnetwork',
  'internet',
  'azureloadbalancer',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
];

function isNamed(world: World, value: string): boolean {
  return platformTags.includes(value.toLowerCase()) || world.tags.has(value);
}

function checkPorts(rule: SentRule): Reply | undefined {
  for (const side of ['source', 'destination']) {
    const singular = bodyText(rule.properties, `${side}PortRange`) ?? '';
    const plural = bodyTexts(rule.properties, `${side}PortRanges`);
    const wrong = [...(singular === '' ? [] : [singular]), ...plural].find((value) => !isPortRange(value));
    if (wrong !== undefined) return refuse('rulePort', { value: wrong });
    if (plural.includes('*')) {
      return refuse('rulePluralPort', { parameter: `${pascal(side)}PortRanges`, id: rule.id, value: '*' });
    }
    if (singular === '' && plural.length === 0) {
      return refuse('ruleMember', { name: rule.name, member: `${side}PortRange`, value: '' });
    }
  }
  return undefined;
}

function isPortRange(value: string): boolean {
  if (value === '*') return true;
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(value);
  if (!match) return false;
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  return low <= high && high <= 65535;
}

function checkConflicts(rules: readonly SentRule[]): Reply | undefined {
  const seen = new Map<string, string>();
  for (const { name, properties } of rules) {
    const key = `${bodyText(properties, 'direction')?.toLowerCase()} ${JSON.stringify(bodyPart(properties, 'priority'))}`;
    const other = seen.get(key);
    if (other !== undefined) return refuse('ruleConflict', { name, other });
    seen.set(key, name);
  }
  return undefined;
}

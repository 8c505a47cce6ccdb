import { isIpv6 } from '../core/addresses/ipv6';
import { parsePorts } from '../core/addresses/ports';
import { isExactPrefix, parseAddressSpec, parsePrefix } from '../core/addresses/prefix';
import type { Severity } from '../core/check-result';
import { valueOr } from '../core/known';
import type { SecurityRule } from '../core/network/model';

/** A value of a rule that Azure rejects, whatever the rest of the rule. */
export interface RefusedValue {
  readonly what: 'missing' | 'ports' | 'address' | 'hostBits' | 'families' | 'name' | 'sameName';
  readonly severity: Severity;
  readonly value: string;
}

/**
 * Returns the first value of the rule that Azure rejects: ports (SecurityRuleInvalidPortRange), an address
 * (SecurityRuleInvalidAddressPrefix), IPv4 together with IPv6
 * (ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies), or the name (InvalidResourceName). Names are
 * unique within the NSG (security groups, 2025-07-15). Host bits are only a warning: the portal has written working
 * rules with them. `withDuplicateNames` determines `hasDuplicateName`.
 */
export function refusedValue(rule: SecurityRule, hasDuplicateName: boolean): RefusedValue | undefined {
  const own = ownRefused.get(rule) ?? readRefused(rule);
  ownRefused.set(rule, own);
  return own.error ?? refused('sameName', hasDuplicateName ? rule.name : undefined) ?? own.warning;
}

/** Rejected values of a rule by itself. */
interface OwnRefused {
  readonly error: RefusedValue | undefined;
  readonly warning: RefusedValue | undefined;
}

/** Cache by rule. After a rule of an NSG changes, the others are the same objects. */
const ownRefused = new WeakMap<SecurityRule, OwnRefused>();

function readRefused(rule: SecurityRule): OwnRefused {
  const addresses = [...valueOr(rule.sources, []), ...valueOr(rule.destinations, [])];
  return {
    error:
      refused('missing', missingProperty(rule)) ??
      refused('ports', wrongPorts(rule)) ??
      refused('address', addresses.find(isNoAddress)) ??
      refused('families', mixedFamilies(addresses)) ??
      refused('name', isName(rule.name) ? undefined : rule.name),
    warning: refused('hostBits', addresses.find(hasHostBits)),
  };
}

function refused(what: RefusedValue['what'], value: string | undefined): RefusedValue | undefined {
  if (value === undefined) return undefined;
  return { what, severity: what === 'hostBits' ? 'warning' : 'error', value: visibleValue(value) };
}

/** Returns a value for display. A value of only whitespace would be invisible. */
export function visibleValue(value: string): string {
  return value.trim() === '' ? `'${value}'` : value;
}

/** Returns the first required property that the file omits. */
function missingProperty(rule: SecurityRule): string | undefined {
  const { direction, access, protocol, sources, destinations, sourcePorts, destinationPorts } = rule;
  const parts = [direction, access, protocol, sources, destinations, sourcePorts, destinationPorts];
  const missing = parts.find((one) => !one.known && one.because.key === 'document.lacks');
  const because = missing?.known === false ? missing.because.values : undefined;
  return because?.['property']?.toString();
}

function wrongPorts({ sourcePorts, destinationPorts }: SecurityRule): string | undefined {
  const all = [...valueOr(sourcePorts, []), ...valueOr(destinationPorts, [])];
  return all.find((text) => parsePorts([text]) === undefined);
}

/**
 * True if a text isn't a valid address. A text that begins with a letter may be a tag, which another check covers.
 * `Any` is valid only in the portal.
 */
export function isNoAddress(text: string): boolean {
  const value = text.trim();
  if (value.toLowerCase() === 'any') return true;
  return value !== '*' && !/^[a-z]/i.test(value) && parseAddressSpec(value) === undefined;
}

export function hasHostBits(text: string): boolean {
  const value = text.trim();
  return value.includes('/') && parsePrefix(value) !== undefined && !isExactPrefix(value);
}

/** Returns the first IPv6 address of a rule that also has IPv4 addresses. */
function mixedFamilies(addresses: readonly string[]): string | undefined {
  const isOldFamily = addresses.some((text) => parseAddressSpec(text.trim())?.family === 4);
  return isOldFamily ? addresses.find((text) => isIpv6(text.trim())) : undefined;
}

/**
 * True for up to 80 word characters, dots, and hyphens that start and end with a word character (security groups,
 * 2025-07-15).
 */
function isName(name: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,78}[\p{L}\p{N}_])?$/u.test(name) || isUnresolved(name);
}

/**
 * Returns the rules or routes whose name an earlier item of the list already has. Azure compares names ignoring case.
 * Names that contain an unresolved expression may differ.
 */
export function withDuplicateNames<T extends { readonly name: string }>(list: readonly T[]): ReadonlySet<T> {
  const usedNames = new Set<string>();
  return new Set(
    list.filter(({ name }) => {
      const key = name.toLowerCase();
      const isDuplicate = usedNames.has(key) && !isUnresolved(name);
      usedNames.add(key);
      return isDuplicate;
    }),
  );
}

/** True for a name that contains an unresolved expression. */
function isUnresolved(name: string): boolean {
  return name === '' || /[{}‹›…]/.test(name);
}

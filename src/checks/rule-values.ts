import { isIpv6 } from '../core/addresses/ipv6';
import { parsePorts } from '../core/addresses/ports';
import { isExactPrefix, parseAddressSpec, parsePrefix } from '../core/addresses/prefix';
import type { Severity } from '../core/check-result';
import { valueOr } from '../core/known';
import type { SecurityRule } from '../core/network/model';

/** A value of a rule that Azure does not take, whatever else the rule says. */
export interface RefusedValue {
  readonly what: 'missing' | 'ports' | 'address' | 'hostBits' | 'families' | 'name' | 'sameName';
  readonly severity: Severity;
  readonly value: string;
}

/**
 * The first value of the rule that Azure refuses: ports (SecurityRuleInvalidPortRange), an address
 * (SecurityRuleInvalidAddressPrefix), IPv4 beside IPv6 (ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies),
 * the name (InvalidResourceName), which is unique within the group (security groups, 2025-07-15). Host bits are a
 * warning: the portal has written rules with them that work. `hasTakenName` is told by `withTakenNames`.
 */
export function refusedValue(rule: SecurityRule, hasTakenName: boolean): RefusedValue | undefined {
  const own = ownRefused.get(rule) ?? readRefused(rule);
  ownRefused.set(rule, own);
  return own.error ?? refused('sameName', hasTakenName ? rule.name : undefined) ?? own.warning;
}

/** What is refused of a rule by itself. */
interface OwnRefused {
  readonly error: RefusedValue | undefined;
  readonly warning: RefusedValue | undefined;
}

/** After one rule of a group has changed, the others are the same objects. */
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

/** A value as it's shown: one of blanks alone would not be seen. */
export function visibleValue(value: string): string {
  return value.trim() === '' ? `'${value}'` : value;
}

/** The first property that Azure requires and the file leaves out. */
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

/** What begins with a letter may be a tag, which another check looks at; Any is a word of the portal’s alone. */
export function isNoAddress(text: string): boolean {
  const value = text.trim();
  if (value.toLowerCase() === 'any') return true;
  return value !== '*' && !/^[a-z]/i.test(value) && parseAddressSpec(value) === undefined;
}

export function hasHostBits(text: string): boolean {
  const value = text.trim();
  return value.includes('/') && parsePrefix(value) !== undefined && !isExactPrefix(value);
}

/** The first IPv6 address of a rule that names IPv4 ones too. */
function mixedFamilies(addresses: readonly string[]): string | undefined {
  const isOldFamily = addresses.some((text) => parseAddressSpec(text.trim())?.family === 4);
  return isOldFamily ? addresses.find((text) => isIpv6(text.trim())) : undefined;
}

/** Up to 80 word characters, dots, hyphens; a word character first, and last (security groups, 2025-07-15). */
function isName(name: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,78}[\p{L}\p{N}_])?$/u.test(name) || isUnresolved(name);
}

/**
 * The rules or routes whose name an earlier one of the list has. Azure compares names without case; names that a file
 * leaves open may differ.
 */
export function withTakenNames<T extends { readonly name: string }>(list: readonly T[]): ReadonlySet<T> {
  const taken = new Set<string>();
  return new Set(
    list.filter(({ name }) => {
      const key = name.toLowerCase();
      const isTaken = taken.has(key) && !isUnresolved(name);
      taken.add(key);
      return isTaken;
    }),
  );
}

/** A name that holds what a file leaves open. */
function isUnresolved(name: string): boolean {
  return name === '' || /[{}‹›…]/.test(name);
}

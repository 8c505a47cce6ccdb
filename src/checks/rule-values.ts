import { readAddressList, type AddressList } from '../core/addresses/address-list';
import { isEmpty } from '../core/addresses/interval-set';
import { parsePorts } from '../core/addresses/ports';
import type { Severity } from '../core/check-result';
import { valueOr } from '../core/known';
import type { SecurityRule } from '../core/network/model';
import { earlierItems } from './earlier-of-key';

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
  const sources = readAddressList(valueOr(rule.sources, []));
  const destinations = readAddressList(valueOr(rule.destinations, []));
  return (
    refused('missing', missingProperty(rule)) ??
    refused('ports', wrongPorts(rule)) ??
    refused('address', sources.invalid ?? destinations.invalid) ??
    refused('families', mixedFamilies(sources, destinations)) ??
    refusedName(rule.name, hasDuplicateName) ??
    refused('hostBits', sources.withHostBits ?? destinations.withHostBits)
  );
}

function refusedName(name: string, hasDuplicateName: boolean): RefusedValue | undefined {
  if (!isName(name)) return refused('name', name);
  return hasDuplicateName ? refused('sameName', name) : undefined;
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
  const missing = parts.find((one) => !one.known && one.because.key === 'document.missingProperty');
  const because = missing?.known === false ? missing.because.values : undefined;
  return because?.['property']?.toString();
}

function wrongPorts({ sourcePorts, destinationPorts }: SecurityRule): string | undefined {
  const all = [...valueOr(sourcePorts, []), ...valueOr(destinationPorts, [])];
  return all.find((text) => parsePorts([text]) === undefined);
}

/** Returns the first IPv6 address of a rule that also has IPv4 addresses. */
function mixedFamilies(sources: AddressList, destinations: AddressList): string | undefined {
  const isOldFamily = !isEmpty(sources.set) || !isEmpty(destinations.set);
  return isOldFamily ? (sources.ipv6 ?? destinations.ipv6) : undefined;
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
export function withDuplicateNames<T extends Pick<SecurityRule, 'name' | 'mayNotExist'>>(
  list: readonly T[],
): ReadonlySet<T> {
  return new Set(earlierItems(list, ({ name }) => comparableName(name)).keys());
}

/** Returns a name for comparison with others; undefined if it contains an unresolved expression. */
export function comparableName(name: string): string | undefined {
  return isUnresolved(name) ? undefined : name.toLowerCase();
}

/** True for a name that contains an unresolved expression. */
function isUnresolved(name: string): boolean {
  return name === '' || /[{}‹›…]/.test(name);
}

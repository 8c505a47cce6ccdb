import { isIpv6 } from '../../core/addresses/ipv6';
import { parseAddressSpec } from '../../core/addresses/prefix';
import { unknown, type Known } from '../../core/known';
import { reason } from '../../core/reason';

/** True for an IPv4 or IPv6 address or prefix. */
export function isAddressText(text: string): boolean {
  const value = text.trim();
  return parseAddressSpec(value) !== undefined || isIpv6(value);
}

/** Checks a list of addresses. An invalid address makes the list unknown, because Azure rejects the resource. */
export function asAddresses(texts: Known<readonly string[]>): Known<readonly string[]> {
  const wrong = texts.known ? texts.value.find((one) => !isAddressText(one)) : undefined;
  return wrong === undefined ? texts : unknown(reason('unknown.address', { address: wrong }));
}

import { isIpv6 } from '../../core/addresses/ipv6';
import { parseAddressSpec } from '../../core/addresses/prefix';
import { unknown, type Known } from '../../core/known';
import { reason } from '../../core/reason';

/** True of an address or prefix, of either family. */
export function isAddressText(text: string): boolean {
  const value = text.trim();
  return parseAddressSpec(value) !== undefined || isIpv6(value);
}

/** A list of addresses; one text that is none makes it unknown, since Azure refuses the resource. */
export function asAddresses(texts: Known<readonly string[]>): Known<readonly string[]> {
  const wrong = texts.known ? texts.value.find((one) => !isAddressText(one)) : undefined;
  return wrong === undefined ? texts : unknown(reason('unknown.address', { address: wrong }));
}

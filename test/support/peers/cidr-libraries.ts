import { excludeCidr, mergeCidr } from 'cidr-tools';
import ipaddr from 'ipaddr.js';
import { formatIpv4 } from '../../../src/core/addresses/ipv4';
import { formatPrefix, parsePrefix } from '../../../src/core/addresses/prefix';
import type { PeerWork } from './work';

/** Uses `cidr-tools`, which subtracts prefixes from prefixes. */
export function stoppedByCidrTools({ rules, required }: PeerWork): number {
  let rest = mergeCidr(required.map(formatPrefix));
  let stopped = 0;
  for (const { allow, prefixes } of rules) {
    const left = excludeCidr(rest, prefixes.map(formatPrefix));
    if (!allow) stopped += addressesOf(rest) - addressesOf(left);
    rest = left;
  }
  return stopped + addressesOf(rest);
}

function addressesOf(prefixes: readonly string[]): number {
  return prefixes.reduce((sum, text) => sum + 2 ** (32 - (parsePrefix(text)?.length ?? 32)), 0);
}

/** Uses `ipaddr.js`, which compares an address with a prefix: it checks only the first address of each prefix. */
export function stoppedByIpaddr({ rules, required }: PeerWork): number {
  const parsed = rules.map(({ allow, prefixes }) => ({
    allow,
    prefixes: prefixes.map((one) => ipaddr.parseCIDR(formatPrefix(one))),
  }));
  return required.filter(({ first }) => {
    const address = ipaddr.parse(formatIpv4(first));
    const decides = parsed.find(({ prefixes }) => prefixes.some((one) => address.match(one)));
    return decides?.allow !== true;
  }).length;
}

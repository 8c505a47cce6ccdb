import { expect, test } from 'vitest';
import { withoutIpv6 } from '../../../../src/core/addresses/ipv6';

test.each<[string, readonly string[], readonly string[]]>([
  ['IPv4 alone stays', ['10.0.0.0/24', '10.0.1.0/24'], ['10.0.0.0/24', '10.0.1.0/24']],
  ['IPv4 stays if there are both', ['fd00:1::/64', '10.0.0.0/24'], ['10.0.0.0/24']],
  ['IPv6 alone stays, since nothing else is left', ['fd00:1::/64'], ['fd00:1::/64']],
  ['an empty list stays empty', [], []],
])('%s', (_, prefixes, left) => {
  expect(withoutIpv6(prefixes)).toEqual(left);
});

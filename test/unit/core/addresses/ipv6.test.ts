import { expect, test } from 'vitest';
import { withoutIpv6 } from '../../../../src/core/addresses/ipv6';

test.each<[string, readonly string[], readonly string[]]>([
  ['IPv4 alone stays', ['10.0.0.0/24', '10.0.1.0/24'], ['10.0.0.0/24', '10.0.1.0/24']],
  ['of both kinds IPv4 is left', ['fd00:1::/64', '10.0.0.0/24'], ['10.0.0.0/24']],
  ['IPv6 alone stays, since nothing else would', ['fd00:1::/64'], ['fd00:1::/64']],
  ['nothing stays nothing', [], []],
])('%s', (_, prefixes, left) => {
  expect(withoutIpv6(prefixes)).toEqual(left);
});

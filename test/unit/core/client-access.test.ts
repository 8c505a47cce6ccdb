import { describe, expect, it } from 'vitest';
import { nameResult, type NameAnswer } from '../../../src/core/client-access';
import { known, unknown } from '../../../src/core/known';
import { reason } from '../../../src/core/reason';

const to = (...addresses: readonly string[]): NameAnswer => ({ is: 'addresses', addresses });
const endpoint = known(['10.40.7.4', '10.40.7.5']);

describe('where a host name leads a client', () => {
  it.each([
    ['the private endpoint', to('10.40.7.5'), endpoint, 'endpoint'],
    ['a public address', to('20.86.88.161'), endpoint, 'public'],
    ['the endpoint and a public address', to('10.40.7.4', '20.86.88.161'), endpoint, 'public'],
    ['a public IPv6 address', to('2603:1020:206::1'), endpoint, 'public'],
    ['an old private address', to('10.99.0.4'), endpoint, 'other'],
    ['an address of a VPN client', to('100.64.0.9'), endpoint, 'other'],
    ['nothing', { is: 'none' }, endpoint, 'none'],
    ['an empty answer', to(), endpoint, 'none'],
    ['a DNS server without a response', { is: 'failed', code: 'ETIMEOUT' }, endpoint, 'failed'],
    ['an address without a private endpoint', to('20.86.88.161'), known([]), 'no-endpoint'],
    [
      'an address with an unread private endpoint',
      to('10.1.0.4'),
      unknown(reason('unknown.bgp')),
      'endpoint-unknown',
    ],
  ] as const)('%s', (_, answer, expected, result) => {
    expect(nameResult(answer, expected)).toBe(result);
  });
});

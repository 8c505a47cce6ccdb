import { parsePrefix } from './addresses/prefix';
import type { Known } from './known';

/** A resolver's answer for a name. */
export type NameAnswer =
  | { readonly is: 'addresses'; readonly addresses: readonly string[] }
  /** The name doesn't have an address. */
  | { readonly is: 'none' }
  /** No server answered in time, or one refused. */
  | { readonly is: 'failed'; readonly code: string };

/** Whether a name resolves to the private endpoint for a client. */
export type NameResult =
  'endpoint' | 'public' | 'other' | 'none' | 'failed' | 'no-endpoint' | 'endpoint-unknown';

/**
 * Compares an answer with the addresses of the private endpoints that the name has to resolve to; an empty list if
 * there is no endpoint.
 */
export function nameResult(answer: NameAnswer, expected: Known<readonly string[]>): NameResult {
  if (answer.is !== 'addresses') return answer.is;
  if (answer.addresses.length === 0) return 'none';
  if (!expected.known) return 'endpoint-unknown';
  if (expected.value.length === 0) return 'no-endpoint';
  const strangers = answer.addresses.filter((one) => !expected.value.includes(one));
  if (strangers.length === 0) return 'endpoint';
  return strangers.some((one) => !isPrivate(one)) ? 'public' : 'other';
}

/** Private spaces: RFC 1918, the shared space of RFC 6598, and unique local IPv6 addresses. */
const privateSpaces = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

function isPrivate(address: string): boolean {
  if (address.includes(':')) return /^f[cd]/i.test(address);
  const one = parsePrefix(address);
  return privateSpaces.some((text) => {
    const space = parsePrefix(text);
    return one !== undefined && space !== undefined && space.first <= one.first && one.last <= space.last;
  });
}

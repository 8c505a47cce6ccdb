import { parseIpv4, formatIpv4 } from '../../core/addresses/ipv4';
import { failure } from '../failure-texts';
import { bodyNumber, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { refusal, type Reply } from '../responses';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';

/** A prefix as sent. */
interface SentPrefix {
  readonly id: string;
  readonly body: BodyJson;
  readonly properties: BodyJson;
}

/** Checks a prefix: only Standard, 2 to 16 addresses, and its length can't change (public IP address prefix page). */
export function checkPublicPrefix(world: World, sent: SentPrefix): Reply | undefined {
  const sku = (bodyText(sent.body, 'sku', 'name') ?? '').toLowerCase();
  if (!['standard', 'standardv2'].includes(sku)) {
    return refusal(400, failure('publicPrefixSku', { id: sent.id }));
  }
  const length = bodyNumber(sent.properties, 'prefixLength');
  if (length === undefined || length < 28 || length > 31) {
    return refusal(400, failure('publicPrefixLength', { id: sent.id, length: length ?? '' }));
  }
  const before = world.store.get(sent.id);
  const isOther = before !== undefined && bodyNumber(before.properties, 'prefixLength') !== length;
  return isOther ? refusal(400, failure('publicPrefixFixed', { id: sent.id })) : undefined;
}

/** Returns a prefix from the documentation range (RFC 5737), the same for the same resource. */
function rangeOf(item: Item): { readonly first: number; readonly length: number; readonly size: number } {
  const length = bodyNumber(item.properties, 'prefixLength') ?? 31;
  const size = 2 ** (32 - length);
  const slot = Number.parseInt(stableGuid(item.id.toLowerCase()).slice(0, 4), 16) % (256 / size);
  return { first: (parseIpv4('203.0.113.0') ?? 0) + slot * size, length, size };
}

/** Returns the next address of a prefix after the given number of assigned addresses. */
export function addressInPrefix(prefix: Item, before: number): string {
  const { first, size } = rangeOf(prefix);
  return formatIpv4(first + (before % size));
}

export function showPublicPrefix(item: Item, users: readonly string[]): BodyObject {
  const { first, length } = rangeOf(item);
  const [gateway] = users.filter((id) => /\/natGateways\/[^/]+$/i.test(id));
  const addresses = users.filter((id) => /\/publicIPAddresses\/[^/]+$/i.test(id));
  return {
    resourceGuid: stableGuid(item.id),
    ipPrefix: `${formatIpv4(first)}/${length}`,
    publicIPAddressVersion: 'IPv4',
    ipTags: item.properties['ipTags'] ?? [],
    ...(addresses.length === 0 ? {} : { publicIPAddresses: addresses.map((id) => ({ id })) }),
    ...(gateway === undefined ? {} : { natGateway: { id: gateway } }),
  };
}

import { known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import { textAt, type JsonObject } from '../json';
import { referencedIds, locationIn, nameIn } from './members';
import { unreadMember } from './unreadable';

/**
 * Members with the addresses and prefixes that a NAT gateway uses for outbound connections. Azure omits a member if it
 * is empty.
 */
const ways = ['publicIpAddresses', 'publicIpAddressesV6', 'publicIpPrefixes', 'publicIpPrefixesV6'];

export function toNatGateway(body: JsonObject): NatGateway {
  const sku = textAt(body, 'sku', 'name');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    location: locationIn(body),
    sku: sku === undefined ? unreadMember(nameIn(body)) : known(sku),
    publicAddresses: known(ways.reduce((sum, list) => sum + referencedIds(body, list).length, 0)),
  };
}

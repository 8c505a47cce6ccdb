import { known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import { textAt, type JsonObject } from '../json';
import { idsIn, locationIn, nameIn } from './members';
import { notRead } from './unreadable';

/** Addresses and prefixes through which a gateway lets machines out; each is left out where there is none. */
const ways = ['publicIpAddresses', 'publicIpAddressesV6', 'publicIpPrefixes', 'publicIpPrefixesV6'];

export function toNatGateway(body: JsonObject): NatGateway {
  const sku = textAt(body, 'sku', 'name');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    location: locationIn(body),
    sku: sku === undefined ? notRead(nameIn(body)) : known(sku),
    publicAddresses: known(ways.reduce((sum, list) => sum + idsIn(body, list).length, 0)),
  };
}

import { known } from '../../core/known';
import type { NatGateway } from '../../core/network/model';
import { isJsonObject, jsonAt, textAt, type JsonObject } from '../json';
import { referencedIds, locationIn, nameIn } from './members';
import { unreadMember } from './unreadable';

/**
 * Members with the addresses and prefixes that a NAT gateway uses for outbound IPv4 connections. Azure omits a member if
 * it is empty.
 */
const ipv4Lists = ['publicIpAddresses', 'publicIpPrefixes'];

export function toNatGateway(body: JsonObject): NatGateway {
  const sku = textAt(body, 'sku', 'name');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    location: locationIn(body),
    sku: sku === undefined ? unreadMember(nameIn(body)) : known(sku),
    publicAddresses: isRead(body)
      ? known(ipv4Lists.reduce((sum, list) => sum + referencedIds(body, list).length, 0))
      : unreadMember(nameIn(body)),
  };
}

/** Lists of all resource types omit the properties. */
function isRead(body: JsonObject): boolean {
  const properties = jsonAt(body, 'properties');
  return isJsonObject(properties) && Object.keys(properties).length > 0;
}

import { known } from '../../core/known';
import type { PrivateEndpoint } from '../../core/network/model';
import { listAt, textAt, textsAt, type JsonObject } from '../json';
import { nameIn } from './members';
import { unreadMember } from './unreadable';

/** Converts a private endpoint. Its single connection is either automatic or manually approved. */
export function toPrivateEndpoint(body: JsonObject): PrivateEndpoint {
  const [connection] = [
    ...listAt(body, 'properties', 'privateLinkServiceConnections'),
    ...listAt(body, 'properties', 'manualPrivateLinkServiceConnections'),
  ];
  const addresses = addressesIn(body);
  const status = textAt(connection, 'properties', 'privateLinkServiceConnectionState', 'status');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    subnetId: textAt(body, 'properties', 'subnet', 'id') ?? '',
    targetId: textAt(connection, 'properties', 'privateLinkServiceId') ?? '',
    groups: textsAt(connection, 'properties', 'groupIds'),
    // With a zone group, Azure empties the DNS member. The addresses are then only at the network interface.
    addresses: addresses.length > 0 ? known(addresses) : unreadMember(nameIn(body)),
    ...(status === undefined || status === 'Approved' ? {} : { notApproved: status }),
  };
}

/** Returns the addresses in a body: from its DNS records, its static addresses, and included network interfaces. */
function addressesIn(body: JsonObject): readonly string[] {
  const records = listAt(body, 'properties', 'customDnsConfigs').flatMap((one) =>
    textsAt(one, 'ipAddresses'),
  );
  const interfaces = listAt(body, 'properties', 'networkInterfaces');
  const configurations = [body, ...interfaces].flatMap((one) =>
    listAt(one, 'properties', 'ipConfigurations'),
  );
  const fixed = configurations.flatMap((one) => textAt(one, 'properties', 'privateIPAddress') ?? []);
  return [...new Set([...records, ...fixed])];
}

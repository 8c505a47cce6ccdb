import type { Known } from '../../core/known';
import type { ResourceId } from '../../core/network/model';
import type { AddressRecord, PrivateZone } from '../../core/services/services';
import { listAt, textAt, type JsonObject } from '../json';
import { nameOf } from '../../core/network/find';

/** Returns the networks whose links are complete. A link in progress doesn't resolve names yet. */
export function linkedNetworks(links: readonly JsonObject[]): readonly ResourceId[] {
  return links.flatMap((link) => {
    const isComplete = (textAt(link, 'properties', 'virtualNetworkLinkState') ?? 'Completed') === 'Completed';
    return isComplete ? (textAt(link, 'properties', 'virtualNetwork', 'id') ?? []) : [];
  });
}

/** Converts an address record of a zone. */
export function toRecord(record: JsonObject): AddressRecord {
  return {
    name: textAt(record, 'name') ?? nameOf(textAt(record, 'id') ?? ''),
    addresses: listAt(record, 'properties', 'aRecords').flatMap((one) => textAt(one, 'ipv4Address') ?? []),
  };
}

export function toPrivateZone(
  id: ResourceId,
  parts: { readonly links: Known<readonly ResourceId[]>; readonly records: Known<readonly AddressRecord[]> },
): PrivateZone {
  return { id, name: nameOf(id).toLowerCase(), linkedNetworks: parts.links, records: parts.records };
}

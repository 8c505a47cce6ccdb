import { valueOr } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { PrivateEndpoint } from '../../core/network/model';
import type {
  AddressRecord,
  ContainerRegistry,
  DataService,
  PrivateZone,
} from '../../core/services/services';
import { passed, failed, unknownResult, type SettingResult } from '../setting-result';

/** A name that a zone must resolve to an address of one of these endpoints, which have the same target. */
export interface NeededName {
  readonly endpoints: readonly PrivateEndpoint[];
  /** Whether a record has the name; undefined if the name isn't known, so that any record may have it. */
  readonly isIt?: (record: string) => boolean;
  /**
   * Whether no other service has a record of that name. For a workspace, the names of others in the zone have the same
   * form.
   */
  readonly isItsOwn?: boolean;
  /** The name as the user finds it in the zone. */
  readonly shown?: string;
}

/** Pattern of a literal name. A wildcard, or a name that a template computes, may match any. */
const plainName = /^[\w.@-]+$/;

/**
 * Returns the names of a workspace in its own zone: the plain name and the certificate's name (how-to-custom-dns,
 * 2026-03-26). The first label is an ID from Azure, so any label matches. Its notebooks have a single name.
 */
export function workspaceNames(zone: string, endpoints: readonly PrivateEndpoint[]): readonly NeededName[] {
  if (!zone.startsWith('privatelink.api.')) return [{ endpoints }];
  return [
    { endpoints, isIt: (record) => /\.workspace\.[^.]+$/i.test(record), shown: '<id>.workspace.<region>' },
    {
      endpoints,
      isIt: (record) => /\.workspace\.[^.]+\.cert$/i.test(record),
      shown: '<id>.workspace.<region>.cert',
    },
  ];
}

/** Returns the name of a storage account or key vault. An account with a zone in its name has an additional label. */
export function serviceNames(
  { name }: DataService,
  endpoints: readonly PrivateEndpoint[],
): readonly NeededName[] {
  const expected = name.toLowerCase();
  if (!plainName.test(expected)) return [{ endpoints }];
  const isIt = (record: string): boolean => record === expected || record.startsWith(`${expected}.`);
  return [{ endpoints, isIt, isItsOwn: true, shown: expected }];
}

/**
 * Returns the names of a registry. Behind a private endpoint, it also has a data endpoint name for each region
 * (container-registry-private-link). The name of an unknown registry may be any.
 */
export function registryNamesIn(
  { hosts }: ContainerRegistry,
  endpoints: readonly PrivateEndpoint[],
): readonly NeededName[] {
  const [server] = valueOr(hosts, []);
  const label = server?.split('.')[0]?.toLowerCase();
  if (label === undefined) return [{ endpoints }];
  const isData = (record: string): boolean => record.startsWith(`${label}.`) && record.endsWith('.data');
  return [
    { endpoints, isIt: (record) => record === label, isItsOwn: true, shown: label },
    { endpoints, isIt: isData, isItsOwn: true, shown: `${label}.<region>.data` },
  ];
}

/**
 * Checks the records of a zone. A zone without the name, or with another address, also hides the public name. A zone
 * group manages its records itself, unless the same name has a separate record.
 */
export function checkRecords(zone: PrivateZone, needed: readonly NeededName[]): SettingResult {
  const answers = needed
    .filter(({ endpoints }) => endpoints.length > 0)
    .map((one) => checkZoneName(zone, one));
  return (
    answers.find(({ outcome }) => outcome.is === 'failed') ??
    answers.find(({ outcome }) => outcome.is === 'unknown') ??
    passed('check.zones.linked', { n: 1, network: zone.name })
  );
}

function checkZoneName({ records, keptFor = [], name }: PrivateZone, needed: NeededName): SettingResult {
  const { endpoints } = needed;
  const linked = passed('check.zones.linked', { n: 1, network: name });
  const isKept = endpoints.some(({ id }) => keptFor.some((one) => sameId(one, id)));
  if (!records.known) return isKept ? linked : unknownResult(records.because);
  const held = named(records.value, needed);
  const isOtherwise = needed.isItsOwn === true && held.length > 0;
  if (leadsTo(held, endpoints) || (isKept && !isOtherwise)) return linked;
  const unread = endpoints.flatMap(({ addresses }) => (addresses.known ? [] : addresses.because))[0];
  return unread && held.length > 0 ? unknownResult(unread) : lacking(name, records.value, needed);
}

function named(records: readonly AddressRecord[], { isIt }: NeededName): readonly AddressRecord[] {
  if (!isIt) return records;
  return records.filter(({ name }) => isIt(name.toLowerCase()) || !plainName.test(name));
}

function lacking(zone: string, records: readonly AddressRecord[], needed: NeededName): SettingResult {
  const { endpoints, shown: record } = needed;
  const endpoint = endpoints.map((one) => one.name);
  return record === undefined || !leadsTo(records, endpoints)
    ? failed('check.zones.noRecord', { zone, endpoint })
    : failed('check.zones.noName', { zone, record, endpoint });
}

function leadsTo(records: readonly AddressRecord[], endpoints: readonly PrivateEndpoint[]): boolean {
  const held = new Set(records.flatMap(({ addresses }) => addresses));
  return endpoints.some(({ addresses }) => valueOr(addresses, []).some((one) => held.has(one)));
}

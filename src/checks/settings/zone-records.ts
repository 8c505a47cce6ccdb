import { valueOr } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { PrivateEndpoint } from '../../core/network/model';
import type {
  AddressRecord,
  ContainerRegistry,
  DataService,
  PrivateZone,
} from '../../core/services/services';
import { passed, failed, undecided, type SettingResult } from '../setting-result';

/** A name that a zone must answer with an address of one of these endpoints, which stand for the same. */
export interface NeededName {
  readonly endpoints: readonly PrivateEndpoint[];
  /** Whether a record of that name answers; undefined where the name is not known, so that any may. */
  readonly isIt?: (record: string) => boolean;
  /** No other service has a record of that name; of a workspace the names of others in the zone look alike. */
  readonly isItsOwn?: boolean;
  /** As a person finds it in the zone. */
  readonly shown?: string;
}

/** A name that stands for itself; a wildcard, and one that a template computes, may be any. */
const plainName = /^[\w.@-]+$/;

/**
 * Names of a workspace under the zone of its own: the plain one and that of its certificate (how-to-custom-dns,
 * 2026-03-26). The first label is an identifier that Azure gives, so that any will do. Its notebooks have one name.
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

/** The one name of a storage account or vault; one of a zone of accounts has a part more. */
export function serviceNames(
  { name }: DataService,
  endpoints: readonly PrivateEndpoint[],
): readonly NeededName[] {
  const wanted = name.toLowerCase();
  if (!plainName.test(wanted)) return [{ endpoints }];
  const isIt = (record: string): boolean => record === wanted || record.startsWith(`${wanted}.`);
  return [{ endpoints, isIt, isItsOwn: true, shown: wanted }];
}

/**
 * A registry behind a private endpoint sends its data by a name of each region too (container-registry-private-link).
 * The name of a registry that is not known may be any.
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
 * A zone that answers a name with nothing, or with another address, hides the public name too; a zone group keeps records
 * by itself, unless the same name is written beside it.
 */
export function checkRecords(zone: PrivateZone, needed: readonly NeededName[]): SettingResult {
  const answers = needed
    .filter(({ endpoints }) => endpoints.length > 0)
    .map((one) => checkZoneName(zone, one));
  return (
    answers.find(({ outcome }) => outcome.is === 'not-met') ??
    answers.find(({ outcome }) => outcome.is === 'undecided') ??
    passed('judge.zones.linked', { n: 1, network: zone.name })
  );
}

function checkZoneName({ records, keptFor = [], name }: PrivateZone, needed: NeededName): SettingResult {
  const { endpoints } = needed;
  const linked = passed('judge.zones.linked', { n: 1, network: name });
  const isKept = endpoints.some(({ id }) => keptFor.some((one) => sameId(one, id)));
  if (!records.known) return isKept ? linked : undecided(records.because);
  const held = named(records.value, needed);
  const isOtherwise = needed.isItsOwn === true && held.length > 0;
  if (leadsTo(held, endpoints) || (isKept && !isOtherwise)) return linked;
  const unread = endpoints.flatMap(({ addresses }) => (addresses.known ? [] : addresses.because))[0];
  return unread && held.length > 0 ? undecided(unread) : lacking(name, records.value, needed);
}

function named(records: readonly AddressRecord[], { isIt }: NeededName): readonly AddressRecord[] {
  if (!isIt) return records;
  return records.filter(({ name }) => isIt(name.toLowerCase()) || !plainName.test(name));
}

function lacking(zone: string, records: readonly AddressRecord[], needed: NeededName): SettingResult {
  const { endpoints, shown: record } = needed;
  const endpoint = endpoints.map((one) => one.name);
  return record === undefined || !leadsTo(records, endpoints)
    ? failed('judge.zones.noRecord', { zone, endpoint })
    : failed('judge.zones.noName', { zone, record, endpoint });
}

function leadsTo(records: readonly AddressRecord[], endpoints: readonly PrivateEndpoint[]): boolean {
  const held = new Set(records.flatMap(({ addresses }) => addresses));
  return endpoints.some(({ addresses }) => valueOr(addresses, []).some((one) => held.has(one)));
}

import { parseAddressSet } from '../addresses/address-set';
import { unionAll } from '../addresses/interval-algebra';
import type { IntervalSet } from '../addresses/interval-set';

const setOf = (...texts: string[]): IntervalSet => parseAddressSet(texts).set;

/** Address of the host for DHCP, DNS, and health probes (what is IP address 168.63.129.16, 2019-05-15). */
export const hostAddress = setOf('168.63.129.16');

/** Address of instance metadata (network security groups overview, 2025-07-15). */
const metadataAddress = setOf('169.254.169.254');

/** Platform addresses that routes don't divert (virtual network traffic routing, community cheat sheets). */
export const platformAddresses = unionAll([hostAddress, metadataAddress]);

/** Lowercase tags that are constants of the platform and aren't in a tag file (service tags overview, 2023-01-26). */
export const platformTags: ReadonlyMap<string, IntervalSet> = new Map([
  ['azureloadbalancer', hostAddress],
  ['azureplatformdns', hostAddress],
  ['azureplatformimds', metadataAddress],
  ['azureplatformlkm', setOf('23.102.135.246', '20.118.99.224', '40.83.235.53')],
]);

/** Ranges that aren't on the public internet, so neither `Internet` nor one of its service tags includes them. */
export const privateAddresses = setOf(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  '224.0.0.0/3',
);

/** Ranges that Azure rejects as address space (virtual network FAQ, 2019-02-12). */
export const refusedAddressSpace: readonly string[] = [
  '224.0.0.0/4',
  '255.255.255.255/32',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '168.63.129.16/32',
];

import { normalLocation } from './region-codes';

/** Regional pairs (reliability/cross-region-replication-azure, 2022-12-12). Some are paired in one direction only. */
const pairs: readonly (readonly [string, string])[] = [
  ['eastasia', 'southeastasia'],
  ['australiaeast', 'australiasoutheast'],
  ['australiacentral', 'australiacentral2'],
  ['brazilsouth', 'southcentralus'],
  ['brazilsoutheast', 'brazilsouth'],
  ['canadacentral', 'canadaeast'],
  ['chinanorth', 'chinaeast'],
  ['chinanorth2', 'chinaeast2'],
  ['chinanorth3', 'chinaeast3'],
  ['northeurope', 'westeurope'],
  ['francecentral', 'francesouth'],
  ['germanywestcentral', 'germanynorth'],
  ['centralindia', 'southindia'],
  ['westindia', 'southindia'],
  ['japaneast', 'japanwest'],
  ['koreacentral', 'koreasouth'],
  ['eastus', 'westus'],
  ['eastus2', 'centralus'],
  ['northcentralus', 'southcentralus'],
  ['westus2', 'westcentralus'],
  ['westus3', 'eastus'],
  ['norwayeast', 'norwaywest'],
  ['southafricanorth', 'southafricawest'],
  ['swedencentral', 'swedensouth'],
  ['switzerlandnorth', 'switzerlandwest'],
  ['ukwest', 'uksouth'],
  ['uaenorth', 'uaecentral'],
  ['usdodeast', 'usdodcentral'],
  ['usgovarizona', 'usgovtexas'],
  ['usgovvirginia', 'usgovtexas'],
];

/** Returns whether one of the two regions is paired with the other, in either direction. */
export function arePaired(one: string, other: string): boolean {
  const both = [normalLocation(one), normalLocation(other)];
  return pairs.some((pair) => pair.every((region) => both.includes(region)));
}

/** Returns the paired region; undefined if the list doesn't have it. */
export function pairOf(region: string): string | undefined {
  const name = normalLocation(region);
  const own = pairs.find(([first]) => first === name)?.[1];
  const others = pairs.filter(([, second]) => second === name).map(([first]) => first);
  return own ?? (others.length === 1 ? others[0] : undefined);
}

/** Returns whether the list has the paired region. It doesn't have newer regions. */
export function hasKnownPair(region: string): boolean {
  const name = normalLocation(region);
  return pairs.some((pair) => pair.includes(name));
}

import { spellingDistance } from '../spelling-distance';

/**
 * Display names of Azure's regions by ARM location (Azure regions list, read November 2026). Only for display: a region
 * that isn't in it is shown as Azure spells it.
 */
const displayNames: Readonly<Record<string, string>> = {
  australiacentral: 'Australia Central',
  australiaeast: 'Australia East',
  australiasoutheast: 'Australia Southeast',
  brazilsouth: 'Brazil South',
  canadacentral: 'Canada Central',
  canadaeast: 'Canada East',
  centralindia: 'Central India',
  centralus: 'Central US',
  chinaeast2: 'China East 2',
  chinaeast3: 'China East 3',
  chinanorth2: 'China North 2',
  chinanorth3: 'China North 3',
  eastasia: 'East Asia',
  eastus: 'East US',
  eastus2: 'East US 2',
  francecentral: 'France Central',
  germanywestcentral: 'Germany West Central',
  israelcentral: 'Israel Central',
  italynorth: 'Italy North',
  japaneast: 'Japan East',
  japanwest: 'Japan West',
  koreacentral: 'Korea Central',
  mexicocentral: 'Mexico Central',
  newzealandnorth: 'New Zealand North',
  northcentralus: 'North Central US',
  northeurope: 'North Europe',
  norwayeast: 'Norway East',
  polandcentral: 'Poland Central',
  qatarcentral: 'Qatar Central',
  southafricanorth: 'South Africa North',
  southcentralus: 'South Central US',
  southeastasia: 'Southeast Asia',
  southindia: 'South India',
  spaincentral: 'Spain Central',
  swedencentral: 'Sweden Central',
  switzerlandnorth: 'Switzerland North',
  uaenorth: 'UAE North',
  uksouth: 'UK South',
  ukwest: 'UK West',
  usgovarizona: 'US Gov Arizona',
  usgovtexas: 'US Gov Texas',
  usgovvirginia: 'US Gov Virginia',
  westcentralus: 'West Central US',
  westeurope: 'West Europe',
  westus: 'West US',
  westus2: 'West US 2',
  westus3: 'West US 3',
};

/** Returns “West Europe” for `westeurope` or `West Europe`; undefined for a region that isn't in the list. */
export function regionDisplayName(location: string): string | undefined {
  const key = location.toLowerCase().replaceAll(' ', '');
  return Object.hasOwn(displayNames, key) ? displayNames[key] : undefined;
}

/** Returns the region in the list with the most similar spelling to `location`; undefined if none is close. */
export function nearestRegion(location: string): string | undefined {
  const most = Math.min(3, Math.floor(location.length / 3));
  const scored = Object.keys(displayNames).flatMap((name) => {
    const steps = spellingDistance(location, name, most);
    return steps === undefined ? [] : [{ name, steps }];
  });
  return scored.sort((a, b) => a.steps - b.steps)[0]?.name;
}

import type { Region, Subscription } from '../settings';

/** Names and IDs of the sample subscription. */
export const researchSubscription: Subscription = {
  id: '5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10',
  name: 'Contoso Research',
  tenantId: '72c1f6d2-8d1a-4f6e-b1a7-0c1b7a9e5d31',
};

/** A landing zone as in large enterprises: 500 networks. */
export const platform: Subscription = {
  id: '9a4e2c60-5d7f-4b83-8e1d-6c2b0f3a7d94',
  name: 'Contoso Landing Zones',
  tenantId: researchSubscription.tenantId,
};

/** A new subscription: a workspace without a network. */
export const ventures: Subscription = {
  id: '2d8b5f04-9c3e-4a61-b7d2-8e5f1a6c3b97',
  name: 'Contoso New Ventures',
  tenantId: researchSubscription.tenantId,
};

/** Subscription with the hub network and its firewall. The signed-in user can't read anything in it. */
export const connectivity: Subscription = {
  id: 'c0a1b2d3-77e4-4f0a-8b1c-2d3e4f506172',
  name: 'Contoso Connectivity',
  tenantId: researchSubscription.tenantId,
  isHidden: true,
};

export const anna = { client: 'anna.keller@contoso.com', objectId: '8f0d2b4c-6a7e-4c3d-9b21-5e4f3a2b1c0d' };

export const westEurope: Region = { name: 'westeurope', displayName: 'West Europe', tagSuffix: 'WestEurope' };
export const northEurope: Region = {
  name: 'northeurope',
  displayName: 'North Europe',
  tagSuffix: 'NorthEurope',
};

export const regions: readonly Region[] = [
  westEurope,
  northEurope,
  { name: 'uksouth', displayName: 'UK South', tagSuffix: 'UKSouth' },
  { name: 'francecentral', displayName: 'France Central', tagSuffix: 'FranceCentral' },
  { name: 'germanywestcentral', displayName: 'Germany West Central', tagSuffix: 'GermanyWestCentral' },
  { name: 'swedencentral', displayName: 'Sweden Central', tagSuffix: 'SwedenCentral' },
  { name: 'switzerlandnorth', displayName: 'Switzerland North', tagSuffix: 'SwitzerlandNorth' },
  { name: 'eastus', displayName: 'East US', tagSuffix: 'EastUS' },
  { name: 'eastus2', displayName: 'East US 2', tagSuffix: 'EastUS2' },
  { name: 'westus3', displayName: 'West US 3', tagSuffix: 'WestUS3' },
];

/** Returns the ID of a resource group, by its name in Contoso Research, or by its ID elsewhere. */
export function sampleGroupId(group: string): string {
  return group.startsWith('/') ? group : `/subscriptions/${researchSubscription.id}/resourceGroups/${group}`;
}

export function inPlatformGroup(name: string): string {
  return `/subscriptions/${platform.id}/resourceGroups/${name}`;
}

export function inVenturesGroup(name: string): string {
  return `/subscriptions/${ventures.id}/resourceGroups/${name}`;
}

export function sampleNetworkId(group: string, type: string, name: string): string {
  return targetId(group, `Microsoft.Network/${type}`, name);
}

export function sampleSubnetId(group: string, network: string, subnet: string): string {
  return `${sampleNetworkId(group, 'virtualNetworks', network)}/subnets/${subnet}`;
}

/**
 * Returns the ID of any resource, such as a compute target: `targetId('rg-lab', 'Microsoft.Compute/virtualMachines',
 * 'vm')`.
 */
export function targetId(group: string, type: string, name: string): string {
  return `${sampleGroupId(group)}/providers/${type}/${name}`;
}

export function sampleWorkspaceId(group: string, name: string): string {
  return `${sampleGroupId(group)}/providers/Microsoft.MachineLearningServices/workspaces/${name}`;
}

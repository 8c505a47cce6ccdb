/** Limits of Azure networking (subscription limits, 2022-12-05; routing page, 2023-05-27). */
export const limits = {
  rulesPerSecurityGroup: 1000,
  /** Counted separately for sources and destinations, over all rules of an NSG. */
  addressesPerSecurityGroup: 4000,
  routesPerTable: 400,
  serviceTagRoutesPerTable: 25,
  applicationGroupsPerSecurityGroup: 100,
  /** On each side. */
  applicationGroupsPerRule: 10,
  customPriority: { least: 100, greatest: 4096 },
} as const;

/** Prefix lengths that Azure allows for networks and subnets (virtual network FAQ, 2019-02-12). */
export const rangeLengths = { largest: 2, smallest: 29 } as const;

/** Lowercase tags that a route can't name (service tags overview, 2023-01-26). */
export const tagsRefusedInRoutes: readonly string[] = [
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
  'virtualnetwork',
  'azureloadbalancer',
  'internet',
];

/**
 * Lowercase names of subnets for Azure's own appliances, which compute resources can't use (NAT and routing pages,
 * 2023).
 */
export const reservedSubnetNames: readonly string[] = [
  'gatewaysubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'azurebastionsubnet',
  'routeserversubnet',
];

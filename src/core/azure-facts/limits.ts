/** Limits of Azure networking (subscription limits, 2022-12-05; routing page, 2023-05-27). */
export const limits = {
  rulesPerSecurityGroup: 1000,
  /** Counted for sources and destinations apart, over all rules of a group. */
  addressesPerSecurityGroup: 4000,
  routesPerTable: 400,
  serviceTagRoutesPerTable: 25,
  applicationGroupsPerSecurityGroup: 100,
  /** On either side. */
  applicationGroupsPerRule: 10,
  customPriority: { least: 100, greatest: 4096 },
} as const;

/** Lengths of the ranges that Azure takes for networks and subnets (virtual network FAQ, 2019-02-12). */
export const rangeLengths = { largest: 2, smallest: 29 } as const;

/** Tags that no route may name, lower case (service tags overview, 2023-01-26). */
export const tagsRefusedInRoutes: readonly string[] = [
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
  'virtualnetwork',
  'azureloadbalancer',
  'internet',
];

/** Subnets of Azure's own appliances, lower case; no compute belongs there (NAT and routing pages, 2023). */
export const reservedSubnetNames: readonly string[] = [
  'gatewaysubnet',
  'azurefirewallsubnet',
  'azurefirewallmanagementsubnet',
  'azurebastionsubnet',
  'routeserversubnet',
];

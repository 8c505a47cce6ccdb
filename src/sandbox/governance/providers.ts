/** Resource types that the sandbox supports by namespace, for the provider list. */
export const servedTypes: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Authorization': ['locks', 'permissions', 'policyAssignments', 'policyDefinitions'],
  'Microsoft.Compute': ['virtualMachines'],
  'Microsoft.ContainerRegistry': ['registries'],
  'Microsoft.Databricks': ['workspaces'],
  'Microsoft.HDInsight': ['clusters'],
  'Microsoft.Insights': ['components'],
  'Microsoft.KeyVault': ['vaults'],
  'Microsoft.MachineLearningServices': ['workspaces', 'workspaces/computes', 'locations'],
  'Microsoft.Network': [
    'azureFirewalls',
    'firewallPolicies',
    'ipGroups',
    'loadBalancers',
    'locations',
    'natGateways',
    'networkInterfaces',
    'networkSecurityGroups',
    'privateDnsZones',
    'privateEndpoints',
    'publicIPAddresses',
    'publicIPPrefixes',
    'routeTables',
    'virtualHubs',
    'virtualNetworks',
  ],
  'Microsoft.PolicyInsights': ['checkPolicyRestrictions'],
  'Microsoft.ResourceGraph': ['resources'],
  'Microsoft.Resources': ['resourceGroups', 'resources', 'subscriptions'],
  'Microsoft.Storage': ['storageAccounts'],
};

/** Namespaces that are always registered in every subscription. */
const alwaysRegistered = ['microsoft.authorization', 'microsoft.resources'];

export function isAlwaysRegistered(namespace: string): boolean {
  return alwaysRegistered.includes(namespace.toLowerCase());
}

export type RegistrationState = 'Registered' | 'Registering' | 'Unregistering' | 'Unregistered';

/** State of each provider in each subscription; registered by default. */
export interface Registrations {
  stateOf(subscriptionId: string, namespace: string): RegistrationState;
  set(subscriptionId: string, namespace: string, state: RegistrationState): void;
}

export function createRegistrations(): Registrations {
  const states = new Map<string, RegistrationState>();
  const key = (...parts: [string, string]): string => parts.join('/').toLowerCase();
  return {
    stateOf: (...parts) =>
      isAlwaysRegistered(parts[1]) ? 'Registered' : (states.get(key(...parts)) ?? 'Registered'),
    set: (subscriptionId, namespace, state) => void states.set(key(subscriptionId, namespace), state),
  };
}

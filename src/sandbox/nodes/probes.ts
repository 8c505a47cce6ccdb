/** A capability that a node needs to count as usable, and how the service reports that it is missing. */
export interface Probe {
  readonly key: string;
  readonly direction: 'outbound' | 'inbound';
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
  /** A service tag (with the subnet's `{region}`), `workspace` for its private endpoint, or `blob` for storage. */
  readonly peer: string;
  /** Host name (with the subnet's `{region}`), for firewalls that decide by name. */
  readonly host?: string;
  readonly kinds: readonly ('AmlCompute' | 'ComputeInstance')[];
  /** Set for nodes with a public IP only. */
  readonly publicOnly?: boolean;
  readonly ends: 'allocation' | 'unreachable' | 'setup' | 'storage';
  /** Requirement ID, and where the effect is described. */
  readonly source: string;
}

const both = ['AmlCompute', 'ComputeInstance'] as const;
const secureTraining = 'Secure training (June 2025)';

/** Probes in the order in which the service uses them. */
export const probes: readonly Probe[] = [
  {
    key: 'batch',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'BatchNodeManagement.{region}',
    host: 'sample.{region}.batch.azure.com',
    kinds: both,
    ends: 'allocation',
    source: 'outbound-batch-443; AzureTRE 4151 (January 2025)',
  },
  {
    key: 'control',
    direction: 'inbound',
    protocol: 'Tcp',
    port: 44224,
    peer: 'AzureMachineLearning',
    kinds: both,
    publicOnly: true,
    ends: 'unreachable',
    source: `inbound-aml-44224; AzureTRE 998; ${secureTraining}`,
  },
  {
    key: 'sign-in',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'AzureActiveDirectory',
    host: 'login.microsoftonline.com',
    kinds: both,
    ends: 'setup',
    source: 'outbound-entra-80-443; network traffic page (March 2026)',
  },
  {
    key: 'service',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'AzureMachineLearning',
    host: '{region}.api.azureml.ms',
    kinds: both,
    ends: 'setup',
    source: `outbound-aml-443; ${secureTraining}`,
  },
  {
    key: 'tunnel',
    direction: 'outbound',
    protocol: 'Udp',
    port: 5831,
    peer: 'AzureMachineLearning',
    host: '{region}.tundra.azureml.ms',
    kinds: both,
    ends: 'setup',
    source: 'outbound-aml-udp-5831; azure-docs 102366 (December 2022)',
  },
  {
    key: 'storage',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'blob',
    host: 'sample.blob.core.windows.net',
    kinds: both,
    ends: 'storage',
    source: `outbound-storage-443; ${secureTraining}`,
  },
  {
    key: 'images',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'MicrosoftContainerRegistry.{region}',
    host: 'mcr.microsoft.com',
    kinds: both,
    ends: 'setup',
    source: 'outbound-mcr-443; network traffic page (March 2026)',
  },
  {
    key: 'image-layers',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'AzureFrontDoor.FirstParty',
    host: '{region}.data.mcr.microsoft.com',
    kinds: both,
    ends: 'setup',
    source: 'outbound-frontdoor-firstparty-443; network traffic page (March 2026)',
  },
  {
    key: 'workspace',
    direction: 'outbound',
    protocol: 'Tcp',
    port: 443,
    peer: 'workspace',
    kinds: both,
    ends: 'setup',
    source: 'outbound-virtualnetwork-443; network traffic page (March 2026)',
  },
];

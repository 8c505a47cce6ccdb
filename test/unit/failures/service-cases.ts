import {
  clusterArguments,
  compute,
  bicepEndpoint,
  bicepEndpointSubnet,
  instanceArguments,
  ownEndpoint,
  situation,
  bicepWorkspace,
  bicepWorkspaceZones,
  zones,
  type FailureCase,
} from './builder';

interface Services {
  readonly storage?: readonly string[];
  readonly registry?: readonly string[];
  readonly registrySku?: string;
}

/** Storage, key vault, and registry, open unless the case closes them. */
const services = ({ storage = [], registry = [], registrySku = 'Premium' }: Services = {}): string => `
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stmlrisk'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    ${storage.join('\n    ')}
  }
}
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-ml-risk'
  location: 'westeurope'
  properties: { tenantId: tenant().tenantId, sku: { family: 'A', name: 'standard' } }
}
resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'crmlrisk'
  location: 'westeurope'
  sku: { name: '${registrySku}' }
  properties: {
    ${registry.join('\n    ')}
  }
}
`;

const references = [
  'storageAccount: storage.id',
  'keyVault: vault.id',
  'containerRegistry: registry.id',
  "publicNetworkAccess: 'Disabled'",
];

const waits = (text: string): string => text.replace("  name: '", "  dependsOn: [toWorkspace]\n  name: '");

interface PrivateWorkspace {
  readonly services?: Services;
  readonly kind?: 'AmlCompute' | 'ComputeInstance';
  readonly workspace?: readonly string[];
  readonly zones?: Readonly<Record<string, string>>;
  readonly properties?: readonly string[];
  readonly more?: string;
}

/** Returns a private workspace with its endpoint, zones, and services, and a compute resource without public IP. */
function privateWorkspace(overrides: PrivateWorkspace): string {
  const { kind = 'AmlCompute', properties = [], more = '' } = overrides;
  return situation({
    subnetsBefore: [bicepEndpointSubnet],
    properties,
    more: [
      services(overrides.services),
      bicepWorkspace([...references, ...(overrides.workspace ?? [])]),
      bicepEndpoint('toWorkspace', 'workspace', 'amlworkspace'),
      zones('toWorkspace', overrides.zones ?? bicepWorkspaceZones),
      waits(compute('nodes', kind, { properties: ['enableNodePublicIp: false'] })),
      more,
    ].join(''),
  });
}

const closedRegistry: Services = { registry: ["publicNetworkAccess: 'Disabled'"] };
const toRegistry = bicepEndpoint('toRegistry', 'registry', 'registry');
const registryZone = zones('toRegistry', { registryZone: 'privatelink.azurecr.io' });

/** Cases 49 to 66: names, services, and clients. */
export const serviceFailureCases: readonly FailureCase[] = [
  {
    id: 19,
    title: 'serverless compute without public IP, and a workspace that allows only some addresses',
    before: {
      files: situation({
        more:
          services() +
          bicepWorkspace([
            ...references,
            "ipAllowlist: ['203.0.113.0/24']",
            `serverlessComputeSettings: {
      serverlessComputeCustomSubnet: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet')
      serverlessComputeNoPublicIP: true
    }`,
          ]),
      }),
      options: '',
      causes: ['error serverless-npip-ip-allowlist'],
    },
  },
  {
    id: 49,
    title: 'a compute resource of the same name exists',
    after: {
      message:
        'Compute with this name already exists. Compute name needs to be unique across all existing computes within an Azure region.',
      cause: 'taken',
    },
  },
  {
    id: 56,
    title: 'the zone of the registry isn’t linked to the network',
    before: {
      files: privateWorkspace({
        services: closedRegistry,
        workspace: ["imageBuildCompute: 'nodes'"],
        more: toRegistry + registryZone.replace(/ {2}resource link [^]*?\n {2}}\n/, ''),
      }),
      options: '',
      causes: ['error dns-dependency-zones'],
      fixes: ['dns-dependency-zones'],
    },
    after: {
      message: 'Image build failed: Unable to resolve Container Registry crmlrisk.azurecr.io',
      cause: 'names',
      check: 'dns-dependency-zones',
    },
  },
  {
    id: 57,
    title: 'the zone of the API without the one of notebooks',
    before: {
      files: privateWorkspace({ kind: 'ComputeInstance', zones: { apiZone: bicepWorkspaceZones.apiZone } }),
      options: '',
      causes: ['error dns-zones-linked'],
    },
  },
  {
    id: 58,
    title: 'an instance in a network with custom DNS servers',
    before: {
      files: privateWorkspace({
        kind: 'ComputeInstance',
        properties: ["dhcpOptions: { dnsServers: ['10.20.0.4'] }"],
      }),
      options: '',
      causes: ['note dns-custom-instance-record'],
    },
  },
  {
    id: 60,
    title: 'custom DNS servers that need forwarders',
    before: {
      files: privateWorkspace({ properties: ["dhcpOptions: { dnsServers: ['10.20.0.4', '10.20.0.5'] }"] }),
      options: '',
      causes: ['unknown dns-custom-server-forwarders'],
    },
  },
  {
    id: 62,
    title: 'nodes unusable, and unreachable custom DNS servers',
    before: {
      files: privateWorkspace({ properties: ["dhcpOptions: { dnsServers: ['10.20.0.4'] }"] }),
      options: '',
      causes: ['unknown dns-custom-server-forwarders'],
    },
    after: { message: 'NodeUnusable: the node is unusable', cause: 'network' },
  },
  {
    id: 63,
    title: 'a private registry, and no cluster that builds images',
    before: {
      files: privateWorkspace({ services: closedRegistry, more: toRegistry + registryZone }),
      options: '',
      causes: ['warning image-build-compute'],
    },
    after: {
      message: 'ImageBuildComputeNotValid: the image build compute is not valid',
      cause: 'imageBuild',
      check: 'image-build-compute',
    },
  },
  {
    id: 64,
    title: 'a storage account without shared keys, and an instance',
    before: {
      files: privateWorkspace({
        kind: 'ComputeInstance',
        services: { storage: ['allowSharedKeyAccess: false'] },
      }),
      options: '',
      causes: ['error storage-shared-key-enabled'],
    },
    after: {
      message:
        'StorageMountError: failed to mount the file share. Check that ports 443, 445 are open in your NSG',
      cause: 'sharedKey',
      check: 'storage-shared-key-enabled',
    },
  },
  {
    id: 65,
    title: 'a storage account that allows no access, not even by trusted services',
    before: {
      files: privateWorkspace({
        services: { storage: ["networkAcls: { defaultAction: 'Deny', bypass: 'None' }"] },
      }),
      options: '',
      causes: ['error storage-private-endpoint-subresources'],
      fixes: ['storage-private-endpoint-subresources'],
    },
    after: {
      message: 'StorageAuthError: Forbidden. This request is not authorized to perform this operation.',
      cause: 'storageNetwork',
      check: 'storage-trusted-access',
    },
  },
  {
    id: 50,
    title: 'a creation fails, and its logs can’t be found',
    after: {
      message:
        'Code: AllocationFailed\nMessage: Desired number of dedicated nodes could not be allocated. Request id: 11111111-2222-3333-4444-555555555555',
      cause: 'network',
    },
  },
  {
    id: 66,
    title: 'VS Code’s hosts aren’t reachable from an instance',
    before: {
      files: situation({ isPrivate: true }),
      options: instanceArguments,
      causes: ['note outbound-vscode-hosts'],
    },
    after: {
      message: 'Could not install Azure ML websocket server: ECONNRESET, non-101 status code',
      cause: 'editor',
      isAlone: true,
      check: 'outbound-vscode-hosts',
    },
  },
  {
    id: 23,
    title: 'a private endpoint in a delegated subnet',
    before: {
      files: situation({
        subnetsBefore: [
          "{ name: 'endpoints', properties: { addressPrefix: '10.0.3.0/24', delegations: [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }] } }",
        ],
        more: ownEndpoint,
      }),
      options: clusterArguments,
      causes: ['warning endpoint-in-delegated-subnet'],
    },
    after: {
      message: 'Subnet endpoints has a delegation and cannot be used with a private endpoint',
      cause: 'delegated',
      isAlone: true,
    },
  },
  {
    id: 33,
    title: 'no public IP isn’t supported in a region',
    after: {
      message: 'PropertyNotAllowed: enableNodePublicIp is not supported in the compute region',
      cause: 'region',
    },
  },
  {
    id: 39,
    title: 'the parameter for no public IP is unknown to an old SDK',
    after: {
      message:
        "  compute = AmlCompute(name='cpu', enable_node_public_ip=False)\nTypeError: __init__() got an unexpected keyword argument 'enable_node_public_ip'",
      cause: 'oldTool',
    },
  },
  {
    id: 40,
    title: 'the CLI doesn’t know the type of a cluster',
    after: { message: 'Unknown compute type: AmlCompute', cause: 'oldTool' },
  },
  {
    id: 59,
    title: 'a browser outside of Azure doesn’t find the name of the instance',
    before: {
      files: privateWorkspace({
        kind: 'ComputeInstance',
        properties: ["dhcpOptions: { dnsServers: ['10.9.0.53'] }"],
      }),
      options: '',
      causes: ['unknown dns-custom-server-forwarders'],
    },
    after: {
      message:
        'This site can’t be reached. Check if there is a typo in ci-anna.westeurope.instances.azureml.ms. DNS_PROBE_FINISHED_NXDOMAIN',
      cause: 'names',
      isAlone: true,
    },
  },
  {
    id: 61,
    title: 'VS Code doesn’t find the name of the instance',
    after: {
      message: 'getaddrinfo ENOTFOUND ci-anna.westeurope.instances.azureml.ms',
      cause: 'names',
    },
  },
  {
    id: 66,
    title: 'a client outside of the private link',
    after: {
      message: 'None of the workspaces/registries are accessible from outside of the designated private link',
      cause: 'client',
    },
  },
];

import type { Cloud } from '../core/network/model';

/** `{region}` stands for the ARM location. */
type Hosts = Readonly<Partial<Record<Cloud, readonly string[]>>>;

const instances = ['*.instances.azureml.ms'];
const images = ['mcr.microsoft.com', '*.data.mcr.microsoft.com'];

/** Microsoft's host names by requirement and cloud (how-to-access-azureml-behind-firewall, 2026-03-19). */
const hostsOf: Readonly<Record<string, Hosts>> = {
  'outbound-entra-80-443': {
    public: ['login.microsoftonline.com'],
    usgov: ['login.microsoftonline.us'],
    china: ['login.chinacloudapi.cn'],
  },
  'outbound-arm-443': {
    public: ['management.azure.com'],
    usgov: ['management.usgovcloudapi.net', 'management.azure.us'],
    china: ['management.chinacloudapi.cn', 'management.azure.cn'],
  },
  'outbound-aml-443': {
    public: ['ml.azure.com', '*.azureml.ms', '*.azureml.net'],
    usgov: [
      'ml.azure.us',
      '*.ml.azure.us',
      '*.modelmanagement.azureml.us',
      '*.instances.azureml.us',
      ...instances,
    ],
    china: ['studio.ml.azure.cn', '*.ml.azure.cn', '*.azureml.cn', ...instances],
  },
  'outbound-aml-18881': { public: instances, usgov: instances, china: instances },
  'outbound-aml-8787': { public: instances, usgov: instances, china: instances },
  'outbound-aml-udp-5831': {
    public: ['{region}.tundra.azureml.ms', '*.tundra.{region}.api.azureml.ms'],
    usgov: ['{region}.tundra.azureml.us'],
    china: ['{region}.tundra.azureml.cn'],
  },
  'outbound-batch-443': { public: ['*.{region}.batch.azure.com', '*.{region}.service.batch.azure.com'] },
  'outbound-storage-443': {
    public: storage('core.windows.net'),
    usgov: storage('core.usgovcloudapi.net'),
    china: storage('core.chinacloudapi.cn'),
  },
  'outbound-storage-445': {
    public: ['*.file.core.windows.net'],
    usgov: ['*.file.core.usgovcloudapi.net'],
    china: ['*.file.core.chinacloudapi.cn'],
  },
  'outbound-keyvault-443': {
    public: ['*.vault.azure.net'],
    usgov: ['*.vault.usgovcloudapi.net'],
    china: ['*.vault.azure.cn'],
  },
  // Any registry, the workspace's own among them (container-registry-firewall-access-rules, read 2026-11-28).
  'outbound-acr-443': { public: ['*.azurecr.io'], usgov: ['*.azurecr.us'], china: ['*.azurecr.cn'] },
  'outbound-mcr-443': { public: images, usgov: images, china: images },
  // Layers of Microsoft's images come through Front Door.
  'outbound-frontdoor-firstparty-443': { public: images },
  'outbound-frontdoor-frontend-443': { public: ['ml.azure.com'], usgov: ['ml.azure.us'] },
  'outbound-azuremonitor-443': {
    public: [
      'dc.applicationinsights.azure.com',
      'dc.applicationinsights.microsoft.com',
      'dc.services.visualstudio.com',
      '*.in.applicationinsights.azure.com',
    ],
  },
  // National clouds have hosts of their own (graph/deployments); graph.windows.net was Azure AD Graph, which has ended.
  'outbound-graph-443': {
    public: ['graph.microsoft.com'],
    usgov: ['graph.microsoft.us'],
    china: ['microsoftgraph.chinacloudapi.cn'],
  },
  'outbound-python-packages': everywhere(
    ...['anaconda.com', '*.anaconda.com', '*.anaconda.org', 'pypi.org', '*.pythonhosted.org'],
    ...['pytorch.org', '*.pytorch.org', '*.tensorflow.org', 'cloud.r-project.org'],
  ),
  'outbound-vscode-hosts': everywhere(
    ...['code.visualstudio.com', 'update.code.visualstudio.com', 'marketplace.visualstudio.com'],
    ...['*.vo.msecnd.net', '*.gallerycdn.vsassets.io', 'vscode.download.prss.microsoft.com'],
  ),
  'outbound-rstudio-hosts': everywhere(
    'ghcr.io',
    'pkg-containers.githubusercontent.com',
    'cloud.r-project.org',
  ),
  'outbound-signin-cdn': everywhere('aadcdn.msftauth.net'),
  'exfil-curated-env-registry': everywhere('viennaglobal.azurecr.io'),
  'udr-storage-through-appliance': {
    public: storage('core.windows.net'),
    usgov: storage('core.usgovcloudapi.net'),
    china: storage('core.chinacloudapi.cn'),
  },
};

/** Hosts that every cloud calls by the same name. */
function everywhere(...hosts: readonly string[]): Hosts {
  return { public: hosts, usgov: hosts, china: hosts };
}

/** Accounts of the Batch service and the workspace's own, whose names differ from workspace to workspace. */
function storage(suffix: string): readonly string[] {
  return ['blob', 'dfs', 'file', 'queue', 'table'].map((service) => `*.${service}.${suffix}`);
}

/**
 * The host names behind a requirement, for firewalls that go by name; `region` is an ARM location.
 * Empty where Microsoft lists none for that cloud: then only the service tag says where the traffic goes.
 */
export function hostNames(requirement: string, cloud: Cloud, region: string): readonly string[] {
  const listed = Object.hasOwn(hostsOf, requirement) ? hostsOf[requirement]?.[cloud] : undefined;
  return (listed ?? []).map((host) => host.replaceAll('{region}', region));
}

/**
 * Of the hosts that a workspace calls, as Azure lists them, those of a requirement; empty where the list has none, so that
 * Microsoft's table stays.
 */
export function hostsAmong(listed: readonly string[], requirement: string, cloud: Cloud): readonly string[] {
  const patterns = hostNames(requirement, cloud, '*');
  return listed.filter((host) => patterns.some((pattern) => isHostOf(host, pattern)));
}

/** True of a host that a pattern means; it may begin with `*.`, and hold `*` in place of the region. */
export function isHostOf(host: string, pattern: string): boolean {
  const parts = pattern.split('*').filter((part) => part !== '');
  if (!host.endsWith(parts.at(-1) ?? '')) return false;
  return pattern.startsWith('*')
    ? parts.every((part) => host.includes(part))
    : host.startsWith(parts[0] ?? '');
}

/** Names of the workspace's own account, which a firewall lists by the account. */
const ownAccount = /^\*\.(dfs|file)\./;

/**
 * The host names that must be reached for a requirement in all of `regions`. Of storage only those of the service's own
 * accounts, whose names nobody knows beforehand.
 */
export function calledNames(
  requirement: string,
  cloud: Cloud,
  regions: readonly string[],
): readonly string[] {
  const names = regions.flatMap((region) => hostNames(requirement, cloud, region));
  return [...new Set(names)].filter((name) => !ownAccount.test(name));
}

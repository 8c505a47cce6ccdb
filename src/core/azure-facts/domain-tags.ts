/**
 * Service tags with the public addresses of hosts in an Azure domain, in each cloud. Sources:
 * virtual-network/service-tags-overview, 2023-01-26; private-link/private-endpoint-dns, for the domains of data
 * services; how-to-access-azureml-behind-firewall, 2026-03-19, for the others. If there are several, a host is in one
 * of them.
 */
const tagsOfDomains: readonly (readonly [RegExp, ...string[]])[] = [
  [
    /\.(?:blob|dfs|file|queue|table)\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    'Storage',
  ],
  [/\.azurecr\.(?:io|us|cn)$/, 'AzureContainerRegistry'],
  [/\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/, 'AzureKeyVault'],
  [/\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/, 'Sql'],
  [/(?:^|\.)login\.(?:microsoftonline\.(?:com|us)|chinacloudapi\.cn)$/, 'AzureActiveDirectory'],
  [/^management\.(?:azure\.(?:com|us|cn)|(?:usgov|china)cloudapi\.(?:net|cn))$/, 'AzureResourceManager'],
  [/\.azureml\.(?:ms|net|us|cn)$/, 'AzureMachineLearning', 'AzureFrontDoor.Frontend'],
  [/^ml\.azure\.(?:com|us)$/, 'AzureMachineLearning', 'AzureFrontDoor.Frontend'],
  [/(?:^|\.)mcr\.microsoft\.com$/, 'MicrosoftContainerRegistry', 'AzureFrontDoor.FirstParty'],
  [/\.batch\.azure\.com$/, 'BatchNodeManagement'],
];

/** Returns the service tags of a host’s public addresses; empty if its domain doesn't belong to a service. */
export function tagsOfHost(name: string): readonly string[] {
  const host = normalized(name);
  const [, ...tags] = tagsOfDomains.find(([domain]) => domain.test(host)) ?? [];
  return tags;
}

/**
 * Domains whose hosts are with other providers (Fastly, Cloudflare, Amazon, Google, Akamai), so that none has an Azure
 * address. Hosts that could run in Azure, such as github.com, aren't listed.
 */
const domainsElsewhere =
  /(?:^|\.)(?:pypi\.org|python\.org|pythonhosted\.org|anaconda\.(?:com|org)|tensorflow\.org|r-project\.org|debian\.org|docker\.(?:io|com)|npmjs\.org|huggingface\.co|googleapis\.com|amazonaws\.com)$/;

/** True if a host doesn't have an Azure address. */
export function isElsewhere(name: string): boolean {
  return domainsElsewhere.test(normalized(name));
}

function normalized(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}

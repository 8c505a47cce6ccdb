/**
 * Service tags that hold the public addresses of hosts in a domain of Azure, in each cloud
 * (virtual-network/service-tags-overview, 2023-01-26; private-link/private-endpoint-dns, for the domains).
 */
const tagsOfDomains: readonly (readonly [RegExp, string])[] = [
  [
    /\.(?:blob|dfs|file|queue|table)\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/,
    'Storage',
  ],
  [/\.azurecr\.(?:io|us|cn)$/, 'AzureContainerRegistry'],
  [/\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/, 'AzureKeyVault'],
  [/\.database\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/, 'Sql'],
];

/** The service tag of a host’s public addresses; undefined where its domain is no service’s. */
export function tagOfHost(name: string): string | undefined {
  const host = name.trim().toLowerCase().replace(/\.$/, '');
  return tagsOfDomains.find(([domain]) => domain.test(host))?.[1];
}

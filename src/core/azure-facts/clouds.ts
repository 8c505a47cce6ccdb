import type { Cloud } from '../network/model';

/** Where the parts of one cloud are, each without a slash at its end. */
export interface CloudAddresses {
  readonly resourceManager: string;
  /** Where people and programs sign in. */
  readonly authority: string;
  readonly portal: string;
}

/**
 * The addresses of each cloud, as its own `/metadata/endpoints` names them.
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure (2025-11-04)
 * https://learn.microsoft.com/azure/china/resources-developer-guide (2024-09-12)
 */
export const cloudAddresses: Readonly<Record<Cloud, CloudAddresses>> = {
  public: {
    resourceManager: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    portal: 'https://portal.azure.com',
  },
  usgov: {
    resourceManager: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    portal: 'https://portal.azure.us',
  },
  china: {
    resourceManager: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
  },
};

/**
 * Hosts of Microsoft's sign-in services beside those of `cloudAddresses`: other names of the same service.
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud (2025-05-21)
 * https://learn.microsoft.com/azure-stack/user/azure-stack-rest-api-use (2025-02-24) for `login.windows.net`
 */
const otherSignInHosts: Readonly<Record<string, Cloud>> = {
  'login.windows.net': 'public',
  'login.partner.microsoftonline.cn': 'china',
};

/** The cloud whose sign-in service is at `host`; undefined for a host that isn't Microsoft's. */
export function cloudOfSignInHost(host: string): Cloud | undefined {
  const clouds = Object.keys(cloudAddresses) as Cloud[];
  const named = clouds.find((cloud) => cloudAddresses[cloud].authority === `https://${host}`);
  return named ?? (Object.hasOwn(otherSignInHosts, host) ? otherSignInHosts[host] : undefined);
}

/** What resource managers call their cloud in `/metadata/endpoints`. */
const cloudNames: Readonly<Record<string, Cloud>> = {
  azurecloud: 'public',
  azureusgovernment: 'usgov',
  azurechinacloud: 'china',
};

/** The cloud that calls itself `name`; undefined for one that Microsoft publishes no service tags of. */
export function cloudOfName(name: string): Cloud | undefined {
  return Object.hasOwn(cloudNames, name.toLowerCase()) ? cloudNames[name.toLowerCase()] : undefined;
}

/** The cloud that a region is in, by its name: `usgovvirginia`, `usdodeast`, `chinanorth3`. In any spelling of ARM. */
export function cloudOfRegion(region: string): Cloud {
  const plain = region.toLowerCase().replaceAll(' ', '');
  if (/^us(?:gov|dod)/.test(plain)) return 'usgov';
  return plain.startsWith('china') ? 'china' : 'public';
}

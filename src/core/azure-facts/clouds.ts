import type { Cloud } from '../network/model';

/** URLs of a cloud, each without a trailing slash. */
export interface CloudAddresses {
  readonly resourceManager: string;
  /** Sign-in service for users and programs. */
  readonly authority: string;
  readonly portal: string;
}

/**
 * URLs of each cloud, as in its own `/metadata/endpoints`.
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
 * Hosts of Microsoft's sign-in services besides those of `cloudAddresses`: other names of the same service.
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud (2025-05-21)
 * https://learn.microsoft.com/azure-stack/user/azure-stack-rest-api-use (2025-02-24) for `login.windows.net`
 */
const otherSignInHosts: Readonly<Record<string, Cloud>> = {
  'login.windows.net': 'public',
  'login.partner.microsoftonline.cn': 'china',
};

/** Returns the cloud whose sign-in service is at `host`; undefined for a host that isn't Microsoft's. */
export function cloudOfSignInHost(host: string): Cloud | undefined {
  const clouds = Object.keys(cloudAddresses) as Cloud[];
  const named = clouds.find((cloud) => cloudAddresses[cloud].authority === `https://${host}`);
  return named ?? (Object.hasOwn(otherSignInHosts, host) ? otherSignInHosts[host] : undefined);
}

/** Names of clouds in `/metadata/endpoints` of resource managers. */
const cloudNames: Readonly<Record<string, Cloud>> = {
  azurecloud: 'public',
  azureusgovernment: 'usgov',
  azurechinacloud: 'china',
};

/** Returns the cloud with the name `name`; undefined for a cloud without published service tags. */
export function cloudOfName(name: string): Cloud | undefined {
  return Object.hasOwn(cloudNames, name.toLowerCase()) ? cloudNames[name.toLowerCase()] : undefined;
}

/** Returns the cloud of a region by its name: `usgovvirginia`, `usdodeast`, `chinanorth3`, in any spelling of ARM. */
export function cloudOfRegion(region: string): Cloud {
  const plain = region.toLowerCase().replaceAll(' ', '');
  if (/^us(?:gov|dod)/.test(plain)) return 'usgov';
  return plain.startsWith('china') ? 'china' : 'public';
}

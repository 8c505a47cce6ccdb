import { instanceNamesOf, privateZonesOf } from '../core/azure-facts/private-zones';
import type { Cloud } from '../core/network/model';
import type { Reason } from '../core/reason';
import { hostNames } from './host-names';

const storageSuffix: Readonly<Record<Cloud, string>> = {
  public: 'core.windows.net',
  usgov: 'core.usgovcloudapi.net',
  china: 'core.chinacloudapi.cn',
};

/** Where notebooks connect to an instance (how-to-access-azureml-behind-firewall, 2026-03-19). */
const instanceHosts: Readonly<Record<Cloud, string>> = {
  public: '*.instances.azureml.net',
  usgov: '*.instances.azureml.us',
  china: '*.instances.azureml.cn',
};

/** Where models are called (how-to-custom-dns, 2026-03-26). */
const inferenceHosts: Readonly<Record<Cloud, string>> = {
  public: 'inference.ml.azure.com',
  usgov: 'inference.ml.azure.us',
  china: 'inference.ml.azure.cn',
};

const signInHosts: Readonly<Record<Cloud, readonly string[]>> = {
  public: ['login.windows.net', 'login.microsoftonline.com'],
  usgov: ['login.microsoftonline.us'],
  china: ['login.chinacloudapi.cn'],
};

/** Hosts that only the advice of a requirement names: no firewall is asked for them by a rule. */
const advised: Readonly<Record<string, (cloud: Cloud, region: string) => readonly string[]>> = {
  'outbound-websocket': (cloud) => [instanceHosts[cloud], '*.instances.azureml.ms'],
  'udr-storage-through-appliance': (cloud) =>
    ['blob', 'queue', 'table'].map((service) => `*.${service}.${storageSuffix[cloud]}`),
  'dns-batch-storage-classic': (cloud) => [`*.${storageSuffix[cloud]}`],
  'dns-custom-server-forwarders': (cloud) => [
    ...privateZonesOf(cloud, 'amlworkspace').map((zone) => zone.replace('privatelink.', '')),
    ...instanceNamesOf(cloud),
    'aznbcontent.net',
    inferenceHosts[cloud],
  ],
  'dns-custom-instance-record': (cloud, region) => instanceRecords('<instance>', region, cloud),
  'hdi-egress-fqdn': (cloud) => signInHosts[cloud],
};

/** Names of an instance; Microsoft's pages give two, so both are wanted. `region` is an ARM location. */
export function instanceRecords(name: string, region: string, cloud: Cloud): readonly string[] {
  return instanceNamesOf(cloud).map((ending) => `${name}.${region}.${ending}`.toLowerCase());
}

/** What a requirement advises in a cloud, with the hosts of that cloud; `region` is an ARM location. */
export function adviceOf(requirement: string, cloud: Cloud, region: string): Reason {
  const own = Object.hasOwn(advised, requirement) ? advised[requirement]?.(cloud, region) : undefined;
  return adviceWith(requirement, own ?? hostNames(requirement, cloud, region));
}

/** The same with hosts that are known otherwise. */
export function adviceWith(requirement: string, hosts: readonly string[]): Reason {
  const key = `requirement.${requirement}.ask`;
  return hosts.length === 0 ? { key } : { key, values: { hosts } };
}

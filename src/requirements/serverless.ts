import type { Requirement } from './requirement';

/**
 * What Microsoft's pages ask of serverless compute with a subnet of its own as well (secure training, 2025-06-12;
 * required public internet access, 2025-02-10). December 2020 knew none.
 */
const asked: ReadonlySet<string> = new Set([
  'vnet-same-subscription',
  'computes-in-pe-vnet',
  'subnet-free-ips-cluster',
  'subnet-minimum-prefix',
  'subnet-no-delegation',
  'vnet-docker-bridge-overlap',
  'vnet-address-space-disallowed',
  'managed-vnet-exclusive',
  'lighthouse-unsupported',
  'storage-region-close-to-compute',
  'rbac-vnet-join',
  'rbac-subnet-join',
  'nsg-rule-limits',
  'nsg-rule-wellformed',
  'inbound-aml-44224',
  'inbound-none-for-npip',
  'outbound-entra-80-443',
  'outbound-aml-443',
  'outbound-aml-udp-5831',
  'outbound-batch-443',
  'outbound-arm-443',
  'outbound-storage-443',
  'outbound-storage-445',
  'outbound-virtualnetwork-443',
  'outbound-mcr-443',
  'outbound-frontdoor-firstparty-443',
  'outbound-azuremonitor-443',
  'outbound-keyvault-443',
  'outbound-python-packages',
  'outbound-default-open',
  'service-tag-region-selection',
  'exfil-service-endpoint-policy',
  'exfil-curated-env-registry',
  'egress-explicit-for-npip',
  'udr-no-blackhole',
  'udr-appliance-health',
  'udr-service-tag-limits',
  'udr-unsupported-tags',
  'udr-bgp-default-route',
  'nat-gateway-compat',
  'npip-requires-private-endpoint',
  'serverless-npip-ip-allowlist',
  'dns-zones-linked',
  'dns-dependency-zones',
  'dns-custom-server-forwarders',
]);

/** No page says it of serverless compute, but its nodes stand in the subnet like those of a cluster. */
const derived: ReadonlySet<string> = new Set([
  'subnet-reserved-name',
  'subnet-not-shared-with-databricks',
  'managed-network-set-up',
  'outbound-frontdoor-frontend-443',
  'route-internet-in-private-subnet',
]);

/** Every id that is asked of serverless compute. */
export const serverlessIds: ReadonlySet<string> = new Set([...asked, ...derived]);

/** The requirement with serverless compute among its kinds, where it is asked of that too. */
export function withServerless(requirement: Requirement): Requirement {
  const { current } = requirement.profiles;
  if (!current || !serverlessIds.has(requirement.id)) return requirement;
  const { appliesTo } = current;
  const kinds = [...new Set([...appliesTo.kinds, 'serverless' as const])];
  return {
    ...requirement,
    profiles: { ...requirement.profiles, current: { ...current, appliesTo: { ...appliesTo, kinds } } },
  };
}

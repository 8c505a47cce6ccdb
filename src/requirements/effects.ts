import type { Effect } from '../core/check-result';

/** Azure refuses the creation, the change, or the attachment without it. */
const refused: ReadonlySet<string> = new Set([
  'vnet-same-subscription',
  'vnet-same-region-instance',
  'subnet-no-delegation',
  'subnet-reserved-name',
  'subnet-not-shared-with-databricks',
  'subnet-free-ips-instance',
  'vnet-address-space-disallowed',
  'vnet-resource-manager-model',
  'compute-vnet-immutable',
  'managed-vnet-exclusive',
  'compute-name-format',
  'rbac-vnet-join',
  'rbac-subnet-join',
  'rbac-compute-write',
  'lock-on-vnet-resource-group',
  'policy-forbids-network-resources',
  'quota-network-per-compute',
  'nsg-rule-limits',
  'nsg-rule-wellformed',
  'udr-service-tag-limits',
  'udr-unsupported-tags',
  'npip-requires-private-endpoint',
  'storage-shared-key-enabled',
  'acr-premium',
  'hdi-existing-cluster-immutable',
  'dbx-two-delegated-subnets',
]);

/** A page states it, and nobody is known to have failed for lack of it; or it only informs. */
const documented: ReadonlySet<string> = new Set([
  'vnet-same-region-cluster',
  'managed-network-set-up',
  'managed-vnet-migration',
  'lighthouse-unsupported',
  'storage-region-close-to-compute',
  'inbound-batch-29876-29877',
  'inbound-none-for-npip',
  'inbound-azure-load-balancer',
  'outbound-storage-445',
  'outbound-keyvault-443',
  'outbound-graph-443',
  'restricted-egress-composite-2020',
  'outbound-default-open',
  'udr-forced-tunnel-batch',
  'udr-forced-tunnel-nat-option',
  'control-plane-stays-public',
  'endpoint-mix',
  'multi-private-endpoints',
  'attach-sdk-v1-sunset',
  'attach-in-own-network',
  'vm-ubuntu-only',
  'storage-perimeter-smb',
  'dbx-same-sub-region',
  // “At least /26” and smaller “not recommended” (vnet-inject, read 2026-11-29): nothing states a refusal.
  'dbx-subnet-size',
  'dbx-default-subnet',
  'dbx-no-workspace-private-endpoint-use',
]);

/** What happens without the requirement `id`, as far as pages and threads show. */
export function requirementEffect(id: string): Effect {
  if (refused.has(id)) return 'refused';
  return documented.has(id) ? 'documented' : 'fails';
}

/** Of Databricks, ports and rules of NSGs were read less closely than subnets and routes. */
const skimmed = /^(dbx|inbound-databricks|outbound-databricks)/;
/** HDInsight, subnets and routes of Databricks, and network security perimeters. */
const latest =
  /^(hdi|udr-(hdinsight|databricks)|inbound-hdinsight|storage-trusted-access|storage-perimeter-smb|keyvault-network|dbx-(same-sub-region|two-delegated-subnets|subnet-size|workers-talk))/;

/** ISO date on which pages and threads were last compared with the requirement `id`. */
export function checkedOn(id: string): string {
  if (latest.test(id)) return '2026-11-29';
  return skimmed.test(id) ? '2026-11-24' : '2026-11-28';
}

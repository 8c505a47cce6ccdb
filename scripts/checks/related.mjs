// Related checks that a page lists.

/** @typedef {import('./check-facts.mjs').CheckFacts} CheckFacts */

/** Checks of one subject, the most relevant first. */
const subjects = [
  'inbound-aml-44224 subnet-nsg-must-not-contradict-auto-nsg udr-forced-tunnel-aml auto-nsg-do-not-edit inbound-azure-load-balancer',
  'outbound-batch-443 inbound-batch-29876-29877 retired-batch-opening udr-forced-tunnel-batch',
  'outbound-storage-443 outbound-storage-445 storage-private-endpoint-subresources storage-service-endpoint-same-subnet exfil-service-endpoint-policy',
  'egress-explicit-for-npip default-outbound-new-vnets nat-gateway-compat route-internet-in-private-subnet udr-forced-tunnel-nat-option',
  'npip-requires-private-endpoint compute-before-private-endpoint computes-in-pe-vnet cluster-cross-region-connectivity endpoint-in-delegated-subnet',
  'dns-zones-linked dns-dependency-zones dns-custom-server-forwarders dns-custom-instance-record dns-batch-storage-classic',
  'subnet-free-ips-cluster subnet-free-ips-instance subnet-minimum-prefix',
  'vnet-docker-bridge-overlap vnet-address-space-disallowed invalid-network-value',
  'subnet-no-delegation subnet-not-shared-with-databricks endpoint-in-delegated-subnet dbx-two-delegated-subnets subnet-reserved-name',
  'rbac-vnet-join rbac-subnet-join rbac-compute-write misspelled-join-action',
  'policy-forbids-network-resources policy-denies-resource lock-on-vnet-resource-group quota-network-per-compute quota-aml-compute lock-on-workspace-resource-group',
  'conflicting-terraform-resources duplicate-priority duplicate-route',
  'nsg-rule-wellformed priority-out-of-range duplicate-priority tag-in-address-list misspelled-service-tag invalid-rule-value nsg-rule-limits',
  'contradicted-security-rule shadowed-security-rule wide-security-rule outbound-default-open',
  'invalid-route-value duplicate-route udr-unsupported-tags udr-service-tag-limits',
  'invalid-firewall-rule udr-appliance-health outbound-batch-443 udr-forced-tunnel-nat-option',
  'udr-no-blackhole udr-appliance-health udr-bgp-default-route udr-storage-through-appliance',
  'wrong-region-tag service-tag-region-selection misspelled-service-tag vnet-same-region-cluster',
  'vnet-same-region-instance vnet-same-region-cluster storage-region-close-to-compute vnet-same-subscription cluster-cross-region-connectivity',
  'acr-premium acr-trusted-services acr-network-placement image-build-compute outbound-acr-443',
  'outbound-mcr-443 outbound-frontdoor-firstparty-443 exfil-curated-env-registry outbound-acr-443',
  'keyvault-network outbound-keyvault-443',
  'storage-trusted-access storage-shared-key-enabled storage-perimeter-smb storage-same-vnet-2020 endpoint-mix',
  'serverless-npip-ip-allowlist instance-selected-networks private-link-public-access-features control-plane-stays-public multi-private-endpoints',
  'outbound-python-packages outbound-vscode-hosts outbound-rstudio-hosts outbound-signin-cdn outbound-websocket',
  'outbound-entra-80-443 outbound-graph-443 outbound-signin-cdn outbound-arm-443',
  'outbound-aml-443 outbound-aml-udp-5831 outbound-aml-18881 outbound-aml-8787 outbound-frontdoor-frontend-443',
  'inbound-none-for-npip inbound-npip-preview-internal inbound-ssh-22-cluster inbound-vscode-8704-8710',
  'inbound-intra-subnet outbound-virtualnetwork-443 outbound-virtualnetwork-any',
  'managed-vnet-exclusive managed-network-set-up managed-vnet-migration endpoint-mix',
  'compute-vnet-immutable recreate-after-private-link-change managed-vnet-migration compute-name-format',
  'compute-outside-network subnet-not-in-files compute-before-private-endpoint',
  'unassociated-security-group conflicting-terraform-resources outbound-default-open',
  'pe-network-policies-workspace outbound-virtualnetwork-443 npip-requires-private-endpoint',
  'monitor-ampls-open-mode outbound-azuremonitor-443',
  'attach-sdk-v1-sunset attach-no-duplicate attach-in-own-network',
  'vm-public-ip-required vm-ubuntu-only inbound-ssh-22-attached',
  'hdi-public-ip-required inbound-hdinsight-443 inbound-hdinsight-kafka-9400 udr-hdinsight-management hdinsight-dns-53 hdi-egress-fqdn hdi-no-service-endpoint-policy hdi-existing-cluster-immutable',
  'dbx-two-delegated-subnets dbx-subnet-size dbx-default-subnet dbx-same-sub-region dbx-storage-same-vnet dbx-secure-cluster-connectivity',
  'outbound-databricks-control inbound-databricks-22-5557 dbx-nsg-rules dbx-workers-talk udr-databricks dbx-no-workspace-private-endpoint-use',
  'restricted-egress-composite-2020 outbound-aml-udp-5831 outbound-batch-443 outbound-default-open',
  'browser-doh outbound-signin-cdn dns-custom-server-forwarders',
  'lighthouse-unsupported vnet-same-subscription rbac-compute-write',
  'notebook-data-same-vnet-subnet storage-service-endpoint-same-subnet',
  'vnet-resource-manager-model vnet-same-subscription',
].map((one) => one.split(' '));

const most = 4;

/**
 * Returns checks of the same subjects, or of the same group if no line contains the check. @param {CheckFacts} check
 * @param {readonly CheckFacts[]} all
 */
export function relatedTo({ id, group, refines }, all) {
  const of = subjects.filter((one) => one.includes(id)).flat();
  const ids = new Set([...(refines === null ? [] : [refines]), ...of.filter((one) => one !== id)]);
  const found = [...ids].flatMap((other) => all.find((one) => one.id === other) ?? []);
  const near = found.length > 0 ? found : all.filter((one) => one.group === group && one.id !== id);
  return near.slice(0, most);
}

/** Every listed ID, for the test that each exists. */
export const namedIds = [...new Set(subjects.flat())];

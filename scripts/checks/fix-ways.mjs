// How each check is fixed outside of the editor: an Azure CLI command, a location in the portal, and the changes of a
// quick fix.

/** @typedef {import('../../src/requirements/requirement').FlowTemplate} FlowTemplate */

const inGroup = '--resource-group <group>';
const rule = (/** @type {string} */ action, /** @type {string} */ more) =>
  `az network nsg rule ${action} ${inGroup} --nsg-name <nsg> --name <rule>${more}`;
const subnet = (/** @type {string} */ more) =>
  `az network vnet subnet update ${inGroup} --vnet-name <network> --name <subnet> ${more}`;
const route = (/** @type {string} */ tag) =>
  `az network route-table route create ${inGroup} --route-table-name <table> --name to-${tag} --address-prefix ${tag} --next-hop-type Internet`;
const endpoint = (/** @type {string} */ group) =>
  `az network private-endpoint create ${inGroup} --name <endpoint> --subnet <subnet ID> --private-connection-resource-id <resource ID> --group-id ${group} --connection-name <name>`;
const workspace = (/** @type {string} */ more) =>
  `az ml workspace update ${inGroup} --name <workspace> ${more}`;
const registry = (/** @type {string} */ more) => `az acr update ${inGroup} --name <registry> ${more}`;
const account = (/** @type {string} */ more) =>
  `az storage account update ${inGroup} --name <account> ${more}`;
const recreate = [
  `az ml compute delete ${inGroup} --workspace-name <workspace> --name <compute>`,
  `az ml compute create ${inGroup} --workspace-name <workspace> --file <compute>.yml`,
];
const deleteRule = rule('delete', '');
const deleteRoute = `az network route-table route delete ${inGroup} --route-table-name <table> --name <route>`;
const priority = rule('update', ' --priority <priority>');
const peering = `az network vnet peering create ${inGroup} --vnet-name <network> --name <peering> --remote-vnet <network ID> --allow-vnet-access`;
const natGateway = [
  `az network public-ip create ${inGroup} --name <address> --sku Standard`,
  `az network nat gateway create ${inGroup} --name <gateway> --public-ip-addresses <address>`,
  subnet('--nat-gateway <gateway>'),
];
const subnetRule = (/** @type {string} */ action) =>
  `az storage account network-rule ${action} ${inGroup} --account-name <account> --subnet <subnet ID>`;
const roleAt = (/** @type {string} */ role, /** @type {string} */ scope) =>
  `az role assignment create --assignee <user> --role "${role}" --scope <${scope} ID>`;
const allow = (/** @type {string} */ protocol, /** @type {string} */ tag, /** @type {string} */ port) =>
  `az network nsg rule create ${inGroup} --nsg-name <nsg> --name Allow-${tag} --priority <priority> --direction Outbound --access Allow --protocol ${protocol} --source-address-prefixes VirtualNetwork --destination-address-prefixes ${tag} --destination-port-ranges ${port}`;
const lock = ['az lock list --resource-group <group>', 'az lock delete --ids <lock ID>'];
const addressSpace = `az network vnet update ${inGroup} --name <network> --address-prefixes <prefixes>`;

/** @type {Readonly<Record<string, readonly string[]>>} */
const commandsOf = {
  'cluster-cross-region-connectivity': [peering],
  'computes-in-pe-vnet': [peering],
  'subnet-minimum-prefix': [subnet('--address-prefixes <prefix>')],
  'subnet-free-ips-cluster': [subnet('--address-prefixes <prefix>')],
  'subnet-no-delegation': [subnet('--remove delegations')],
  'vnet-docker-bridge-overlap': [addressSpace],
  'vnet-address-space-disallowed': [addressSpace],
  'compute-vnet-immutable': recreate,
  'recreate-after-private-link-change': recreate,
  'managed-vnet-migration': recreate,
  'managed-network-set-up': [`az ml workspace provision-network ${inGroup} --name <workspace>`],
  'rbac-vnet-join': [roleAt('Network Contributor', 'network')],
  'rbac-subnet-join': [roleAt('Network Contributor', 'network')],
  'rbac-compute-write': [roleAt('AzureML Compute Operator', 'workspace')],
  'lock-on-vnet-resource-group': lock,
  'lock-on-workspace-resource-group': lock,
  'policy-forbids-network-resources': [
    'az policy exemption create --name <name> --exemption-category Waiver --policy-assignment <assignment ID> --scope <group ID>',
  ],
  'policy-denies-resource': [
    'az policy exemption create --name <name> --exemption-category Waiver --policy-assignment <assignment ID> --scope <group ID>',
  ],
  'quota-network-per-compute': ['az network list-usages --location <region>'],
  'quota-aml-compute': ['az ml compute list-usage --location <region>'],
  'nsg-rule-limits': [`az network nsg rule list ${inGroup} --nsg-name <nsg> --query "length(@)"`],
  'nsg-rule-wellformed': [priority],
  'inbound-none-for-npip': [deleteRule],
  'inbound-batch-29876-29877': [deleteRule],
  'inbound-ssh-22-cluster': [rule('update', ' --source-address-prefixes <addresses>')],
  'subnet-nsg-must-not-contradict-auto-nsg': [
    `az network nsg rule create ${inGroup} --nsg-name <nsg> --name Allow-AzureML-44224 --priority <priority> --direction Inbound --access Allow --protocol Tcp --source-address-prefixes AzureMachineLearning --destination-address-prefixes "*" --destination-port-ranges 44224`,
  ],
  'restricted-egress-composite-2020': [
    allow('Udp', 'AzureMachineLearning', '5831'),
    allow('"*"', 'BatchNodeManagement.<region>', '443'),
  ],
  'outbound-default-open': [
    `az network nsg rule create ${inGroup} --nsg-name <nsg> --name Deny-Internet --priority 4096 --direction Outbound --access Deny --protocol "*" --destination-address-prefixes Internet --destination-port-ranges "*"`,
  ],
  'service-tag-region-selection': [rule('update', ' --destination-address-prefixes <tag>')],
  'exfil-service-endpoint-policy': [
    `az network service-endpoint policy-definition create ${inGroup} --policy-name <policy> --name <name> --service Microsoft.Storage --service-resources <account ID> /services/Azure/MachineLearning`,
  ],
  'egress-explicit-for-npip': natGateway,
  'default-outbound-new-vnets': natGateway,
  'route-internet-in-private-subnet': natGateway,
  'udr-forced-tunnel-batch': [route('BatchNodeManagement')],
  'udr-forced-tunnel-aml': [route('AzureMachineLearning')],
  'udr-hdinsight-management': [route('HDInsight')],
  'udr-databricks': [route('AzureDatabricks')],
  'udr-forced-tunnel-nat-option': [deleteRoute],
  'udr-no-blackhole': [deleteRoute],
  'udr-unsupported-tags': [deleteRoute],
  'udr-service-tag-limits': [deleteRoute],
  'duplicate-route': [deleteRoute],
  'udr-appliance-health': [`az network nic update ${inGroup} --name <interface> --ip-forwarding true`],
  'udr-bgp-default-route': [
    `az network nic show-effective-route-table ${inGroup} --name <interface>`,
    `az network route-table update ${inGroup} --name <table> --disable-bgp-route-propagation true`,
  ],
  'nat-gateway-compat': [
    `az network nat gateway update ${inGroup} --name <gateway> --public-ip-addresses <address>`,
  ],
  'npip-requires-private-endpoint': [endpoint('amlworkspace')],
  'compute-before-private-endpoint': [endpoint('amlworkspace')],
  'serverless-npip-ip-allowlist': [endpoint('amlworkspace')],
  'instance-selected-networks': [endpoint('amlworkspace')],
  'multi-private-endpoints': [endpoint('amlworkspace')],
  'storage-private-endpoint-subresources': [endpoint('blob'), endpoint('file')],
  'dbx-storage-same-vnet': [endpoint('blob')],
  'keyvault-network': [endpoint('vault')],
  'acr-network-placement': [endpoint('registry')],
  'pe-network-policies-workspace': [subnet('--private-endpoint-network-policies Disabled')],
  'endpoint-in-delegated-subnet': [subnet('--remove delegations')],
  'unassociated-security-group': [subnet('--network-security-group <nsg>')],
  'dns-zones-linked': [
    `az network private-dns link vnet create ${inGroup} --zone-name privatelink.api.azureml.ms --name <link> --virtual-network <network ID> --registration-enabled false`,
  ],
  'dns-dependency-zones': [
    `az network private-dns link vnet create ${inGroup} --zone-name <zone> --name <link> --virtual-network <network ID> --registration-enabled false`,
  ],
  'dns-custom-server-forwarders': [
    `az network vnet update ${inGroup} --name <network> --dns-servers 168.63.129.16`,
  ],
  'invalid-network-value': [`az network vnet update ${inGroup} --name <network> --dns-servers <addresses>`],
  'private-link-public-access-features': [workspace('--public-network-access Disabled')],
  'storage-same-vnet-2020': [subnetRule('add')],
  'storage-service-endpoint-same-subnet': [
    subnet('--service-endpoints Microsoft.Storage'),
    subnetRule('add'),
  ],
  'endpoint-mix': [subnetRule('remove')],
  'storage-trusted-access': [account('--bypass AzureServices')],
  'storage-shared-key-enabled': [account('--allow-shared-key-access true')],
  'storage-perimeter-smb': [
    `az network perimeter association delete ${inGroup} --perimeter-name <perimeter> --name <association>`,
  ],
  'acr-premium': [registry('--sku Premium')],
  'acr-trusted-services': [registry('--allow-trusted-services true')],
  'image-build-compute': [workspace('--image-build-compute <cluster>')],
  'monitor-ampls-open-mode': [
    'az resource update --ids <scope ID> --set properties.accessModeSettings.ingestionAccessMode=Open properties.accessModeSettings.queryAccessMode=Open',
  ],
  'attach-no-duplicate': [`az ml compute detach ${inGroup} --workspace-name <workspace> --name <compute>`],
  'vm-public-ip-required': [
    `az network nic ip-config update ${inGroup} --nic-name <interface> --name <configuration> --public-ip-address <address>`,
  ],
  'hdinsight-dns-53': [deleteRule],
  'hdi-no-service-endpoint-policy': [subnet('--remove serviceEndpointPolicies')],
  'dbx-two-delegated-subnets': [
    subnet('--delegations Microsoft.Databricks/workspaces --network-security-group <nsg>'),
  ],
  'dbx-default-subnet': [
    `az network vnet subnet create ${inGroup} --vnet-name <network> --name default --address-prefixes <prefix>`,
  ],
  'dbx-secure-cluster-connectivity': [
    `az databricks workspace update ${inGroup} --name <databricks> --enable-no-public-ip true`,
  ],
  'priority-out-of-range': [priority],
  'duplicate-priority': [priority],
  'contradicted-security-rule': [deleteRule],
  'shadowed-security-rule': [deleteRule],
  'retired-batch-opening': [deleteRule],
  'inbound-npip-preview-internal': [deleteRule],
  'auto-nsg-do-not-edit': [deleteRule],
  'tag-in-address-list': [rule('update', ' --destination-address-prefixes <tag>')],
  'misspelled-service-tag': [rule('update', ' --destination-address-prefixes <tag>')],
  'wrong-region-tag': [rule('update', ' --destination-address-prefixes <tag>')],
  'wide-security-rule': [rule('update', ' --destination-port-ranges <ports>')],
  'invalid-rule-value': [rule('update', ' --destination-port-ranges <ports>')],
  'invalid-route-value': [
    `az network route-table route update ${inGroup} --route-table-name <table> --name <route> --next-hop-type VirtualAppliance --next-hop-ip-address <address>`,
  ],
  'misspelled-join-action': ['az role definition update --role-definition <role>.json'],
};

/**
 * @param {string} id
 * @param {readonly FlowTemplate[]} flows
 * @param {readonly string[]} hosts
 * @returns {readonly string[]} lines for a shell, with placeholders in angle brackets
 */
export function commands(id, flows, hosts) {
  const own = commandsOf[id];
  if (own) return own;
  if (flows.length > 0) return flows.map(flowCommand);
  const plain = hosts.filter((one) => !/[<{]/.test(one));
  return plain.length === 0 ? [] : [firewallCommand(plain)];
}

/** @param {FlowTemplate} flow */
function flowCommand({ direction, ports, remote, writeProtocol, ruleName }) {
  const quoted = (/** @type {string} */ text) => (text.includes('*') ? `"${text}"` : text);
  const far = quoted(farSideOf(remote));
  const near = remote.is === 'tag' ? (direction === 'Inbound' ? '"*"' : 'VirtualNetwork') : far;
  const [source, destination] = direction === 'Inbound' ? [far, near] : [near, far];
  return `az network nsg rule create ${inGroup} --nsg-name <nsg> --name ${ruleName} --priority <priority> --direction ${direction} --access Allow --protocol ${quoted(writeProtocol)} --source-address-prefixes ${source} --destination-address-prefixes ${destination} --destination-port-ranges ${ports.map(quoted).join(' ')}`;
}

/** @param {FlowTemplate['remote']} remote */
function farSideOf(remote) {
  if (remote.is === 'private-endpoints') return '<addresses>';
  if (remote.is !== 'tag') return 'VirtualNetwork';
  return remote.scope === 'none' || remote.scope === 'hdinsight' ? remote.tag : `${remote.tag}.<region>`;
}

/** @param {readonly string[]} hosts */
const firewallCommand = (hosts) =>
  `az network firewall policy rule-collection-group collection rule add ${inGroup} --policy-name <policy> --rule-collection-group-name <collections> --collection-name <collection> --name <rule> --rule-type ApplicationRule --source-addresses <prefix> --protocols Https=443 --target-fqdns ${hosts.map((one) => `"${one}"`).join(' ')}`;

/** Locations in the portal, each with its text in check-words. */
/** @type {Readonly<Record<string, string>>} */
const placeOfId = {
  ...of('firewallRules', 'invalid-firewall-rule'),
  ...of('delegation', 'subnet-no-delegation dbx-two-delegated-subnets endpoint-in-delegated-subnet'),
  ...of('endpointPolicies', 'pe-network-policies-workspace'),
  ...of('peerings', 'cluster-cross-region-connectivity computes-in-pe-vnet'),
  ...of('addressSpace', 'vnet-docker-bridge-overlap vnet-address-space-disallowed dbx-subnet-size'),
  ...of(
    'subnets',
    'subnet-minimum-prefix subnet-free-ips-cluster subnet-free-ips-instance subnet-reserved-name subnet-not-shared-with-databricks dbx-default-subnet exfil-service-endpoint-policy hdi-no-service-endpoint-policy unassociated-security-group',
  ),
  ...of('subscription', 'lighthouse-unsupported vnet-same-subscription'),
  ...of(
    'region',
    'vnet-same-region-instance vnet-same-region-cluster vnet-resource-manager-model storage-region-close-to-compute',
  ),
  ...of(
    'compute',
    'compute-vnet-immutable recreate-after-private-link-change managed-vnet-migration compute-name-format compute-outside-network subnet-not-in-files notebook-data-same-vnet-subnet inbound-ssh-22-cluster attach-sdk-v1-sunset attach-no-duplicate attach-in-own-network',
  ),
  ...of('managed', 'managed-network-set-up managed-vnet-exclusive endpoint-mix'),
  ...of(
    'workspaceEndpoints',
    'npip-requires-private-endpoint compute-before-private-endpoint serverless-npip-ip-allowlist instance-selected-networks multi-private-endpoints',
  ),
  ...of(
    'workspaceAccess',
    'private-link-public-access-features control-plane-stays-public dbx-no-workspace-private-endpoint-use',
  ),
  ...of('networkRoles', 'rbac-vnet-join rbac-subnet-join misspelled-join-action'),
  ...of('workspaceRoles', 'rbac-compute-write'),
  ...of('locks', 'lock-on-vnet-resource-group lock-on-workspace-resource-group'),
  ...of('policy', 'policy-forbids-network-resources policy-denies-resource'),
  ...of('quota', 'quota-network-per-compute'),
  ...of('coreQuota', 'quota-aml-compute'),
  ...of(
    'natGateway',
    'egress-explicit-for-npip default-outbound-new-vnets route-internet-in-private-subnet nat-gateway-compat',
  ),
  ...of('effectiveRoutes', 'udr-bgp-default-route'),
  ...of('ipForwarding', 'udr-appliance-health'),
  ...of(
    'dnsServers',
    'dns-custom-server-forwarders dns-custom-instance-record dns-batch-storage-classic invalid-network-value',
  ),
  ...of('dnsZones', 'dns-zones-linked dns-dependency-zones'),
  ...of(
    'storageNetworking',
    'storage-same-vnet-2020 storage-service-endpoint-same-subnet storage-trusted-access storage-private-endpoint-subresources dbx-storage-same-vnet',
  ),
  ...of('storageConfiguration', 'storage-shared-key-enabled'),
  ...of('perimeter', 'storage-perimeter-smb'),
  ...of('vault', 'keyvault-network'),
  ...of('registry', 'acr-network-placement acr-trusted-services acr-premium'),
  ...of('imageBuild', 'image-build-compute'),
  ...of('monitor', 'monitor-ampls-open-mode'),
  ...of('machine', 'vm-public-ip-required vm-ubuntu-only'),
  ...of('hdinsight', 'hdi-public-ip-required hdi-existing-cluster-immutable'),
  ...of('databricks', 'dbx-same-sub-region dbx-secure-cluster-connectivity'),
  ...of('browser', 'browser-doh outbound-signin-cdn'),
  ...of(
    'firewall',
    'outbound-websocket outbound-python-packages outbound-vscode-hosts outbound-rstudio-hosts exfil-curated-env-registry hdi-egress-fqdn udr-storage-through-appliance',
  ),
  ...of(
    'inboundRules',
    'inbound-none-for-npip subnet-nsg-must-not-contradict-auto-nsg inbound-batch-29876-29877 retired-batch-opening inbound-npip-preview-internal auto-nsg-do-not-edit',
  ),
};

/** @param {string} place @param {string} ids @returns {Readonly<Record<string, string>>} */
function of(place, ids) {
  return Object.fromEntries(ids.split(' ').map((id) => [id, place]));
}

/**
 * @param {string} id
 * @param {string} group the group on the Readiness pane, or the subject of a finding
 * @returns {string} a key of `portal` in the words
 */
export function portalPlace(id, group) {
  const own = placeOfId[id];
  if (own) return own;
  if (group === 'inbound') return 'inboundRules';
  return group === 'routes' || group === 'route-table' ? 'routes' : 'outboundRules';
}

/** Changes of a quick fix, by ID. Flows that aren't listed get an NSG rule. */
/** @type {Readonly<Record<string, string>>} */
const changeOfId = {
  ...of(
    'endpoint',
    'cluster-cross-region-connectivity computes-in-pe-vnet npip-requires-private-endpoint serverless-npip-ip-allowlist instance-selected-networks storage-private-endpoint-subresources keyvault-network acr-network-placement',
  ),
  ...of('subnet', 'subnet-no-delegation pe-network-policies-workspace'),
  ...of(
    'remove',
    'inbound-batch-29876-29877 retired-batch-opening inbound-npip-preview-internal contradicted-security-rule shadowed-security-rule duplicate-route',
  ),
  ...of(
    'outboundAccess',
    'egress-explicit-for-npip default-outbound-new-vnets route-internet-in-private-subnet nat-gateway-compat',
  ),
  ...of('route', 'udr-forced-tunnel-batch udr-forced-tunnel-aml udr-hdinsight-management udr-databricks'),
  ...of('dns', 'dns-zones-linked dns-dependency-zones'),
  ...of(
    'service',
    'storage-same-vnet-2020 storage-service-endpoint-same-subnet storage-trusted-access acr-trusted-services image-build-compute',
  ),
  ...of('value', 'misspelled-service-tag tag-in-address-list wrong-region-tag misspelled-join-action'),
  ...of('file', 'compute-outside-network compute-before-private-endpoint'),
};

/** @param {string} id @returns {string} a key of `changes` in the words */
export const changeOf = (id) => changeOfId[id] ?? 'rule';

/** In the order of the index. */
export const changeKinds = [
  'rule',
  'route',
  'remove',
  'value',
  'outboundAccess',
  'subnet',
  'endpoint',
  'dns',
  'service',
  'file',
];

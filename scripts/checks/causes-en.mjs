// The pages of docs/causes in English: what each kind of cause is, how to see it, and how to fix it.

/**
 * @typedef {object} CauseWords
 * @property {string} means
 * @property {string} see
 * @property {string} fix
 */

/** @typedef {Readonly<Record<import('../../src/core/cause').CauseKind, CauseWords>>} CauseTexts */

export const englishCauses = {
  heads: { see: 'See it', fix: 'Fix it', requirements: 'Requirements' },
  any: (/** @type {string} */ checks) => `It can happen for [every requirement](${checks}).`,
  index: {
    title: 'Causes',
    intro:
      'A cause is the component that decides over one or more flows or settings. The editor, the terminal, and the wizard report each cause once. Its kind is the code of the problem.',
    columns: ['Code', 'Meaning'],
  },
  /** @type {CauseTexts} */
  kinds: {
    'nsg-rule-blocks': {
      means:
        'A security rule with access Deny matches the flows before a rule allows them. The rule with the lowest priority number decides.',
      see: 'The problem is at the name of the rule. The hover shows an example packet and the rule that decides. In Azure, *Network Watcher > IP flow verify* shows the same rule.',
      fix: 'Add allow rules with a lower priority number than the rule. The quick fix adds one for each flow. To remove the rule is your decision: no fix does it.',
    },
    'nsg-default-blocks': {
      means:
        'No written rule matches the flows, so a default rule of Azure (65500, DenyAllInBound or DenyAllOutBound) blocks them.',
      see: 'The problem is at `securityRules`, or at the NSG if it doesn’t list rules. The default rules aren’t in the file.',
      fix: 'Add an allow rule for each flow. The quick fix adds them.',
    },
    'admin-rule-blocks': {
      means:
        'Azure Virtual Network Manager applies security admin rules before the NSGs. An NSG rule can’t allow what such a rule denies.',
      see: 'The problem is at the rule, if a file has it. In Azure, the effective security admin rules of a network interface list it.',
      fix: 'Ask the owner of the network manager for a rule with *Always allow* or *Allow*, or to exclude the network.',
    },
    'route-drops': {
      means:
        'The route with the longest matching prefix has the next hop None, or a next hop that can’t forward the packets.',
      see: 'The problem is at the name of the route. In Azure, *Effective routes* of a network interface shows it.',
      fix: 'Add a route with a longer prefix or a service tag, and a next hop that forwards the packets. The quick fix adds it where it’s tested.',
    },
    'reply-route': {
      means:
        'Azure calls nodes on their public IP address. A route sends the replies to an appliance or a gateway, which didn’t see the call and drops them (asymmetric routing).',
      see: 'The problem is at the name of the route. Compute creation fails, or the compute stays unusable.',
      fix: 'Add routes with the service tags AzureMachineLearning and BatchNodeManagement and next hop Internet. Or use compute without a public IP address.',
    },
    'no-outbound-access': {
      means:
        'The subnet doesn’t have a NAT gateway, public IP addresses, or an appliance, or it has only default outbound access.',
      see: 'The problem is at the name of the subnet.',
      fix: 'Associate a NAT gateway with the subnet, or route 0.0.0.0/0 to a firewall. A NAT gateway is billed per hour and GB, so the fix is always a separate choice.',
    },
    'firewall-blocks': {
      means: 'The routes send the flows to an Azure Firewall whose rules are known, and no rule allows them.',
      see: 'The problem is at the firewall rule that denies the flows, or at the list that doesn’t allow them.',
      fix: 'Add network or application rules to the firewall policy. The request contains them as code.',
    },
    'appliance-decides': {
      means:
        'A route sends the flows to a network virtual appliance (NVA) or to your on-premises network. Its rules aren’t known, so the result isn’t known: it’s to confirm.',
      see: 'The problem is a warning at the next hop of the route. It’s counted as unknown, never as an error.',
      fix: 'Confirm with your network team that the appliance allows the flows. *Create network request…* lists them with ports, service tags, and host names.',
    },
    'dns-missing': {
      means:
        'A private DNS zone isn’t linked to the virtual network, doesn’t have a record, or doesn’t exist. Names of private services then resolve to public addresses.',
      see: 'The problem is at the zone or the private endpoint. From a node, `nslookup` shows the address.',
      fix: 'Create the zone, link it to the virtual network of the DNS server, and add a DNS zone group to the private endpoint.',
    },
    'endpoint-missing': {
      means: 'A service denies public access and doesn’t have a private endpoint that the subnet can reach.',
      see: 'The problem is at the service or the workspace. Requests fail with 403, or time out.',
      fix: 'Create the private endpoint in the virtual network or a peered one, with its DNS zone.',
    },
    'service-firewall': {
      means:
        'The firewall or another network setting of a storage account, key vault, or container registry denies the subnet.',
      see: 'The problem is at the setting of the service.',
      fix: 'Add a private endpoint, or a rule for the subnet with a service endpoint. Allow trusted Microsoft services where the requirement needs it.',
    },
    'permission-missing': {
      means: 'You, or the identity that creates the compute, don’t have a role that the operation needs.',
      see: 'Azure refuses the operation with AuthorizationFailed. Files can’t show it: the wizard checks it.',
      fix: 'Ask for the role. The request contains the role and the scope.',
    },
    'quota-short': {
      means: 'The subscription or the workspace doesn’t have enough cores, clusters, or addresses left.',
      see: 'In Azure, *Usage + quotas* of the workspace shows it. Files can’t show it: the wizard checks it.',
      fix: 'Request more quota, choose another size or region, or delete compute that you don’t use.',
    },
    'policy-denies': {
      means: 'A policy assignment with the effect Deny applies to the resource.',
      see: 'The problem is at the assignment, if a file has it. Azure refuses the deployment with RequestDisallowedByPolicy.',
      fix: 'Change the resource so that the policy allows it, or ask for an exemption.',
    },
    lock: {
      means:
        'A read-only lock on the resource group or resource prevents Azure Machine Learning from creating or deleting what it needs. A delete lock prevents it from scaling down.',
      see: 'The problem is at the lock, if a file has it. Azure refuses the operation with ScopeLocked.',
      fix: 'Move the lock to another scope, or remove it. No fix does it for you.',
    },
    'subnet-unfit': {
      means:
        'A property of the subnet, its network, or the workspace doesn’t match the compute. Examples are a delegation to another service and another region.',
      see: 'The problem is at the subnet or the setting.',
      fix: 'Change the setting, or use another subnet.',
    },
    'addresses-short': {
      means:
        'Each node uses an address, and Azure reserves five addresses in each subnet. The largest number of nodes needs more.',
      see: 'The problem is at `maxNodeCount`, or at the compute.',
      fix: 'Use fewer nodes or a larger subnet. A subnet with devices in it can’t be resized.',
    },
    'not-readable': {
      means:
        'A value that decides isn’t known: a parameter without a value, a resource that’s in no file, or one that can’t be read in Azure. The result is to confirm.',
      see: 'The problem is a warning that names the reason. It’s counted as unknown.',
      fix: 'Select a parameter file, add the missing file to the same command, or read existing resources from Azure. To read resources you need the role Reader.',
    },
  },
};

import { flowCases } from '../../../scripts/checks/requirement-lists.mjs';
import type { PlannedCores } from '../../../src/core/governance';
import { known, type Known } from '../../../src/core/known';
import type { FlowCases } from '../../../src/requirements/requirement';
import { attachedCases } from './attached-cases';
import type { GovernanceSpec } from './governance-builder';
import { serviceRequirementCases } from './service-cases';
import type { ServicesSpec } from './services-builder';
import { privateInstance, modelSubscription, type NetworkSpec, type PlanSpec } from './model-builder';

/** A small network and plan, and the result of one requirement. */
export interface RequirementCase {
  readonly network?: NetworkSpec;
  readonly plan?: PlanSpec;
  readonly governance?: GovernanceSpec;
  readonly services?: ServicesSpec;
  readonly states: string;
}

export interface Pair {
  readonly reports: RequirementCase;
  readonly quiet: RequirementCase;
}

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const denyAllIn = 'in 4096 Deny * *>* * Deny-All-In';
const blocked = 'error blocked by 4096 Deny-All';
const instance: PlanSpec = {
  kind: known('instance'),
  name: 'ci-anna',
  maxNodes: known(1),
  minNodes: known(1),
};
const withoutPublicIp: PlanSpec = { publicIp: known(false), privateLink: true };
const article: PlanSpec = { profile: '2020-12' };
const joinSubnet = 'Microsoft.Network/virtualNetworks/subnets/join/action';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';

/** Machines of two vCPUs, and the quota of their family. */
function coresOf(left: number, limit: number): Known<PlannedCores> {
  const quotas = [{ family: 'standardDv2Family', used: limit - left, limit }];
  return known({ perNode: 2, family: 'standardDv2Family', isLowPriority: false, quotas });
}

/** `Allow` for one tag before the deny-all rule, with protocol and ports as documented. */
function allow(protocol: string, tag: string, ports: string): string {
  return `out 200 Allow ${protocol} VirtualNetwork>${tag} ${ports} Allow-It`;
}

/** Returns a flow that a deny-all rule blocks and one rule allows. */
function outboundPair(rule: string, states = blocked, more: PlanSpec = {}): Pair {
  return {
    reports: { network: { rules: [denyAll] }, plan: more, states },
    quiet: { network: { rules: [rule, denyAll] }, plan: more, states: 'allowed by 200 Allow-It' },
  };
}

/** As in the requirement's own `cases`. Hosts with known names only are allowed if the internet is open. */
function flowPair({ allow: rule, severity, kind, profile }: FlowCases): Pair {
  const [protocol = '', tag = '', ports = ''] = rule.split(' ');
  const plan = { ...(kind === undefined ? {} : instance), ...(profile === undefined ? {} : article) };
  const pair = outboundPair(allow(protocol, tag, ports), `${severity} blocked by 4096 Deny-All`, plan);
  return tag === 'Internet' ? { ...pair, quiet: { plan, states: 'allowed by default' } } : pair;
}

const flows = Object.entries(flowCases()).map(([id, own]) => [id, flowPair(own)] as const);

/**
 * For every requirement, a case that reports and one that doesn't. The result of a flow is based on the first match by
 * priority (network security groups, 2025-07-15); each setting's check cites its page.
 */
export const cases: Readonly<Record<string, Pair>> = {
  ...Object.fromEntries(flows),
  ...attachedCases,
  ...serviceRequirementCases,
  'rbac-vnet-join': {
    reports: {
      governance: { actions: ['*/read', joinSubnet] },
      states: 'error failed check.permission.missing',
    },
    quiet: { governance: {}, states: 'passed check.permission.held' },
  },
  'rbac-subnet-join': {
    reports: {
      governance: { actions: ['Microsoft.Network/virtualNetworks/subnet/join/action'] },
      states: 'error failed check.permission.misspelled',
    },
    quiet: { governance: { actions: [joinSubnet] }, states: 'passed check.permission.held' },
  },
  'rbac-compute-write': {
    reports: {
      governance: { notActions: ['Microsoft.MachineLearningServices/*/write'] },
      states: 'error failed check.permission.missing',
    },
    quiet: { governance: {}, states: 'passed check.permission.held' },
  },
  'lock-on-vnet-resource-group': {
    reports: {
      governance: { networkLocks: ['ReadOnly'] },
      plan: { publicIp: known(true) },
      states: 'error failed check.lock.readOnly',
    },
    quiet: { governance: {}, states: 'passed check.lock.none' },
  },
  'lock-on-workspace-resource-group': {
    reports: {
      governance: { workspaceLocks: ['CanNotDelete'] },
      states: 'error failed check.lock.canNotDelete',
    },
    quiet: { governance: {}, states: 'passed check.lock.none' },
  },
  'policy-forbids-network-resources': {
    reports: {
      governance: { denied: ['Microsoft.Network/publicIPAddresses'] },
      plan: { publicIp: known(true) },
      states: 'error failed check.policy.denies',
    },
    quiet: { governance: {}, plan: { publicIp: known(true) }, states: 'passed check.policy.none' },
  },
  'quota-network-per-compute': {
    reports: {
      governance: { used: { LoadBalancers: 999 } },
      plan: { publicIp: known(true), maxNodes: known(101) },
      states: 'error failed check.quota.full',
    },
    quiet: { governance: {}, plan: { publicIp: known(true) }, states: 'passed check.quota.room' },
  },
  'quota-aml-compute': {
    reports: { plan: { cores: coresOf(1, 24) }, states: 'error failed check.cores.short' },
    quiet: { plan: { cores: coresOf(16, 24) }, states: 'passed check.cores.room' },
  },
  'vnet-same-subscription': {
    reports: {
      network: {
        networkId: `${modelSubscription.replaceAll('1', '2')}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v`,
      },
      plan: {
        subnetId: `${modelSubscription.replaceAll('1', '2')}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/snet-training`,
      },
      states: 'error failed subscription.other',
    },
    quiet: { states: 'passed subscription.same' },
  },
  'vnet-same-region-instance': {
    reports: {
      network: { region: 'northeurope' },
      plan: instance,
      states: 'error failed check.region.other',
    },
    quiet: { network: { region: 'West Europe' }, plan: instance, states: 'passed check.region.same' },
  },
  'vnet-same-region-cluster': {
    reports: { network: { region: 'northeurope' }, states: 'warning failed check.region.other' },
    quiet: { states: 'passed check.region.same' },
  },
  'cluster-cross-region-connectivity': {
    reports: {
      network: { endpoints: ['pe-ws amlworkspace 10.90.0.4 vnet-elsewhere'] },
      plan: { privateLink: true },
      states: 'error failed check.connection.notPeered',
    },
    quiet: {
      network: {
        endpoints: ['pe-ws amlworkspace 10.90.0.4 vnet-hub'],
        peerings: ['vnet-hub 10.90.0.0/16'],
      },
      plan: { privateLink: true },
      states: 'passed check.connection.peered',
    },
  },
  'computes-in-pe-vnet': {
    reports: {
      network: { endpoints: ['pe-ws amlworkspace 10.90.0.4 vnet-elsewhere'] },
      plan: privateInstance,
      states: 'error failed check.connection.notPeered',
    },
    quiet: {
      network: { endpoints: ['pe-ws amlworkspace 10.40.7.4'] },
      plan: privateInstance,
      states: 'passed check.connection.own',
    },
  },
  'subnet-free-ips-cluster': {
    reports: {
      network: { inUse: 57 },
      plan: { maxNodes: known(8) },
      states: 'warning failed check.free.short',
    },
    quiet: { network: { inUse: 12 }, plan: { maxNodes: known(8) }, states: 'passed check.free.enough' },
  },
  'subnet-free-ips-instance': {
    reports: { network: { inUse: 59 }, plan: instance, states: 'error failed check.free.none' },
    quiet: { network: { inUse: 58 }, plan: instance, states: 'passed check.free.enough' },
  },
  'subnet-minimum-prefix': {
    reports: { network: { prefixes: ['10.40.4.0/29'] }, states: 'warning failed check.size.small' },
    quiet: { network: { prefixes: ['10.40.4.0/28'] }, states: 'passed check.size.enough' },
  },
  'subnet-no-delegation': {
    reports: {
      network: { delegations: ['Microsoft.ContainerInstance/containerGroups'] },
      states: 'error failed check.delegation.given',
    },
    quiet: { states: 'passed check.delegation.none' },
  },
  'subnet-reserved-name': {
    reports: {
      network: { name: 'GatewaySubnet' },
      plan: {
        subnetId: `${modelSubscription}/resourceGroups/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu/subnets/gatewaysubnet`,
      },
      states: 'error failed check.name.reserved',
    },
    quiet: { states: 'passed check.name.free' },
  },
  'subnet-not-shared-with-databricks': {
    reports: {
      network: { delegations: ['Microsoft.Databricks/workspaces'] },
      states: 'info failed check.databricks.yes',
    },
    quiet: { states: 'passed check.databricks.no' },
  },
  'vnet-docker-bridge-overlap': {
    reports: {
      network: { addressSpace: ['10.40.0.0/21', '172.16.0.0/12'] },
      states: 'error failed check.overlap.own',
    },
    quiet: { network: { addressSpace: ['172.18.0.0/16'] }, states: 'passed check.overlap.none' },
  },
  'vnet-address-space-disallowed': {
    reports: {
      network: { addressSpace: ['168.63.0.0/16'] },
      states: 'error failed check.addresses.refused',
    },
    quiet: { states: 'passed check.addresses.fine' },
  },
  'vnet-resource-manager-model': {
    reports: {
      network: {
        networkId: `${modelSubscription}/resourceGroups/rg/providers/Microsoft.ClassicNetwork/virtualNetworks/old`,
      },
      plan: {
        subnetId: `${modelSubscription}/resourceGroups/rg/providers/Microsoft.ClassicNetwork/virtualNetworks/old/subnets/snet-training`,
      },
      states: 'error failed check.model.classic',
    },
    quiet: { states: 'passed check.model.fine' },
  },
  'compute-vnet-immutable': alwaysQuiet('not-applicable check.existingOnly', {}),
  'recreate-after-private-link-change': alwaysQuiet('not-applicable check.existingOnly', {
    privateLink: true,
  }),
  'managed-vnet-migration': alwaysQuiet('not-applicable check.existingOnly', {}),
  'managed-network-set-up': {
    reports: {
      plan: { subnetId: null, managedNetwork: 'allow-internet-outbound', isSetUp: false },
      states: 'warning failed check.setUp.notYet',
    },
    quiet: {
      plan: { subnetId: null, managedNetwork: 'allow-internet-outbound' },
      states: 'passed check.setUp.done',
    },
  },
  'managed-vnet-exclusive': {
    reports: {
      plan: { managedNetwork: 'allow-internet-outbound' },
      states: 'error failed check.managed.forbidden',
    },
    quiet: { states: 'passed check.managed.own' },
  },
  'lighthouse-unsupported': { reports: { states: 'note' }, quiet: { plan: article, states: 'absent' } },
  'storage-region-close-to-compute': {
    reports: {
      services: { storage: { location: 'northeurope' } },
      states: 'info failed check.dataRegion.elsewhere',
    },
    quiet: { services: { storage: { location: 'westeurope' } }, states: 'passed check.dataRegion.same' },
  },
  'notebook-data-same-vnet-subnet': {
    reports: { plan: { ...article, ...instance }, states: 'note' },
    quiet: { plan: article, states: 'not-applicable check.otherKind.instance' },
  },
  'compute-name-format': {
    reports: {
      plan: { ...instance, name: 'gpu-fraud-01' },
      states: 'error failed check.computeName.hyphen',
    },
    quiet: { plan: { name: 'cpu-cluster2' }, states: 'passed check.computeName.fine' },
  },
  'inbound-batch-29876-29877': {
    reports: {
      network: { rules: ['in 110 Allow Tcp BatchNodeManagement>* 29876-29877 Allow-Batch'] },
      states: 'note check.oldOpening.rule by 110 Allow-Batch',
    },
    quiet: { network: { rules: [] }, states: 'not-applicable check.oldOpening.none' },
  },
  'inbound-aml-44224': {
    reports: { network: { rules: [] }, states: 'error blocked by 65500 DenyAllInBound' },
    quiet: {
      network: { rules: ['in 100 Allow Tcp AzureMachineLearning>VirtualNetwork 44224 Allow-Control'] },
      states: 'allowed by 100 Allow-Control',
    },
  },
  'inbound-none-for-npip': {
    reports: {
      network: { rules: ['in 100 Allow Tcp AzureMachineLearning>* 44224 Allow-Control'] },
      plan: withoutPublicIp,
      states: 'note check.inbound.rule by 100 Allow-Control',
    },
    quiet: {
      network: { rules: ['in 100 Allow Tcp 10.0.0.0/8>* 22 Allow-SSH'] },
      plan: withoutPublicIp,
      states: 'passed check.inbound.none',
    },
  },
  'inbound-intra-subnet': {
    reports: {
      network: { rules: ['out 200 Allow Tcp *>* 443 Allow-Https', denyAll] },
      states: 'warning partly-blocked by 4096 Deny-All',
    },
    quiet: { network: { rules: [] }, states: 'allowed by default by 65000 AllowVnetOutBound' },
  },
  'inbound-azure-load-balancer': {
    reports: {
      network: { rules: ['in 100 Allow Tcp AzureMachineLearning>* 44224 A', denyAllIn] },
      states: 'warning blocked by 4096 Deny-All-In',
    },
    // The host's address belongs to VirtualNetwork too (service tags, 2023-01-26), so rule 65000 decides first.
    quiet: { network: { rules: [] }, states: 'allowed by default by 65000 AllowVnetInBound' },
  },
  'inbound-ssh-22-cluster': {
    reports: {
      network: { rules: ['in 100 Allow Tcp *>* 22 Allow-SSH'] },
      plan: { publicSsh: true },
      states: 'warning failed check.ssh.open',
    },
    quiet: {
      network: { rules: ['in 100 Allow Tcp 20.1.2.0/28>* 22 Allow-SSH'] },
      plan: { publicSsh: true },
      states: 'passed check.ssh.limited',
    },
  },
  'inbound-vscode-8704-8710': {
    reports: { network: { rules: [denyAllIn] }, plan: instance, states: 'info blocked by 4096 Deny-All-In' },
    quiet: {
      network: { rules: [] },
      plan: instance,
      states: 'allowed by default by 65000 AllowVnetInBound',
    },
  },
  'subnet-nsg-must-not-contradict-auto-nsg': {
    reports: { network: { rules: [denyAllIn] }, states: 'info failed check.agree.no' },
    quiet: { states: 'passed check.agree.noGroup' },
  },
  'outbound-aml-8787': outboundPair(
    allow('Tcp', 'AzureMachineLearning', '8000-9000'),
    'info blocked by 4096 Deny-All',
    instance,
  ),
  'outbound-storage-443': outboundPair(allow('Tcp', 'Storage', '443')),
  'outbound-virtualnetwork-443': {
    reports: { network: { rules: [denyAll], endpoints: ['pe-blob blob 10.40.7.4'] }, states: blocked },
    quiet: {
      network: {
        rules: [allow('Tcp', 'VirtualNetwork', '443'), denyAll],
        endpoints: ['pe-blob blob 10.40.7.4'],
      },
      states: 'allowed by 200 Allow-It',
    },
  },
  'outbound-frontdoor-firstparty-443': outboundPair(allow('Tcp', 'AzureFrontDoor.firstparty', '443')),
  'outbound-keyvault-443': outboundPair(allow('Tcp', 'AzureKeyVault', '443'), blocked, {
    highBusinessImpact: true,
  }),
  'outbound-websocket': {
    reports: { plan: instance, states: 'note' },
    quiet: { states: 'not-applicable check.otherKind.instance' },
  },
  // The article (how-to-secure-training-vnet, 2020-12-10) lists sign-in by its tag only; port 80 came later.
  'restricted-egress-composite-2020': {
    reports: {
      network: {
        rules: [
          'out 110 Allow Tcp *>AzureActiveDirectory 443 A',
          'out 120 Allow Tcp *>AzureMachineLearning 443 B',
          'out 130 Allow Tcp *>AzureResourceManager 443 C',
          'out 140 Allow Tcp *>Storage.WestEurope 443 D',
          denyAll,
        ],
      },
      states: 'info failed check.list2020.yes',
    },
    quiet: { network: { rules: [denyAll] }, states: 'not-applicable check.list2020.no' },
  },
  'outbound-default-open': {
    reports: { network: { rules: [] }, states: 'info failed check.open.noDeny' },
    quiet: { network: { rules: [denyAll] }, states: 'passed check.open.restricted' },
  },
  'service-tag-region-selection': {
    reports: {
      network: {
        region: 'northeurope',
        rules: [allow('*', 'BatchNodeManagement.NorthEurope', '443'), denyAll],
      },
      states: 'info failed check.tagRegions.open',
    },
    quiet: { network: { region: 'northeurope' }, states: 'passed check.tagRegions.fine' },
  },
  'exfil-service-endpoint-policy': {
    reports: {
      network: { endpointPolicies: ['/p/policy'], serviceEndpoints: [] },
      states: 'info failed check.policy.noEndpoint',
    },
    quiet: { states: 'not-applicable check.endpointPolicy.none' },
  },
  'egress-explicit-for-npip': {
    reports: {
      network: { nat: null },
      plan: withoutPublicIp,
      states: 'error failed check.outboundAccess.private',
    },
    quiet: { plan: withoutPublicIp, states: 'passed check.outboundAccess.nat' },
  },
  'default-outbound-new-vnets': {
    reports: {
      network: { nat: null, defaultOutboundAccess: true },
      plan: withoutPublicIp,
      states: 'info failed check.defaultAccess.yes',
    },
    quiet: { plan: withoutPublicIp, states: 'passed check.defaultAccess.no' },
  },
  'route-internet-in-private-subnet': {
    reports: {
      network: { nat: null, routes: ['AzureMachineLearning internet'] },
      plan: withoutPublicIp,
      states: 'info failed check.directRoutes.lost',
    },
    quiet: {
      network: { routes: ['AzureMachineLearning internet'] },
      plan: withoutPublicIp,
      states: 'passed check.directRoutes.fine',
    },
  },
  'udr-forced-tunnel-batch': {
    reports: {
      network: { routes: [tunnel], rules: [denyAllIn] },
      plan: article,
      states: 'error failed check.replies.lost',
    },
    quiet: { network: { routes: [tunnel] }, states: 'not-applicable check.batchReplies.retired' },
  },
  'udr-forced-tunnel-aml': {
    // No rule allows the inbound call, so its own row has another result and this one counts.
    reports: {
      network: { routes: [tunnel], rules: [denyAllIn] },
      states: 'error failed check.replies.lost',
    },
    quiet: {
      network: { routes: [tunnel, 'AzureMachineLearning internet'] },
      states: 'passed check.replies.direct',
    },
  },
  'udr-forced-tunnel-nat-option': {
    reports: { network: { routes: [tunnel] }, states: 'warning failed check.nat.bypassed' },
    quiet: { states: 'passed check.nat.used' },
  },
  'udr-storage-through-appliance': {
    reports: { network: { routes: [tunnel] }, plan: article, states: 'note' },
    quiet: { network: { rules: [denyAll] }, plan: article, states: 'not-applicable check.appliance.none' },
  },
  'udr-no-blackhole': {
    reports: {
      network: { routes: ['BatchNodeManagement none'] },
      states: 'info failed check.blackhole.some',
    },
    quiet: { states: 'passed check.blackhole.none' },
  },
  'udr-appliance-health': {
    reports: {
      network: { routes: ['0.0.0.0/0 appliance 10.40.4.9'] },
      states: 'error failed check.appliance.own',
    },
    quiet: { network: { routes: [tunnel] }, states: 'passed check.appliance.fine' },
  },
  'nsg-rule-limits': {
    reports: {
      network: {
        rules: Array.from({ length: 901 }, (_, n) => `out ${100 + n} Allow Tcp *>Internet 443 R${n}`),
      },
      states: 'warning failed check.group.nearlyFull',
    },
    quiet: { network: { rules: [denyAll] }, states: 'passed check.group.within' },
  },
  'nsg-rule-wellformed': {
    reports: {
      network: { rules: [denyAll, 'out 4096 Allow Tcp *>Internet 443 Twin'] },
      states: 'error failed check.rules.twice',
    },
    quiet: { network: { rules: [denyAll, denyAllIn] }, states: 'passed check.rules.fine' },
  },
  'udr-service-tag-limits': {
    reports: {
      network: { routes: Array.from({ length: 26 }, (_, at) => `Tag${at} internet`) },
      states: 'error failed check.routes.tooManyTags',
    },
    quiet: { network: { routes: [tunnel] }, states: 'passed check.routes.within' },
  },
  'udr-unsupported-tags': {
    reports: {
      network: { routes: ['VirtualNetwork internet'] },
      states: 'error failed check.routeTags.refused',
    },
    quiet: { network: { routes: [tunnel] }, states: 'passed check.routeTags.fine' },
  },
  'udr-bgp-default-route': {
    reports: { network: { hasGateway: true }, states: 'error unknown unknown.bgp' },
    quiet: {
      network: { hasGateway: true, routes: ['10.0.0.0/8 gateway'], ignoreGatewayRoutes: true },
      states: 'passed check.bgp.off',
    },
  },
  'nat-gateway-compat': {
    reports: {
      network: { nat: 0 },
      plan: withoutPublicIp,
      states: 'error failed check.natGateway.noAddress',
    },
    quiet: { plan: withoutPublicIp, states: 'passed check.natGateway.fine' },
  },
  'npip-requires-private-endpoint': {
    reports: { plan: { publicIp: known(false) }, states: 'error failed check.endpoint.no' },
    quiet: { plan: privateInstance, states: 'passed check.endpoint.yes' },
  },
};

/** A new compute resource can't violate it: both cases have the same result. */
function alwaysQuiet(states: string, plan: PlanSpec): Pair {
  return { reports: { plan, states }, quiet: { plan: { ...plan, ...instance }, states } };
}

// Examples of NSG rules, routes, and outbound access.
import {
  exampleCluster,
  exampleEndpoint,
  exampleEndpointSubnet,
  exampleNetwork,
  otherSubnet,
  exampleWorkspace,
  workspaceIn,
} from './example-parts.mjs';
import { flowCases } from './requirement-lists.mjs';

/** @typedef {import('./example-parts.mjs').ExampleParts} NetworkParts */
/** @typedef {import('./examples.mjs').Example} Example */
/** @typedef {import('../../src/requirements/requirement').FlowCases} FlowCases */

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const denyAllIn = 'in 4096 Deny * *>* * Deny-All-In';
const control = 'in 100 Allow Tcp AzureMachineLearning>* 44224 Allow-AML-Control';
const balancer = 'in 110 Allow * AzureLoadBalancer>* * Allow-LoadBalancer';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';
const noPublicIp = 'cluster no-public-ip private-workspace';
const instanceSay = 'instance public-ip';

/** @param {NetworkParts} fails @param {NetworkParts} passes @returns {Example} */
const pair = (fails, passes) => ({ fails: exampleNetwork(fails), passes: exampleNetwork(passes) });

/**
 * Builds the same network with other NSG rules. @param {readonly string[]} fails @param {readonly string[]} passes
 * @param {NetworkParts} [more]
 */
const rulesPair = (fails, passes, more = {}) => pair({ ...more, rules: fails }, { ...more, rules: passes });

/** Adds a rule before the one that denies all traffic. @param {FlowCases} cases */
function allowed({ allow, kind, profile }) {
  const [protocol = '', tag = '', ports = ''] = allow.split(' ');
  const rule = `out 200 Allow ${protocol} VirtualNetwork>${tag} ${ports} Allow-${tag.replaceAll('.', '-')}`;
  const example = rulesPair([denyAll], [rule, denyAll], kind === undefined ? {} : { say: instanceSay });
  return profile === undefined ? example : in2020(example);
}

/** @param {Example} example @returns {Example} */
const in2020 = (example) => ({ ...example, profile: '2020-12' });

const regions =
  'AustraliaEast BrazilSouth CanadaCentral CanadaEast CentralIndia CentralUS EastAsia EastUS EastUS2 FranceCentral GermanyWestCentral JapanEast JapanWest KoreaCentral NorthCentralUS NorthEurope NorwayEast SouthAfricaNorth SouthCentralUS SoutheastAsia SwedenCentral SwitzerlandNorth UAENorth UKSouth WestEurope WestUS'.split(
    ' ',
  );

const appliance = otherSubnet('appliances', 'snet-appliances', '10.40.1.0/26');

const rule = (/** @type {string} */ text) => `out 200 Allow Tcp ${text}`;

const flows = Object.entries(flowCases()).map(([id, cases]) => [id, allowed(cases)]);

/** @type {Readonly<Record<string, Example>>} */
export const examplesOfFlows = {
  ...Object.fromEntries(flows),
  'inbound-aml-44224': rulesPair([], [control]),
  'inbound-batch-29876-29877': in2020(
    rulesPair(
      [denyAllIn],
      ['in 120 Allow Tcp BatchNodeManagement>* 29876-29877 Allow-Batch', control, denyAllIn],
    ),
  ),
  'inbound-intra-subnet': rulesPair(
    [denyAll],
    ['out 200 Allow * VirtualNetwork>VirtualNetwork * Allow-VirtualNetwork', denyAll],
  ),
  'inbound-azure-load-balancer': rulesPair([control, denyAllIn], [control, balancer, denyAllIn]),
  'inbound-vscode-8704-8710': rulesPair(
    [control, denyAllIn],
    [control, 'in 130 Allow Tcp VirtualNetwork>* 8704-8710 Allow-VSCode', denyAllIn],
    { say: instanceSay },
  ),
  'subnet-nsg-must-not-contradict-auto-nsg': rulesPair([denyAllIn], [control, denyAllIn]),
  'outbound-virtualnetwork-443': {
    fails: {
      ...exampleNetwork({ rules: [denyAll] }),
      ...exampleWorkspace(),
      ...exampleEndpointSubnet(),
      ...exampleEndpoint('door', 'workspace', 'amlworkspace'),
    },
    passes: {
      ...exampleNetwork({ rules: [rule('VirtualNetwork>VirtualNetwork 443 Allow-Endpoints'), denyAll] }),
      ...exampleWorkspace(),
      ...exampleEndpointSubnet(),
      ...exampleEndpoint('door', 'workspace', 'amlworkspace'),
    },
  },
  'restricted-egress-composite-2020': rulesPair(
    [
      'out 110 Allow Tcp *>AzureActiveDirectory 443 Allow-Entra',
      'out 120 Allow Tcp *>AzureMachineLearning 443 Allow-AML',
      'out 130 Allow Tcp *>AzureResourceManager 443 Allow-ARM',
      'out 140 Allow Tcp *>Storage.WestEurope 443 Allow-Storage',
      denyAll,
    ],
    [
      'out 110 Allow Tcp *>AzureActiveDirectory 443 Allow-Entra',
      'out 120 Allow Tcp *>AzureMachineLearning 443 Allow-AML',
      'out 130 Allow Tcp *>AzureResourceManager 443 Allow-ARM',
      'out 140 Allow Tcp *>Storage.WestEurope 443 Allow-Storage',
      'out 150 Allow Udp *>AzureMachineLearning 5831 Allow-AML-UDP',
      'out 160 Allow * *>BatchNodeManagement.WestEurope 443 Allow-Batch',
      denyAll,
    ],
  ),
  'outbound-default-open': rulesPair([], ['out 4096 Deny * *>Internet * Deny-Internet']),
  'egress-explicit-for-npip': pair(
    { say: noPublicIp, subnet: { defaultOutboundAccess: false } },
    { say: noPublicIp, subnet: { defaultOutboundAccess: false }, nat: 'Standard' },
  ),
  'default-outbound-new-vnets': pair(
    { say: noPublicIp, subnet: { defaultOutboundAccess: true } },
    { say: noPublicIp, subnet: { defaultOutboundAccess: false }, nat: 'Standard' },
  ),
  'route-internet-in-private-subnet': pair(
    { say: noPublicIp, subnet: { defaultOutboundAccess: false }, routes: ['AzureMachineLearning internet'] },
    {
      say: noPublicIp,
      subnet: { defaultOutboundAccess: false },
      routes: ['AzureMachineLearning internet'],
      nat: 'Standard',
    },
  ),
  'udr-forced-tunnel-batch': in2020(
    pair(
      { rules: [control, denyAllIn], routes: [tunnel, 'AzureMachineLearning internet'] },
      {
        rules: [control, denyAllIn],
        routes: [tunnel, 'AzureMachineLearning internet', 'BatchNodeManagement internet'],
      },
    ),
  ),
  'udr-forced-tunnel-aml': pair(
    { rules: [denyAllIn], routes: [tunnel] },
    { rules: [denyAllIn], routes: [tunnel, 'AzureMachineLearning internet'] },
  ),
  'udr-forced-tunnel-nat-option': pair(
    { nat: 'Standard', routes: [tunnel] },
    { nat: 'Standard', routes: [] },
  ),
  'udr-no-blackhole': pair({ routes: ['BatchNodeManagement none'] }, { routes: [] }),
  'udr-appliance-health': {
    fails: { ...exampleNetwork({ routes: ['0.0.0.0/0 appliance 10.40.4.9'] }), ...appliance },
    passes: { ...exampleNetwork({ routes: [tunnel] }), ...appliance },
  },
  'udr-service-tag-limits': pair(
    { routes: regions.map((region) => `Storage.${region} internet`) },
    { routes: ['AzureMachineLearning internet', 'BatchNodeManagement internet'] },
  ),
  'udr-unsupported-tags': pair(
    { routes: ['VirtualNetwork internet'] },
    { routes: ['10.40.0.0/21 internet'] },
  ),
  'nat-gateway-compat': pair(
    { say: noPublicIp, nat: 'without address' },
    { say: noPublicIp, nat: 'Standard' },
  ),
  'service-tag-region-selection': {
    fails: {
      ...exampleNetwork({
        say: '',
        location: 'northeurope',
        rules: [
          'out 200 Allow * VirtualNetwork>BatchNodeManagement.NorthEurope 443 Allow-Batch',
          'out 210 Allow Tcp VirtualNetwork>Storage.NorthEurope 443,445 Allow-Storage',
          'out 220 Allow Tcp VirtualNetwork>MicrosoftContainerRegistry 443 Allow-MCR',
          'out 230 Allow Tcp VirtualNetwork>AzureKeyVault 443 Allow-Vault',
          denyAll,
        ],
      }),
      ...workspaceIn('westeurope'),
      ...exampleCluster(),
    },
    passes: {
      ...exampleNetwork({
        say: '',
        location: 'northeurope',
        rules: [
          'out 200 Allow * VirtualNetwork>BatchNodeManagement 443 Allow-Batch',
          'out 210 Allow Tcp VirtualNetwork>Storage 443,445 Allow-Storage',
          'out 220 Allow Tcp VirtualNetwork>MicrosoftContainerRegistry 443 Allow-MCR',
          'out 230 Allow Tcp VirtualNetwork>AzureKeyVault 443 Allow-Vault',
          denyAll,
        ],
      }),
      ...workspaceIn('westeurope'),
      ...exampleCluster(),
    },
  },
  'priority-out-of-range': rulesPair(
    ['out 99 Allow Tcp *>Storage.WestEurope 443 Allow-Storage'],
    ['out 100 Allow Tcp *>Storage.WestEurope 443 Allow-Storage'],
  ),
  'duplicate-priority': rulesPair(
    ['out 100 Allow Tcp *>Storage.WestEurope 443 Allow-Storage', 'out 100 Deny Tcp *>Sql 1433 Deny-Sql'],
    ['out 100 Allow Tcp *>Storage.WestEurope 443 Allow-Storage', 'out 110 Deny Tcp *>Sql 1433 Deny-Sql'],
  ),
  'tag-in-address-list': rulesPair(
    ['out 100 Allow Tcp *>Sql,20.1.2.3 1433 Allow-Sql'],
    ['out 100 Allow Tcp *>Sql 1433 Allow-Sql', 'out 110 Allow Tcp *>20.1.2.3 1433 Allow-Partner'],
  ),
  'invalid-rule-value': rulesPair(
    ['out 100 Allow Tcp *>Sql 443-80 Allow-Sql'],
    ['out 100 Allow Tcp *>Sql 80-443 Allow-Sql'],
  ),
  'misspelled-service-tag': rulesPair(
    ['out 100 Allow Tcp *>AzureMachineLeaning 443 Allow-AML'],
    ['out 100 Allow Tcp *>AzureMachineLearning 443 Allow-AML'],
  ),
  'invalid-route-value': pair(
    { routes: ['20.0.0.0/8 internet 10.40.1.4'] },
    { routes: ['20.0.0.0/8 appliance 10.40.1.4'] },
  ),
  'duplicate-route': pair(
    { routes: ['Storage internet first', 'Storage internet second'].map(named) },
    { routes: ['Storage internet first'].map(named) },
  ),
  'contradicted-security-rule': rulesPair(
    ['out 100 Deny * *>Internet * Deny-Internet', 'out 200 Allow Tcp *>AzureMachineLearning 443 Allow-AML'],
    ['out 200 Allow Tcp *>AzureMachineLearning 443 Allow-AML', 'out 4096 Deny * *>Internet * Deny-Internet'],
  ),
  'wrong-region-tag': rulesPair(
    ['out 100 Allow Tcp *>Storage.NorthEurope 443 Allow-Storage', denyAll],
    ['out 100 Allow Tcp *>Storage.WestEurope 443 Allow-Storage', denyAll],
  ),
  'shadowed-security-rule': rulesPair(
    ['out 100 Allow * *>Internet 443 Allow-Https', 'out 200 Allow Tcp *>Sql.WestEurope 443 Allow-Sql'],
    ['out 100 Allow * *>Internet 443 Allow-Https'],
  ),
  'retired-batch-opening': rulesPair(
    [control, 'in 120 Allow Tcp BatchNodeManagement.WestEurope>* 29876-29877 Allow-Batch'],
    [control],
  ),
  'inbound-npip-preview-internal': rulesPair(
    ['in 100 Allow Tcp VirtualNetwork>VirtualNetwork 29876-29877 Allow-Preview'],
    [],
    { say: noPublicIp },
  ),
  'wide-security-rule': rulesPair(
    ['out 100 Allow * *>AzureMachineLearning * Allow-AML'],
    [
      'out 100 Allow Tcp *>AzureMachineLearning 443,8787,18881 Allow-AML',
      'out 110 Allow Udp *>AzureMachineLearning 5831 Allow-AML-UDP',
    ],
  ),
};

/** @param {string} text a route whose name is last */
function named(text) {
  const [destination, hop, name] = text.split(' ');
  return `${destination} ${hop}  ${name}`;
}

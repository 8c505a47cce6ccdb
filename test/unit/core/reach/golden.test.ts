import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { reason } from '../../../../src/core/reason';
import {
  adminRule,
  peering,
  parseRoute,
  testRouteTable,
  parseRule,
  testSecurityGroup,
  someNetwork,
  type SomeNetwork,
} from '../../../support/networks';
import { reachOf, outcomeSummary, type ReachAnswer } from '../../../support/reach-text';

interface Row {
  readonly why: string;
  /** The page that documents the result. `model` is our decision if none does. */
  readonly source: string;
  readonly network: SomeNetwork;
  readonly flow: string;
  readonly asked?: ReachAnswer;
  readonly states: string;
  /** Keys of assumptions that must be listed. */
  readonly assumes?: readonly string[];
}

const overview = 'network-security-groups-overview, 2025-07-15';
const howItWorks = 'network-security-group-how-it-works, 2020-08-24';
const tagsPage = 'service-tags-overview, 2023-01-26';
const routing = 'virtual-networks-udr-overview, 2023-05-27';
const endpoints = 'virtual-network-service-endpoints-overview, 2019-11-08';
const outboundAccess = 'default-outbound-access, 2025-12-03';
const natPage = 'nat-overview, 2023-07-10';
const peeringPage = 'virtual-network-peering-overview, 2016-10-17';
const managePeering = 'virtual-network-manage-peering, 2018-02-09';
const subnetPeering = 'how-to-configure-subnet-peering, 2024-12-03';
const policiesPage = 'disable-private-endpoint-network-policy, 2023-07-26';
const effectivePage = 'diagnose-network-routing-problem, 2018-05-30';
const adminRules = 'concept-security-admins, 2022-05-25';
const decision = 'decision of ours';

const without: ReachAnswer = { publicIp: known(false) };
const noPermission = reason('unknown.permission', { name: 'nsg', role: 'Reader', scope: 'rg' });
const denyAll = 'Deny Outbound 4096 * *>*:*';
const denyAllIn = 'Deny Inbound 4096 * *>*:*';
const aml = 'out TCP 443 AzureMachineLearning';
const amlIn = 'in TCP 44224 AzureMachineLearning';

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('$why ($source)', ({ network, flow, asked, states, assumes = [] }) => {
      const answer = reachOf(network, flow, asked);
      expect(outcomeSummary(answer)).toBe(states);
      const keys = answer.assumptions.map(({ key }) => key);
      for (const key of assumes) expect(keys).toContain(key);
      expect(answer.trace.filter(({ decides }) => decides)).toHaveLength(1);
    });
  });
}

table('default rules', [
  {
    why: 'without an NSG all outbound is allowed',
    source: overview,
    network: {},
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'without an NSG all inbound is allowed',
    source: overview,
    network: {},
    flow: amlIn,
    states: 'allowed by default',
  },
  {
    why: 'outbound to the internet',
    source: overview,
    network: { rules: [] },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'outbound to the network',
    source: overview,
    network: { rules: [] },
    flow: 'out TCP 443 10.1.3.0/24',
    states: 'allowed by default by 65000',
  },
  {
    why: 'inbound from the network',
    source: overview,
    network: { rules: [] },
    flow: 'in TCP 22 VirtualNetwork',
    states: 'allowed by default by 65000',
  },
  {
    why: 'inbound from the load balancer, whose address also counts as the network’s',
    source: tagsPage,
    network: { rules: [] },
    flow: 'in TCP 44224 AzureLoadBalancer',
    states: 'allowed by default by 65000',
  },
  {
    why: 'other inbound traffic is denied',
    source: overview,
    network: { rules: [] },
    flow: amlIn,
    states: 'blocked by 65500',
  },
  {
    why: 'a private range outside of the network isn’t the internet',
    source: tagsPage,
    network: { rules: [], routes: ['10.0.0.0/8 -> 10.1.9.4'], network: { peerings: known([]) } },
    flow: 'out TCP 443 192.168.1.0/24',
    states: 'blocked by 65500',
  },
  {
    why: 'traffic inside the subnet is filtered too',
    source: howItWorks,
    network: { rules: [denyAllIn] },
    flow: 'in Any * 10.1.2.0/24',
    states: 'blocked by 4096',
  },
  {
    why: 'default rules in the model replace Azure’s',
    source: overview,
    network: { rules: ['Deny Outbound 65000 * *>*:*'] },
    flow: aml,
    states: 'blocked by 65000',
  },
]);

table('order and match', [
  {
    why: 'the lower number decides, whatever the order of the list',
    source: overview,
    network: { rules: ['Deny Outbound 1000 * *>*:*', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'] },
    flow: aml,
    states: 'allowed by 200',
  },
  {
    why: 'priorities are numbers: 999 before 1000',
    source: overview,
    network: { rules: ['Deny Outbound 1000 * *>*:*', 'Allow Outbound 999 Tcp *>AzureMachineLearning:443'] },
    flow: aml,
    states: 'allowed by 999',
  },
  {
    why: 'a deny rule before an allow rule',
    source: overview,
    network: {
      rules: ['Deny Outbound 100 Tcp *>Internet:443', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'],
    },
    flow: aml,
    states: 'blocked by 100',
  },
  {
    why: 'a deny rule for a part',
    source: overview,
    network: { rules: ['Deny Outbound 100 Tcp *>AzureMachineLearning.WestEurope:443'] },
    flow: aml,
    states: 'partly-blocked by 100',
  },
  {
    why: 'TCP doesn’t cover UDP',
    source: overview,
    network: { rules: ['Allow Outbound 100 Tcp *>AzureMachineLearning:*', denyAll] },
    flow: 'out UDP 5831 AzureMachineLearning',
    states: 'blocked by 4096',
  },
  {
    why: 'one of two ports',
    source: overview,
    network: { rules: ['Allow Outbound 100 Tcp *>AzureActiveDirectory:443', denyAll] },
    flow: 'out TCP 80,443 AzureActiveDirectory',
    states: 'partly-blocked by 4096',
  },
  {
    why: 'a range over two rules is their union',
    source: overview,
    network: {
      rules: [
        'Allow Inbound 100 Tcp BatchNodeManagement>*:29876',
        'Allow Inbound 110 Tcp BatchNodeManagement>*:29877',
      ],
    },
    flow: 'in TCP 29876-29877 BatchNodeManagement',
    states: 'allowed by 100',
  },
  {
    why: 'a fixed source port doesn’t cover every client',
    source: overview,
    network: {
      rules: [
        parseRule('Allow Outbound 100 Tcp *>AzureMachineLearning:443', {
          sourcePorts: known(['1024-65535']),
        }),
        denyAll,
      ],
    },
    flow: aml,
    states: 'partly-blocked by 4096',
  },
  {
    why: 'a rule for another subnet doesn’t count',
    source: overview,
    network: { rules: ['Deny Outbound 100 * 10.1.3.0/24>*:*'] },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'half of the subnet is blocked',
    source: overview,
    network: { rules: ['Deny Outbound 100 * 10.1.2.0/25>*:*'] },
    flow: aml,
    states: 'partly-blocked by 100',
  },
  {
    why: 'only addresses that Azure reserves are blocked',
    source: 'virtual-networks-faq, 2019-02-12',
    network: { rules: ['Deny Outbound 100 * 10.1.2.0/30,10.1.2.255>*:*'] },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'a service tag as the source of an outbound rule never matches the nodes',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 * AzureMachineLearning>*:*', denyAll] },
    flow: aml,
    states: 'blocked by 4096',
  },
]);

const denySmb = 'Deny Outbound 10 Tcp *>*:445';
const openAml = 'Allow Outbound 100 Tcp *>AzureMachineLearning:443';

table('security admin rules', [
  {
    why: 'a deny decides, whatever the NSG allows',
    source: adminRules,
    network: { adminRules: ['Deny Outbound 10 Tcp *>*:443'], rules: [openAml] },
    flow: aml,
    states: 'blocked by admin rule 10',
  },
  {
    why: 'a deny doesn’t need an NSG',
    source: adminRules,
    network: { adminRules: [denySmb] },
    flow: 'out TCP 445 Storage.WestEurope',
    states: 'blocked by admin rule 10',
  },
  {
    why: 'a deny on one of two ports',
    source: adminRules,
    network: { adminRules: [denySmb] },
    flow: 'out TCP 443,445 Storage.WestEurope',
    states: 'partly-blocked by admin rule 10',
  },
  {
    why: 'always allow bypasses an NSG that denies',
    source: adminRules,
    network: { adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'], rules: [denyAll] },
    flow: aml,
    states: 'allowed by admin rule 10',
  },
  {
    why: 'always allow bypasses the NIC’s NSG too',
    source: adminRules,
    network: { adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'] },
    asked: { networkInterfaceGroup: known(testSecurityGroup([denyAll], 'nsg-nic')) },
    flow: aml,
    states: 'allowed by admin rule 10',
  },
  {
    why: 'always allow bypasses an NSG that can’t be read',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'],
      group: unknown(noPermission),
    },
    flow: aml,
    states: 'allowed by admin rule 10',
  },
  {
    why: 'always allow for a part leaves the rest to the NSG',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning.WestEurope:443'],
      rules: [denyAll],
    },
    flow: aml,
    states: 'partly-blocked by 4096',
  },
  {
    why: 'a rule with an unread access may bypass the NSG',
    source: adminRules,
    network: {
      adminRules: [{ ...adminRule('Deny Outbound 10 Tcp *>*:443'), access: unknown(noPermission) }],
      rules: [denyAll],
    },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'always allow doesn’t route',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'],
      routes: ['0.0.0.0/0 -> None'],
    },
    flow: aml,
    states: 'blocked by route 0.0.0.0/0',
  },
  {
    why: 'allow continues with the NSG, which can deny',
    source: adminRules,
    network: { adminRules: ['Allow Outbound 10 Tcp *>AzureMachineLearning:443'], rules: [denyAll] },
    flow: aml,
    states: 'blocked by 4096',
  },
  {
    why: 'allow before a deny of the same manager prevents the deny',
    source: adminRules,
    network: {
      adminRules: ['Deny Outbound 20 * *>Internet:*', 'Allow Outbound 10 Tcp *>AzureMachineLearning:443'],
      rules: [openAml, denyAll],
    },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'allow alone doesn’t allow the traffic',
    source: adminRules,
    network: { adminRules: ['Allow Outbound 10 Tcp *>AzureMachineLearning:443'] },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'the lower number is evaluated first',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 20 * *>*:443', 'Deny Outbound 10 Tcp *>AzureMachineLearning:443'],
    },
    flow: aml,
    states: 'blocked by admin rule 10',
  },
  {
    why: 'inbound: a deny decides',
    source: adminRules,
    network: { adminRules: ['Deny Inbound 10 * Internet>*:*'], rules: ['Allow Inbound 120 * *>*:44224'] },
    flow: amlIn,
    states: 'blocked by admin rule 10',
  },
  {
    why: 'inbound: always allow bypasses the default rules',
    source: adminRules,
    network: { adminRules: ['AlwaysAllow Inbound 10 Tcp AzureMachineLearning>*:44224'], rules: [] },
    flow: amlIn,
    states: 'allowed by admin rule 10',
  },
  {
    why: 'a rule of the other direction doesn’t count',
    source: adminRules,
    network: { adminRules: ['Deny Inbound 10 * *>*:*'], rules: [openAml] },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'rules that can’t be listed, with a network manager',
    source: decision,
    network: { rules: [openAml], network: { adminRules: unknown(noPermission) } },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'rules that can’t be listed open nothing that an NSG blocks',
    source: decision,
    network: { rules: [denyAll], network: { adminRules: unknown(noPermission) } },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'rules that weren’t requested are assumed not to exist',
    source: decision,
    network: { rules: [openAml], unasked: true },
    flow: aml,
    states: 'allowed by 100',
    assumes: ['assumed.noAdminRules'],
  },
  {
    why: 'two managers that disagree: the one with the wider scope is unknown',
    source: decision,
    network: {
      adminRules: [
        'Deny Outbound 10 Tcp *>AzureMachineLearning:443',
        { ...adminRule('AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'), managerId: 'other' },
      ],
    },
    flow: aml,
    states: 'unknown unknown.adminOrder',
  },
  {
    why: 'two managers that agree',
    source: decision,
    network: {
      adminRules: [
        'Deny Outbound 10 Tcp *>AzureMachineLearning:443',
        { ...adminRule('Deny Outbound 20 Tcp *>Internet:443'), managerId: 'other' },
      ],
    },
    flow: aml,
    states: 'blocked by admin rule 10',
  },
  {
    why: 'three managers aren’t resolved',
    source: decision,
    network: {
      adminRules: [
        denySmb,
        { ...adminRule(denySmb), managerId: 'second' },
        { ...adminRule(denySmb), managerId: 'third' },
      ],
    },
    flow: aml,
    states: 'unknown unknown.adminOrder',
  },
  {
    why: 'members of a network group are unknown',
    source: decision,
    network: {
      adminRules: [
        {
          ...adminRule(denySmb),
          destinations: unknown(reason('unknown.networkGroup', { name: 'spokes' })),
        },
      ],
    },
    flow: 'out TCP 445 Storage.WestEurope',
    states: 'unknown unknown.networkGroup',
  },
]);

table('augmented rules', [
  {
    why: 'two halves together contain a tag’s prefixes',
    source: overview,
    network: { rules: ['Allow Outbound 100 * *>0.0.0.0/1,128.0.0.0/1:443,80', denyAll] },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'host bits are ignored',
    source: decision,
    network: { rules: ['Deny Outbound 100 * 10.1.2.77/24>*:*'] },
    flow: aml,
    states: 'blocked by 100',
  },
  {
    why: 'a range of addresses',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>10.1.3.4-10.1.3.9:*'] },
    flow: 'out TCP 443 10.1.3.0/24',
    states: 'partly-blocked by 100',
  },
  {
    why: 'IPv6 matches no IPv4 packet',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>::/0:*'] },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'an empty list of prefixes matches nothing, never everything',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>:*'] },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'ports and prefixes are combined',
    source: overview,
    network: { rules: ['Allow Outbound 100 * *>AzureMachineLearning:443,8787,18881', denyAll] },
    flow: 'out TCP 443,18881 AzureMachineLearning',
    states: 'allowed by 100',
  },
]);

table('service tags', [
  {
    why: 'without regard to case',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 Tcp *>azuremachinelearning:443', denyAll] },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'Internet contains Azure’s own addresses',
    source: tagsPage,
    network: { rules: ['Deny Outbound 100 * *>INTERNET:*'] },
    flow: aml,
    states: 'blocked by 100',
  },
  {
    why: 'AzureCloud contains what its prefixes contain: Batch',
    source: 'tag file 2025-11-09',
    network: { rules: ['Allow Outbound 100 * *>AzureCloud:443', denyAll] },
    flow: 'out TCP 443 BatchNodeManagement.WestEurope',
    states: 'allowed by 100',
  },
  {
    why: 'AzureCloud doesn’t contain all of Entra ID',
    source: 'tag file 2025-11-09',
    network: { rules: ['Allow Outbound 100 * *>AzureCloud:443', denyAll] },
    flow: 'out TCP 443 AzureActiveDirectory',
    states: 'partly-blocked by 4096',
  },
  {
    why: 'the whole tag contains its region',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 * *>Storage:443', denyAll] },
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'allowed by 100',
  },
  {
    why: 'another region doesn’t',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 * *>Storage.NorthEurope:443', denyAll] },
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'blocked by 4096',
  },
  {
    why: 'an unlisted tag in an allow rule may contain anything',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>AzureMachineLerning:443', denyAll] },
    flow: aml,
    states: 'unknown unknown.tag',
  },
  {
    why: 'an unlisted tag in a deny rule may contain anything',
    source: decision,
    network: { rules: ['Deny Outbound 100 * *>NewService:443'] },
    flow: aml,
    states: 'unknown unknown.tag',
  },
  {
    why: 'an unlisted tag doesn’t contain private addresses',
    source: tagsPage,
    network: { rules: ['Deny Outbound 100 * *>NewService:443'] },
    flow: 'out TCP 443 10.1.3.0/24',
    states: 'allowed by default by 65000',
  },
  {
    why: 'a certain block overrides an unknown',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>NewService:443', denyAll] },
    flow: 'out TCP 443,80 AzureMachineLearning',
    states: 'partly-blocked by 4096',
  },
  {
    why: 'in the tag or not, it is allowed',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * *>NewService:443', 'Allow Outbound 110 * *>Internet:*', denyAll],
    },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'in or not, it is blocked',
    source: decision,
    network: { rules: ['Deny Outbound 100 * *>NewService:443', denyAll] },
    flow: aml,
    states: 'blocked by 4096',
  },
  {
    why: 'whether an unlisted tag contains the nodes doesn’t affect the far side',
    source: decision,
    network: {
      rules: ['Deny Outbound 100 * NewService>*:*', 'Allow Outbound 110 * *>NewService:443', denyAll],
      network: { addressPrefixes: known(['20.9.0.0/16']) },
      subnet: { addressPrefixes: known(['20.9.1.0/24']) },
    },
    flow: aml,
    states: 'unknown unknown.tag',
  },
  {
    why: 'both required but unlisted',
    source: decision,
    network: {},
    flow: 'out TCP 443 NoSuchTag',
    states: 'unknown unknown.tag',
  },
]);

table('VirtualNetwork and Internet', [
  {
    why: 'peers belong to the network',
    source: tagsPage,
    network: { rules: [], network: { peerings: known([peering(['10.2.0.0/16'])]) } },
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'allowed by default by 65000',
  },
  {
    why: 'a peering that isn’t connected doesn’t',
    source: tagsPage,
    network: {
      rules: [],
      routes: ['10.0.0.0/8 -> Internet'],
      network: { peerings: known([peering(['192.168.0.0/16'], { state: known('Disconnected') })]) },
    },
    flow: 'out TCP 443 192.168.0.0/24',
    states: 'blocked by 65500',
  },
  {
    why: 'prefixes of user routes belong to it',
    source: tagsPage,
    network: { rules: [], routes: ['192.168.0.0/16 -> 10.1.9.4'] },
    flow: 'in TCP 22 192.168.0.0/24',
    states: 'reply-lost by route 192.168.0.0/16',
  },
  {
    why: 'a default route makes it everything: outbound',
    source: tagsPage,
    network: { rules: ['Deny Outbound 4000 * *>Storage:*'], routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    states: 'allowed by default by 65000',
    assumes: ['assumed.virtualNetworkRoutes'],
  },
  {
    why: 'a default route makes it everything: inbound',
    source: tagsPage,
    network: { rules: [], routes: ['0.0.0.0/0 -> Internet'] },
    flow: amlIn,
    states: 'allowed by default by 65000',
    assumes: ['assumed.virtualNetworkRoutes'],
  },
  {
    why: 'a deny rule for it then denies the internet',
    source: tagsPage,
    network: { rules: ['Deny Outbound 100 * *>VirtualNetwork:*'], routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    states: 'blocked by 100',
    assumes: ['assumed.virtualNetworkRoutes'],
  },
  {
    why: 'it isn’t documented whether Internet still contains it under a default route',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>Internet:443', denyAll], routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    states: 'unknown unknown.routedInternet',
  },
  {
    why: 'it isn’t documented whether tag routes leave Internet',
    source: 'azure-docs issue 94454, open since 2022',
    network: { rules: [], routes: ['AzureMachineLearning -> Internet'] },
    flow: aml,
    states: 'unknown unknown.routedInternet',
  },
  {
    why: 'a rule that names the tag removes the unknown',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * *>AzureMachineLearning:443'],
      routes: ['AzureMachineLearning -> Internet'],
    },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'other tags aren’t unknown',
    source: decision,
    network: { rules: [], routes: ['AzureMachineLearning -> Internet'] },
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'allowed by default by 65001',
  },
  {
    why: 'in VirtualNetwork or in Internet: both are allowed',
    source: decision,
    network: { rules: [], subnet: { routeTable: unknown(noPermission) }, nat: {} },
    flow: aml,
    states: 'unknown unknown.permission',
  },
]);

table('one machine of the subnet', [
  {
    why: 'a rule that names its address allows it, and no other',
    source: howItWorks,
    network: { rules: ['Allow Inbound 200 Tcp AzureMachineLearning>10.1.2.9:22', denyAllIn] },
    flow: 'in TCP 22 AzureMachineLearning',
    asked: { locals: ['10.1.2.9'] },
    states: 'allowed by 200',
  },
  {
    why: 'the whole subnet is partly allowed by the same rule',
    source: howItWorks,
    network: { rules: ['Allow Inbound 200 Tcp AzureMachineLearning>10.1.2.9:22', denyAllIn] },
    flow: 'in TCP 22 AzureMachineLearning',
    states: 'partly-blocked by 4096',
  },
  {
    why: 'a deny rule for another address doesn’t apply to it',
    source: howItWorks,
    network: { rules: ['Deny Outbound 200 * 10.1.2.10>*:*'] },
    flow: aml,
    asked: { locals: ['10.1.2.9'] },
    states: 'allowed by default by 65001',
  },
  {
    why: 'an address outside of the subnet’s read prefixes doesn’t affect it',
    source: decision,
    network: { rules: ['Deny Outbound 200 * 10.1.2.10>*:*'] },
    flow: aml,
    asked: { locals: ['10.9.9.9'] },
    states: 'partly-blocked by 200',
  },
]);

table('NSGs of the NIC and of the subnet', [
  {
    why: 'both must allow: the NIC blocks',
    source: howItWorks,
    network: { rules: [] },
    asked: { networkInterfaceGroup: known(testSecurityGroup(['Deny Outbound 300 * *>Internet:*'], 'nic')) },
    flow: aml,
    states: 'blocked by 300',
  },
  {
    why: 'both must allow: the subnet blocks',
    source: howItWorks,
    network: { rules: ['Deny Inbound 310 * *>*:*'] },
    asked: {
      networkInterfaceGroup: known(
        testSecurityGroup(['Allow Inbound 180 Tcp AzureMachineLearning>*:44224'], 'nic'),
      ),
    },
    flow: amlIn,
    states: 'blocked by 310',
  },
  {
    why: 'a default rule in either one makes it allowed by default',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>AzureMachineLearning:443'] },
    asked: { networkInterfaceGroup: known(testSecurityGroup([], 'nic')) },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'the subnet’s certain block remains, whatever the NIC’s unread NSG contains',
    source: decision,
    network: { rules: [denyAll] },
    asked: { networkInterfaceGroup: unknown(noPermission) },
    flow: aml,
    states: 'blocked by 4096',
  },
  {
    why: 'the subnet’s certain block remains, whatever the NIC’s unread rule does',
    source: howItWorks,
    network: { rules: [denyAll] },
    flow: aml,
    asked: {
      networkInterfaceGroup: known(
        testSecurityGroup(
          [parseRule('Deny Outbound 100 Tcp *>*:443', { access: unknown(noPermission) })],
          'nsg-nic',
        ),
      ),
    },
    states: 'blocked by 4096',
  },
  {
    why: 'an unread NSG of the NIC leaves it unknown',
    source: decision,
    network: { rules: [] },
    asked: { networkInterfaceGroup: unknown(noPermission) },
    flow: aml,
    states: 'unknown unknown.permission',
  },
]);

table('what is not known in rules', [
  {
    why: 'unread NSG',
    source: decision,
    network: { group: unknown(noPermission) },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown access',
    source: decision,
    network: { rules: [parseRule('Allow Outbound 100 * *>*:443', { access: unknown(noPermission) })] },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown access on another port doesn’t matter',
    source: decision,
    network: { rules: [parseRule('Allow Outbound 100 * *>*:22', { access: unknown(noPermission) })] },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'unknown destinations of a deny rule',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { destinations: unknown(noPermission) })] },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown destinations of an allow rule before a deny rule',
    source: decision,
    network: {
      rules: [denyAll, parseRule('Allow Outbound 4097 * *>*:443', { destinations: unknown(noPermission) })],
    },
    flow: aml,
    states: 'blocked by 4096',
  },
  {
    why: 'unknown ports',
    source: decision,
    network: {
      rules: [parseRule('Deny Outbound 100 * *>*:443', { destinationPorts: unknown(noPermission) })],
    },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown protocol',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { protocol: unknown(noPermission) })] },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown direction',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { direction: unknown(noPermission) })] },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown priority of a deny rule next to an allow rule',
    source: decision,
    network: {
      rules: [
        parseRule('Deny Outbound 100 * *>*:443', { priority: unknown(noPermission) }),
        'Allow Outbound 200 * *>AzureMachineLearning:443',
      ],
    },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'unknown priority of a single deny rule, which is evaluated before default rules',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { priority: unknown(noPermission) })] },
    flow: aml,
    states: 'blocked by –',
  },
  {
    why: 'an application security group on the far side is somewhere in the network',
    source: overview,
    network: {
      rules: [
        parseRule('Deny Outbound 100 * *>:*', {
          destinationApplicationGroups: ['/x/applicationSecurityGroups/web'],
        }),
      ],
    },
    flow: 'out TCP 443 10.1.3.0/24',
    states: 'unknown unknown.applicationGroup',
  },
  {
    why: 'an application security group on the far side isn’t a service',
    source: overview,
    network: {
      rules: [
        parseRule('Deny Outbound 100 * *>:*', {
          destinationApplicationGroups: ['/x/applicationSecurityGroups/web'],
        }),
      ],
    },
    flow: aml,
    states: 'allowed by default by 65001',
  },
  {
    why: 'an application security group on the near side never contains Azure ML nodes',
    source: decision,
    network: {
      rules: [
        parseRule('Allow Outbound 100 * >*:*', {
          sourceApplicationGroups: ['/x/applicationSecurityGroups/web'],
        }),
        denyAll,
      ],
    },
    flow: aml,
    states: 'blocked by 4096',
  },
  {
    why: 'unknown subnet prefixes: a rule for any address counts',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * *>AzureMachineLearning:443', denyAll],
      subnet: { addressPrefixes: unknown(noPermission) },
    },
    flow: aml,
    states: 'allowed by 100',
  },
  {
    why: 'unknown subnet prefixes: a rule for a prefix may not apply',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * 10.1.2.0/24>AzureMachineLearning:443', denyAll],
      subnet: { addressPrefixes: unknown(noPermission) },
    },
    flow: aml,
    states: 'unknown unknown.permission',
  },
]);

table('protocols', [
  {
    why: 'ICMP under any protocol and any port',
    source: overview,
    network: { rules: ['Allow Outbound 100 * *>VirtualNetwork:*', denyAll] },
    flow: 'out ICMP * 10.1.3.0/24',
    states: 'allowed by 100',
  },
  {
    why: 'ICMP with a port is contradictory',
    source: 'azure-docs issues 51522, 37413',
    network: { rules: ['Allow Outbound 100 * *>VirtualNetwork:443', denyAll] },
    flow: 'out ICMP * 10.1.3.0/24',
    states: 'unknown unknown.icmpPorts',
  },
  {
    why: 'ESP with any protocol is contradictory',
    source: 'azure-docs pull request 24986',
    network: { rules: ['Allow Outbound 100 * *>VirtualNetwork:*', denyAll] },
    flow: 'out ESP * 10.1.3.0/24',
    states: 'unknown unknown.anyProtocol',
  },
  {
    why: 'ESP by name',
    source: overview,
    network: { rules: ['Allow Outbound 100 Esp *>VirtualNetwork:*', denyAll] },
    flow: 'out ESP * 10.1.3.0/24',
    states: 'allowed by 100',
  },
  {
    why: 'any on a port is TCP and UDP',
    source: decision,
    network: { rules: ['Allow Outbound 100 Tcp *>AzureMachineLearning:443', denyAll] },
    flow: 'out Any 443 AzureMachineLearning',
    states: 'partly-blocked by 4096',
  },
]);

table('routes', [
  {
    why: 'the longest prefix wins',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4', '10.1.3.0/24 -> None'] },
    flow: 'out TCP 443 10.1.3.0/25',
    states: 'blocked by route 10.1.3.0/24',
  },
  {
    why: 'a default route doesn’t affect the network',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: 'out TCP 443 10.1.3.0/24',
    states: 'allowed by default',
  },
  {
    why: 'a user route overrides Azure’s own of the same prefix, inside the subnet too',
    source: routing,
    network: { routes: ['10.1.0.0/16 -> 10.9.0.4'] },
    flow: 'out TCP 443 10.1.2.0/24',
    states: 'forwarded to appliance by route 10.1.0.0/16',
  },
  {
    why: 'a written prefix overrides a tag of the same prefix',
    source: routing,
    network: { routes: ['AzureFrontDoor.FirstParty -> None', '0.0.0.0/0 -> Internet'] },
    flow: 'out TCP 443 AzureFrontDoor.FirstParty',
    states: 'blocked by route AzureFrontDoor.FirstParty',
  },
  {
    why: 'the regional tag overrides the whole one',
    source: routing,
    network: { routes: ['Storage -> None', 'Storage.WestEurope -> Internet'] },
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'allowed by default',
  },
  {
    why: 'a tag’s longer prefix overrides a shorter written one',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> None', 'AzureMachineLearning -> Internet'] },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'next hop None drops',
    source: routing,
    network: { routes: ['AzureMachineLearning -> None'] },
    flow: aml,
    states: 'blocked by route AzureMachineLearning',
  },
  {
    why: 'next hop None drops a part',
    source: routing,
    network: { routes: ['AzureMachineLearning.WestEurope -> None'] },
    flow: aml,
    states: 'partly-blocked by route AzureMachineLearning.WestEurope',
  },
  {
    why: 'unused private ranges are dropped',
    source: routing,
    network: {},
    flow: 'out TCP 443 192.168.7.0/24',
    states: 'blocked by route 192.168.0.0/16',
  },
  {
    why: 'shared address space is dropped too',
    source: routing,
    network: {},
    flow: 'out TCP 443 100.64.0.0/24',
    states: 'blocked by route 100.64.0.0/10',
  },
  {
    why: 'a default route removes those drops',
    source: `${routing}, last paragraph`,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: 'out TCP 443 192.168.7.0/24',
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'address space that equals the range reverses it',
    source: routing,
    network: { network: { addressPrefixes: known(['192.168.0.0/16']) } },
    flow: 'out TCP 443 192.168.7.0/24',
    states: 'allowed by default',
  },
  {
    why: 'address space that contains the range removes it',
    source: routing,
    network: { network: { addressPrefixes: known(['10.0.0.0/7']) } },
    flow: 'out TCP 443 10.200.0.0/24',
    states: 'allowed by default',
  },
  {
    why: 'address space inside the range leaves the rest dropped',
    source: routing,
    network: {},
    flow: 'out TCP 443 10.200.0.0/24',
    states: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'a peer is reached',
    source: routing,
    network: { network: { peerings: known([peering(['10.2.0.0/16'])]) } },
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'allowed by default',
  },
  {
    why: 'an unread peering may contain it',
    source: decision,
    network: { network: { peerings: unknown(noPermission) } },
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'unknown unknown.permission',
  },
  {
    why: 'an appliance decides by its own rules',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: aml,
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'and so does the network behind a gateway',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> VirtualNetworkGateway'] },
    flow: aml,
    states: 'forwarded to on-premises by route 0.0.0.0/0',
  },
  {
    why: 'a gateway may advertise routes',
    source: routing,
    network: { network: { hasGateway: known(true) } },
    flow: aml,
    states: 'unknown unknown.bgp',
  },
  {
    why: 'a peer’s gateway too',
    source: routing,
    network: { network: { peerings: known([peering(['10.2.0.0/16'], { useRemoteGateways: known(true) })]) } },
    flow: aml,
    states: 'unknown unknown.bgp',
  },
  {
    why: 'a virtual hub too, which is named',
    source: 'virtual-wan howto-connect-vnet-hub: the peering with a network HV_… of Microsoft’s',
    network: {
      network: {
        peerings: known([
          peering(['10.3.0.0/23'], {
            remoteId:
              '/subscriptions/ms/resourceGroups/RG_hub/providers/x/virtualNetworks/HV_hub-weu_3f2a1b4c-1',
          }),
        ]),
      },
    },
    flow: aml,
    states: 'unknown unknown.virtualHub',
  },
  {
    why: 'a peering that isn’t connected advertises none',
    source: peeringPage,
    network: {
      network: {
        peerings: known([
          peering(['10.2.0.0/16'], { useRemoteGateways: known(true), state: known('Disconnected') }),
        ]),
      },
    },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'unless the route table disables them',
    source: routing,
    network: {
      table: testRouteTable([], { disableBgpRoutePropagation: known(true) }),
      network: { hasGateway: known(true) },
    },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'routes of the network override advertised routes',
    source: routing,
    network: { network: { hasGateway: known(true) } },
    flow: 'out TCP 443 10.1.3.0/24',
    states: 'allowed by default',
  },
  {
    why: 'a user route overrides it at the same length, which is assumed',
    source: routing,
    network: { table: testRouteTable(['0.0.0.0/0 -> 10.1.9.4']), network: { hasGateway: known(true) } },
    flow: aml,
    states: 'forwarded to appliance by route 0.0.0.0/0',
    assumes: ['assumed.noLongerRoute'],
  },
  {
    why: 'an unread route table',
    source: decision,
    network: { subnet: { routeTable: unknown(noPermission) } },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'a route whose prefix is unknown',
    source: decision,
    network: { routes: [{ ...parseRoute('0.0.0.0/0 -> Internet'), destination: unknown(noPermission) }] },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'a route whose next hop is unknown, elsewhere',
    source: decision,
    network: { routes: [{ ...parseRoute('9.9.9.0/24 -> Internet'), nextHop: unknown(noPermission) }] },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'a route whose next hop is unknown, here',
    source: decision,
    network: { routes: [{ ...parseRoute('0.0.0.0/0 -> Internet'), nextHop: unknown(noPermission) }] },
    flow: aml,
    states: 'unknown unknown.permission',
  },
  {
    why: 'an NSG that blocks it decides, whatever the routes',
    source: decision,
    network: { rules: [denyAll], subnet: { routeTable: unknown(noPermission) } },
    flow: aml,
    states: 'blocked by 4096',
  },
  {
    why: 'a service endpoint overrides a default route',
    source: endpoints,
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'allowed by default',
    assumes: ['assumed.serviceEndpoint'],
  },
  {
    why: 'a service endpoint for storage covers the paired region too',
    source: 'storage/common/storage-network-security, read 2026-11-30',
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'out TCP 443 Storage.NorthEurope',
    states: 'allowed by default',
    assumes: ['assumed.serviceEndpoint'],
  },
  {
    why: 'a service endpoint covers the subnet’s region',
    source: endpoints,
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'out TCP 443 Storage.AustraliaEast',
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'a service endpoint still requires the rule',
    source: endpoints,
    network: { rules: [denyAll], subnet: { serviceEndpoints: known(['Microsoft.Storage']) } },
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'blocked by 4096',
  },
]);

const hubId = `/subscriptions/0000/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/hub`;
const far = someNetwork({}).virtualNetworks[0]!;
const hub = {
  ...far,
  id: hubId,
  name: 'hub',
  addressPrefixes: known(['10.2.0.0/16']),
  subnets: ['endpoints', 'other'].map((name, index) => ({
    ...far.subnets[0]!,
    id: `${hubId}/subnets/${name}`,
    name,
    virtualNetworkId: hubId,
    addressPrefixes: known([`10.2.${index}.0/24`]),
  })),
};
/** A network that is peered with the hub. `hub` is in the model if it can be read. */
const peered = (
  more: Parameters<typeof peering>[1],
  overrides: SomeNetwork = {},
  readsHub = true,
): SomeNetwork => {
  const network = { peerings: known([peering(['10.2.0.0/16'], more)]) };
  const own = someNetwork({ ...overrides, network }).virtualNetworks;
  return { ...overrides, model: { virtualNetworks: readsHub ? [...own, hub] : own } };
};
const parts = (local: string, ...remote: string[]) => ({ parts: { local: [local], remote } });

/** A private endpoint 10.1.7.4 in a subnet of the network with the given policies. */
const endpoint = (policies: string, overrides: SomeNetwork): SomeNetwork => {
  const { virtualNetworks, ...rest } = someNetwork(overrides);
  const [own] = virtualNetworks;
  const its = {
    ...own!.subnets[0]!,
    id: `${own!.id}/subnets/endpoints`,
    name: 'endpoints',
    addressPrefixes: known(['10.1.7.0/24']),
    securityGroup: known(null),
    routeTable: known(null),
    privateEndpointNetworkPolicies: known(policies),
  };
  return {
    ...overrides,
    model: {
      ...rest,
      virtualNetworks: [{ ...own!, subnets: [...own!.subnets, its] }],
      privateEndpoints: known([
        {
          id: '/pe',
          name: 'pe',
          subnetId: its.id,
          targetId: '/account',
          groups: ['blob'],
          addresses: known(['10.1.7.4']),
        },
      ]),
    },
  };
};
const toEndpoint = 'out TCP 443 10.1.7.4/32';

table('private endpoints', [
  {
    why: 'its own route overrides a default route',
    source: policiesPage,
    network: endpoint('Disabled', { routes: ['0.0.0.0/0 -> 10.1.9.4'] }),
    flow: toEndpoint,
    states: 'allowed by default',
  },
  {
    why: 'it overrides a route for the whole network too, if policies are disabled',
    source: policiesPage,
    network: endpoint('Disabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    states: 'allowed by default',
  },
  {
    why: 'with policies for routes a route for the network overrides it',
    source: policiesPage,
    network: endpoint('RouteTableEnabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    states: 'forwarded to appliance by route 10.1.0.0/16',
  },
  {
    why: 'with all policies too',
    source: policiesPage,
    network: endpoint('Enabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    states: 'forwarded to appliance by route 10.1.0.0/16',
  },
  {
    why: 'with policies a default route still doesn’t affect the network',
    source: policiesPage,
    network: endpoint('Enabled', { routes: ['0.0.0.0/0 -> 10.9.0.4'] }),
    flow: toEndpoint,
    states: 'allowed by default',
  },
  {
    why: 'policies for NSGs alone change no route',
    source: policiesPage,
    network: endpoint('NetworkSecurityGroupEnabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    states: 'allowed by default',
  },
  {
    why: 'a custom /32 route overrides it',
    source: policiesPage,
    network: endpoint('Disabled', { routes: ['10.1.7.4/32 -> None'] }),
    flow: toEndpoint,
    states: 'blocked by route 10.1.7.4/32',
  },
  {
    why: 'it belongs to the network, not to the service: VirtualNetwork allows it',
    source: tagsPage,
    network: endpoint('Disabled', { rules: ['Allow Outbound 100 * *>VirtualNetwork:443', denyAll] }),
    flow: toEndpoint,
    states: 'allowed by 100',
  },
  {
    why: 'a rule for the service doesn’t',
    source: tagsPage,
    network: endpoint('Disabled', { rules: ['Allow Outbound 100 * *>Storage:443', denyAll] }),
    flow: toEndpoint,
    states: 'blocked by 4096',
  },
]);

table('platform tags', [
  {
    why: 'DNS and metadata use no route',
    source: 'what-is-ip-address-168-63-129-16, 2019-05-15',
    network: { routes: ['0.0.0.0/0 -> None'] },
    flow: 'out UDP 53 AzurePlatformDNS',
    states: 'allowed by default',
  },
  {
    why: 'a deny rule that names the tag blocks DNS',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>AzurePlatformDNS:*'] },
    flow: 'out UDP 53 AzurePlatformDNS',
    states: 'blocked by 100',
  },
  {
    why: 'a deny rule that names the tag blocks metadata',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>AzurePlatformIMDS:*'] },
    flow: 'out TCP 80 AzurePlatformIMDS',
    states: 'blocked by 100',
  },
]);

table('dual stack', [
  {
    why: 'IPv4 is checked, and an assumption mentions IPv6',
    source: decision,
    network: { subnet: { addressPrefixes: known(['10.1.2.0/24', 'fd00:1::/64']) } },
    flow: aml,
    states: 'allowed by default',
    assumes: ['assumed.ipv4Alone'],
  },
  {
    why: 'a rule for IPv6 opens nothing for IPv4',
    source: overview,
    network: {
      rules: ['Allow Outbound 100 * fd00:1::/64>::/0:*', denyAll],
      subnet: { addressPrefixes: known(['10.1.2.0/24', 'fd00:1::/64']) },
    },
    flow: aml,
    states: 'blocked by 4096',
    assumes: ['assumed.ipv4Alone'],
  },
  {
    why: 'a default route for IPv6 doesn’t affect IPv4',
    source: routing,
    network: {
      routes: ['::/0 -> None'],
      subnet: { addressPrefixes: known(['10.1.2.0/24', 'fd00:1::/64']) },
    },
    flow: aml,
    states: 'allowed by default',
    assumes: ['assumed.ipv4Alone'],
  },
]);

table('peerings', [
  {
    why: 'one that waits for the other side doesn’t connect',
    source: peeringPage,
    network: peered({ state: known('Initiated') }),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'one that lost its other side doesn’t connect',
    source: peeringPage,
    network: peered({ state: known('Disconnected') }),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'a peer without access isn’t part of VirtualNetwork',
    source: managePeering,
    network: peered({ blocksAccess: true }, { rules: [] }),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'blocked by 65500',
  },
  {
    why: 'it isn’t documented whether a rule that names its addresses allows it',
    source: managePeering,
    network: peered({ blocksAccess: true }, { rules: ['Allow Outbound 100 * *>10.2.0.0/16:*'] }),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'unknown unknown.peeringAccess',
  },
  {
    why: 'a peering for IPv6 alone doesn’t connect IPv4',
    source: subnetPeering,
    network: peered({ onlyIpv6: true }),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'subnets that are peered reach each other',
    source: subnetPeering,
    network: peered(parts('snet', 'endpoints')),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'allowed by default',
  },
  {
    why: 'and no other subnet of the peer',
    source: subnetPeering,
    network: peered(parts('snet', 'endpoints')),
    flow: 'out TCP 443 10.2.1.0/24',
    states: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'from an excluded subnet, preview and general availability differ',
    source: subnetPeering,
    network: peered(parts('snet-other', 'endpoints')),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'unknown unknown.subnetPeering',
  },
  {
    why: 'the addresses of the named subnets weren’t read',
    source: decision,
    network: peered(parts('snet', 'endpoints'), {}, false),
    flow: 'out TCP 443 10.2.0.0/24',
    states: 'unknown unknown.notRead',
  },
  {
    why: 'peers that overlap, which Azure refuses',
    source: peeringPage,
    network: {
      network: {
        peerings: known([
          peering(['10.2.0.0/16']),
          peering(['10.2.4.0/24'], { name: 'second', remoteId: `${hubId}-2` }),
        ]),
      },
    },
    flow: 'out TCP 443 10.2.4.0/24',
    states: 'unknown unknown.peeringOverlap',
  },
  {
    why: 'a peer that overlaps the network itself',
    source: peeringPage,
    network: { network: { peerings: known([peering(['10.1.128.0/17'])]) } },
    flow: 'out TCP 443 10.1.200.0/24',
    states: 'unknown unknown.peeringOverlap',
  },
]);

const effective = (learned: readonly string[], dropped: readonly string[] = []): SomeNetwork => ({
  network: { hasGateway: known(true) },
  subnet: {
    effectiveRoutes: { learned: learned.map((prefix) => ({ prefix, nextHopAddress: '10.1.0.4' })), dropped },
  },
});

table('learned routes, as effective routes tell them', [
  {
    why: 'none that matters: the unknown is gone',
    source: effectivePage,
    network: effective(['192.168.7.0/24']),
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'a learned default route applies',
    source: routing,
    network: effective(['0.0.0.0/0']),
    flow: aml,
    states: 'forwarded to on-premises by route 0.0.0.0/0',
  },
  {
    why: 'a user route of the same prefix overrides it',
    source: routing,
    network: { ...effective(['0.0.0.0/0']), routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'a longer learned route overrides a user route',
    source: routing,
    network: { ...effective(['192.168.7.0/24']), routes: ['192.168.0.0/16 -> None'] },
    flow: 'out TCP 443 192.168.7.0/25',
    states: 'forwarded to on-premises by route 192.168.7.0/24',
  },
  {
    why: 'a learned route inside the network doesn’t count, however long',
    source: routing,
    network: effective(['10.1.3.0/24']),
    flow: 'out TCP 443 10.1.3.0/25',
    states: 'allowed by default',
  },
  {
    why: 'a route table that disables them',
    source: routing,
    network: {
      ...effective(['0.0.0.0/0']),
      table: testRouteTable([], { disableBgpRoutePropagation: known(true) }),
    },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'learned prefixes belong to VirtualNetwork',
    source: tagsPage,
    network: { ...effective(['192.168.7.0/24']), rules: ['Deny Outbound 100 * *>VirtualNetwork:*'] },
    flow: 'out TCP 443 192.168.7.0/24',
    states: 'blocked by 100',
  },
  {
    why: 'it isn’t documented whether a learned public address is still Internet',
    source: decision,
    network: {
      ...effective(['0.0.0.0/0']),
      rules: ['Allow Outbound 100 * *>Internet:*', denyAll],
    },
    flow: aml,
    states: 'unknown unknown.routedInternet',
  },
  {
    why: 'a learned default route loses the reply',
    source: routing,
    network: effective(['0.0.0.0/0']),
    flow: amlIn,
    states: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'private ranges are dropped if effective routes show it, and only there',
    source: effectivePage,
    network: effective([], ['192.168.0.0/16']),
    flow: 'out TCP 443 192.168.7.0/24',
    states: 'blocked by route 192.168.0.0/16',
  },
  {
    why: 'a dropped public range is only in effective routes',
    source: 'effective route dumps, network-reasoning §5.3-15',
    network: effective([], ['20.35.252.0/22']),
    flow: 'out TCP 443 20.35.252.0/24',
    states: 'blocked by route 20.35.252.0/22',
  },
]);

const privateSubnet = { defaultOutboundAccess: known(false) };

table('way out', [
  {
    why: 'a private subnet has none',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    asked: without,
    flow: aml,
    states: 'no-outbound-access noOutboundAccess.private',
  },
  {
    why: 'a public IP is one',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'a NAT gateway is one',
    source: natPage,
    network: { subnet: privateSubnet, nat: {} },
    asked: without,
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'a NAT gateway without an address isn’t one',
    source: natPage,
    network: { nat: { publicAddresses: known(0) } },
    asked: without,
    flow: aml,
    states: 'no-outbound-access noOutboundAccess.natGatewayWithoutAddress',
  },
  {
    why: 'a default route to an appliance bypasses the NAT gateway',
    source: natPage,
    network: { subnet: privateSubnet, nat: {}, routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    asked: without,
    flow: aml,
    states: 'forwarded to appliance by route 0.0.0.0/0',
  },
  {
    why: 'next hop Internet doesn’t help a private subnet',
    source: outboundAccess,
    network: { subnet: privateSubnet, routes: ['0.0.0.0/0 -> 10.1.9.4', 'AzureMachineLearning -> Internet'] },
    asked: without,
    flow: aml,
    states: 'no-outbound-access noOutboundAccess.private',
  },
  {
    why: 'unset and read from Azure is open',
    source: outboundAccess,
    network: {},
    asked: without,
    flow: aml,
    states: 'allowed by default',
    assumes: ['assumed.defaultOutbound'],
  },
  {
    why: 'unset in a file of 2025-05-01 is open',
    source: decision,
    network: { subnet: { writtenWith: '2025-05-01' } },
    asked: without,
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'unset in a preview of that version is open too',
    source: outboundAccess,
    network: { subnet: { writtenWith: '2025-05-01-preview' } },
    flow: aml,
    asked: without,
    states: 'allowed by default',
  },
  {
    why: 'unset in a newer file is unknown',
    source: decision,
    network: { subnet: { writtenWith: '2025-07-01' } },
    asked: without,
    flow: aml,
    states: 'unknown unknown.defaultOutbound',
  },
  {
    why: 'unset in a newer file doesn’t matter with a NAT gateway',
    source: decision,
    network: { subnet: { writtenWith: '2025-07-01' }, nat: {} },
    asked: without,
    flow: aml,
    states: 'allowed by default',
  },
  {
    why: 'it is unknown whether the nodes have a public IP',
    source: decision,
    network: { subnet: privateSubnet },
    asked: { publicIp: unknown(reason('unknown.notChosen')) },
    flow: aml,
    states: 'unknown unknown.notChosen',
  },
  {
    why: 'whether the nodes have a public IP doesn’t matter if the subnet is open',
    source: outboundAccess,
    network: {},
    flow: aml,
    asked: { publicIp: unknown(noPermission) },
    states: 'allowed by default',
  },
  {
    why: 'Storage of the same region is still reached',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    asked: without,
    flow: 'out TCP 443 Storage.WestEurope',
    states: 'allowed by default',
    assumes: ['assumed.storageOfRegion'],
  },
  {
    why: 'the network is still reached',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    asked: without,
    flow: 'out TCP 443 VirtualNetwork',
    states: 'allowed by default',
  },
  {
    why: 'a service endpoint doesn’t need outbound access',
    source: outboundAccess,
    network: { subnet: { ...privateSubnet, serviceEndpoints: known(['Microsoft.KeyVault']) } },
    asked: without,
    flow: 'out TCP 443 AzureKeyVault.WestEurope',
    states: 'allowed by default',
  },
  {
    why: 'a blocking rule is reported first',
    source: decision,
    network: { rules: [denyAll], subnet: privateSubnet },
    asked: without,
    flow: aml,
    states: 'blocked by 4096',
  },
]);

const open44224 = 'Allow Inbound 120 Tcp AzureMachineLearning>*:44224';

table('return path', [
  {
    why: 'directly',
    source: routing,
    network: { rules: [open44224] },
    flow: amlIn,
    states: 'allowed by 120',
  },
  {
    why: 'the reply goes to an appliance',
    source: routing,
    network: { rules: [open44224], routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: amlIn,
    states: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'the reply goes on-premises',
    source: routing,
    network: { rules: [open44224], routes: ['0.0.0.0/0 -> VirtualNetworkGateway'] },
    flow: amlIn,
    states: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'a route for the tag returns it',
    source: routing,
    network: { rules: [open44224], routes: ['0.0.0.0/0 -> 10.1.9.4', 'AzureMachineLearning -> Internet'] },
    flow: amlIn,
    states: 'allowed by 120',
  },
  {
    why: 'a service endpoint returns it',
    source: endpoints,
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'in TCP 44224 20.38.108.0/23',
    states: 'allowed by default',
  },
  {
    why: 'a route for one region only doesn’t',
    source: routing,
    network: {
      rules: [open44224],
      routes: ['0.0.0.0/0 -> 10.1.9.4', 'AzureMachineLearning.WestEurope -> Internet'],
    },
    flow: amlIn,
    states: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'a blocked call is reported as blocked first',
    source: decision,
    network: { rules: [denyAllIn], routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: amlIn,
    states: 'blocked by 4096',
  },
  {
    why: 'a gateway may advertise a default route',
    source: routing,
    network: { rules: [open44224], network: { hasGateway: known(true) } },
    flow: amlIn,
    states: 'unknown unknown.bgp',
  },
  {
    why: 'replies to the load balancer’s probe go to the host',
    source: 'what-is-ip-address-168-63-129-16, 2019-05-15',
    network: { rules: [], routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: 'in TCP 44224 AzureLoadBalancer',
    states: 'allowed by default by 65000',
  },
  {
    why: 'inside the network an appliance on the path may handle both directions',
    source: decision,
    network: { rules: [], routes: ['10.1.0.0/16 -> 10.9.0.4'] },
    flow: 'in TCP 22 10.1.3.0/24',
    states: 'forwarded to appliance by route 10.1.0.0/16',
  },
]);

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
  /** Where the answer stands written; `model` is a decision of ours where nothing is. */
  readonly source: string;
  readonly network: SomeNetwork;
  readonly flow: string;
  readonly asked?: ReachAnswer;
  readonly says: string;
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
    it.each(rows)('$why ($source)', ({ network, flow, asked, says, assumes = [] }) => {
      const answer = reachOf(network, flow, asked);
      expect(outcomeSummary(answer)).toBe(says);
      const keys = answer.assumptions.map(({ key }) => key);
      for (const key of assumes) expect(keys).toContain(key);
      expect(answer.trace.filter(({ decides }) => decides)).toHaveLength(1);
    });
  });
}

table('default rules', [
  { why: 'no group lets all out', source: overview, network: {}, flow: aml, says: 'allowed by default' },
  { why: 'no group lets all in', source: overview, network: {}, flow: amlIn, says: 'allowed by default' },
  {
    why: 'out to the internet',
    source: overview,
    network: { rules: [] },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'out to the network',
    source: overview,
    network: { rules: [] },
    flow: 'out TCP 443 10.1.3.0/24',
    says: 'allowed by default by 65000',
  },
  {
    why: 'in from the network',
    source: overview,
    network: { rules: [] },
    flow: 'in TCP 22 VirtualNetwork',
    says: 'allowed by default by 65000',
  },
  {
    why: 'in from the load balancer, whose address is of the network as well',
    source: tagsPage,
    network: { rules: [] },
    flow: 'in TCP 44224 AzureLoadBalancer',
    says: 'allowed by default by 65000',
  },
  {
    why: 'nothing else comes in',
    source: overview,
    network: { rules: [] },
    flow: amlIn,
    says: 'blocked by 65500',
  },
  {
    why: 'a private range that is not the network’s is not the internet',
    source: tagsPage,
    network: { rules: [], routes: ['10.0.0.0/8 -> 10.1.9.4'], network: { peerings: known([]) } },
    flow: 'out TCP 443 192.168.1.0/24',
    says: 'blocked by 65500',
  },
  {
    why: 'inside the subnet it is filtered too',
    source: howItWorks,
    network: { rules: [denyAllIn] },
    flow: 'in Any * 10.1.2.0/24',
    says: 'blocked by 4096',
  },
  {
    why: 'rules that the model brings replace Azure’s own',
    source: overview,
    network: { rules: ['Deny Outbound 65000 * *>*:*'] },
    flow: aml,
    says: 'blocked by 65000',
  },
]);

table('order and match', [
  {
    why: 'the lower number decides, whatever the place in the list',
    source: overview,
    network: { rules: ['Deny Outbound 1000 * *>*:*', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'] },
    flow: aml,
    says: 'allowed by 200',
  },
  {
    why: 'priorities are numbers: 999 before 1000',
    source: overview,
    network: { rules: ['Deny Outbound 1000 * *>*:*', 'Allow Outbound 999 Tcp *>AzureMachineLearning:443'] },
    flow: aml,
    says: 'allowed by 999',
  },
  {
    why: 'a deny above an allow',
    source: overview,
    network: {
      rules: ['Deny Outbound 100 Tcp *>Internet:443', 'Allow Outbound 200 Tcp *>AzureMachineLearning:443'],
    },
    flow: aml,
    says: 'blocked by 100',
  },
  {
    why: 'a deny on a part',
    source: overview,
    network: { rules: ['Deny Outbound 100 Tcp *>AzureMachineLearning.WestEurope:443'] },
    flow: aml,
    says: 'partly-blocked by 100',
  },
  {
    why: 'TCP does not cover UDP',
    source: overview,
    network: { rules: ['Allow Outbound 100 Tcp *>AzureMachineLearning:*', denyAll] },
    flow: 'out UDP 5831 AzureMachineLearning',
    says: 'blocked by 4096',
  },
  {
    why: 'one of two ports',
    source: overview,
    network: { rules: ['Allow Outbound 100 Tcp *>AzureActiveDirectory:443', denyAll] },
    flow: 'out TCP 80,443 AzureActiveDirectory',
    says: 'partly-blocked by 4096',
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
    says: 'allowed by 100',
  },
  {
    why: 'a fixed source port is not every client',
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
    says: 'partly-blocked by 4096',
  },
  {
    why: 'a rule for another subnet does not count',
    source: overview,
    network: { rules: ['Deny Outbound 100 * 10.1.3.0/24>*:*'] },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'half of the subnet is blocked',
    source: overview,
    network: { rules: ['Deny Outbound 100 * 10.1.2.0/25>*:*'] },
    flow: aml,
    says: 'partly-blocked by 100',
  },
  {
    why: 'only addresses that Azure keeps are blocked',
    source: 'virtual-networks-faq, 2019-02-12',
    network: { rules: ['Deny Outbound 100 * 10.1.2.0/30,10.1.2.255>*:*'] },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'a service tag as the source of an outbound rule never means the nodes',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 * AzureMachineLearning>*:*', denyAll] },
    flow: aml,
    says: 'blocked by 4096',
  },
]);

const denySmb = 'Deny Outbound 10 Tcp *>*:445';
const openAml = 'Allow Outbound 100 Tcp *>AzureMachineLearning:443';

table('security admin rules', [
  {
    why: 'a deny ends it, whatever the group allows',
    source: adminRules,
    network: { adminRules: ['Deny Outbound 10 Tcp *>*:443'], rules: [openAml] },
    flow: aml,
    says: 'blocked by admin rule 10',
  },
  {
    why: 'a deny needs no group',
    source: adminRules,
    network: { adminRules: [denySmb] },
    flow: 'out TCP 445 Storage.WestEurope',
    says: 'blocked by admin rule 10',
  },
  {
    why: 'a deny on one of two ports',
    source: adminRules,
    network: { adminRules: [denySmb] },
    flow: 'out TCP 443,445 Storage.WestEurope',
    says: 'partly-blocked by admin rule 10',
  },
  {
    why: 'always allow passes by a group that denies',
    source: adminRules,
    network: { adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'], rules: [denyAll] },
    flow: aml,
    says: 'allowed by admin rule 10',
  },
  {
    why: 'always allow passes by the network card’s group as well',
    source: adminRules,
    network: { adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'] },
    asked: { networkCardGroup: known(testSecurityGroup([denyAll], 'nsg-card')) },
    flow: aml,
    says: 'allowed by admin rule 10',
  },
  {
    why: 'always allow passes by a group that may not be read',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'],
      group: unknown(noPermission),
    },
    flow: aml,
    says: 'allowed by admin rule 10',
  },
  {
    why: 'always allow on a part leaves the rest to the group',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning.WestEurope:443'],
      rules: [denyAll],
    },
    flow: aml,
    says: 'partly-blocked by 4096',
  },
  {
    why: 'a rule whose access was not read may be one that passes by the group',
    source: adminRules,
    network: {
      adminRules: [{ ...adminRule('Deny Outbound 10 Tcp *>*:443'), access: unknown(noPermission) }],
      rules: [denyAll],
    },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'always allow does not route',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'],
      routes: ['0.0.0.0/0 -> None'],
    },
    flow: aml,
    says: 'blocked by route 0.0.0.0/0',
  },
  {
    why: 'allow goes on to the group, which may deny',
    source: adminRules,
    network: { adminRules: ['Allow Outbound 10 Tcp *>AzureMachineLearning:443'], rules: [denyAll] },
    flow: aml,
    says: 'blocked by 4096',
  },
  {
    why: 'allow before a deny of the same manager keeps it from the deny',
    source: adminRules,
    network: {
      adminRules: ['Deny Outbound 20 * *>Internet:*', 'Allow Outbound 10 Tcp *>AzureMachineLearning:443'],
      rules: [openAml, denyAll],
    },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'allow alone is not what lets it pass',
    source: adminRules,
    network: { adminRules: ['Allow Outbound 10 Tcp *>AzureMachineLearning:443'] },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'the lower number comes first',
    source: adminRules,
    network: {
      adminRules: ['AlwaysAllow Outbound 20 * *>*:443', 'Deny Outbound 10 Tcp *>AzureMachineLearning:443'],
    },
    flow: aml,
    says: 'blocked by admin rule 10',
  },
  {
    why: 'in: a deny ends it',
    source: adminRules,
    network: { adminRules: ['Deny Inbound 10 * Internet>*:*'], rules: ['Allow Inbound 120 * *>*:44224'] },
    flow: amlIn,
    says: 'blocked by admin rule 10',
  },
  {
    why: 'in: always allow passes by the default rules',
    source: adminRules,
    network: { adminRules: ['AlwaysAllow Inbound 10 Tcp AzureMachineLearning>*:44224'], rules: [] },
    flow: amlIn,
    says: 'allowed by admin rule 10',
  },
  {
    why: 'a rule of the other direction has no word',
    source: adminRules,
    network: { adminRules: ['Deny Inbound 10 * *>*:*'], rules: [openAml] },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'rules that may not be listed, where a manager is',
    source: decision,
    network: { rules: [openAml], network: { adminRules: unknown(noPermission) } },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'rules that may not be listed open nothing that a group stops',
    source: decision,
    network: { rules: [denyAll], network: { adminRules: unknown(noPermission) } },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'rules that nobody asked for are taken for none, and that is said',
    source: decision,
    network: { rules: [openAml], unasked: true },
    flow: aml,
    says: 'allowed by 100',
    assumes: ['assumed.noAdminRules'],
  },
  {
    why: 'two managers that disagree: which has the wider scope is not told',
    source: decision,
    network: {
      adminRules: [
        'Deny Outbound 10 Tcp *>AzureMachineLearning:443',
        { ...adminRule('AlwaysAllow Outbound 10 Tcp *>AzureMachineLearning:443'), managerId: 'other' },
      ],
    },
    flow: aml,
    says: 'undecided unknown.adminOrder',
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
    says: 'blocked by admin rule 10',
  },
  {
    why: 'three managers are not untangled',
    source: decision,
    network: {
      adminRules: [
        denySmb,
        { ...adminRule(denySmb), managerId: 'second' },
        { ...adminRule(denySmb), managerId: 'third' },
      ],
    },
    flow: aml,
    says: 'undecided unknown.adminOrder',
  },
  {
    why: 'members of a network group are not told',
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
    says: 'undecided unknown.networkGroup',
  },
]);

table('augmented rules', [
  {
    why: 'two halves together hold a tag’s prefixes',
    source: overview,
    network: { rules: ['Allow Outbound 100 * *>0.0.0.0/1,128.0.0.0/1:443,80', denyAll] },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'host bits are cut off',
    source: decision,
    network: { rules: ['Deny Outbound 100 * 10.1.2.77/24>*:*'] },
    flow: aml,
    says: 'blocked by 100',
  },
  {
    why: 'a range of addresses',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>10.1.3.4-10.1.3.9:*'] },
    flow: 'out TCP 443 10.1.3.0/24',
    says: 'partly-blocked by 100',
  },
  {
    why: 'IPv6 matches no IPv4 packet',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>::/0:*'] },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'no prefix at all matches nothing, never everything',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>:*'] },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'ports and prefixes multiply',
    source: overview,
    network: { rules: ['Allow Outbound 100 * *>AzureMachineLearning:443,8787,18881', denyAll] },
    flow: 'out TCP 443,18881 AzureMachineLearning',
    says: 'allowed by 100',
  },
]);

table('service tags', [
  {
    why: 'without regard to case',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 Tcp *>azuremachinelearning:443', denyAll] },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'Internet holds Azure’s own addresses',
    source: tagsPage,
    network: { rules: ['Deny Outbound 100 * *>INTERNET:*'] },
    flow: aml,
    says: 'blocked by 100',
  },
  {
    why: 'AzureCloud holds what its prefixes hold: Batch',
    source: 'tag file 2025-11-09',
    network: { rules: ['Allow Outbound 100 * *>AzureCloud:443', denyAll] },
    flow: 'out TCP 443 BatchNodeManagement.WestEurope',
    says: 'allowed by 100',
  },
  {
    why: 'AzureCloud does not hold all of Entra ID',
    source: 'tag file 2025-11-09',
    network: { rules: ['Allow Outbound 100 * *>AzureCloud:443', denyAll] },
    flow: 'out TCP 443 AzureActiveDirectory',
    says: 'partly-blocked by 4096',
  },
  {
    why: 'the whole tag holds its region',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 * *>Storage:443', denyAll] },
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'allowed by 100',
  },
  {
    why: 'another region does not',
    source: tagsPage,
    network: { rules: ['Allow Outbound 100 * *>Storage.NorthEurope:443', denyAll] },
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'blocked by 4096',
  },
  {
    why: 'an unlisted tag in an allow may hold anything',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>AzureMachineLerning:443', denyAll] },
    flow: aml,
    says: 'undecided unknown.tag',
  },
  {
    why: 'an unlisted tag in a deny may hold anything',
    source: decision,
    network: { rules: ['Deny Outbound 100 * *>NewService:443'] },
    flow: aml,
    says: 'undecided unknown.tag',
  },
  {
    why: 'an unlisted tag does not hold private addresses',
    source: tagsPage,
    network: { rules: ['Deny Outbound 100 * *>NewService:443'] },
    flow: 'out TCP 443 10.1.3.0/24',
    says: 'allowed by default by 65000',
  },
  {
    why: 'a certain block wins over a doubt',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>NewService:443', denyAll] },
    flow: 'out TCP 443,80 AzureMachineLearning',
    says: 'partly-blocked by 4096',
  },
  {
    why: 'in the tag or not, it passes',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * *>NewService:443', 'Allow Outbound 110 * *>Internet:*', denyAll],
    },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'in or not, it is blocked',
    source: decision,
    network: { rules: ['Deny Outbound 100 * *>NewService:443', denyAll] },
    flow: aml,
    says: 'blocked by 4096',
  },
  {
    why: 'whether the nodes are in an unlisted tag says nothing of the far side',
    source: decision,
    network: {
      rules: ['Deny Outbound 100 * NewService>*:*', 'Allow Outbound 110 * *>NewService:443', denyAll],
      network: { addressPrefixes: known(['20.9.0.0/16']) },
      subnet: { addressPrefixes: known(['20.9.1.0/24']) },
    },
    flow: aml,
    says: 'undecided unknown.tag',
  },
  {
    why: 'both needed but unlisted',
    source: decision,
    network: {},
    flow: 'out TCP 443 NoSuchTag',
    says: 'undecided unknown.tag',
  },
]);

table('VirtualNetwork and Internet', [
  {
    why: 'peers belong to the network',
    source: tagsPage,
    network: { rules: [], network: { peerings: known([peering(['10.2.0.0/16'])]) } },
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'allowed by default by 65000',
  },
  {
    why: 'a peering that is not connected does not',
    source: tagsPage,
    network: {
      rules: [],
      routes: ['10.0.0.0/8 -> Internet'],
      network: { peerings: known([peering(['192.168.0.0/16'], { state: known('Disconnected') })]) },
    },
    flow: 'out TCP 443 192.168.0.0/24',
    says: 'blocked by 65500',
  },
  {
    why: 'prefixes of user routes belong to it',
    source: tagsPage,
    network: { rules: [], routes: ['192.168.0.0/16 -> 10.1.9.4'] },
    flow: 'in TCP 22 192.168.0.0/24',
    says: 'reply-lost by route 192.168.0.0/16',
  },
  {
    why: 'a default route makes it everything: out',
    source: tagsPage,
    network: { rules: ['Deny Outbound 4000 * *>Storage:*'], routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    says: 'allowed by default by 65000',
    assumes: ['assumed.virtualNetworkRoutes'],
  },
  {
    why: 'a default route makes it everything: in',
    source: tagsPage,
    network: { rules: [], routes: ['0.0.0.0/0 -> Internet'] },
    flow: amlIn,
    says: 'allowed by default by 65000',
    assumes: ['assumed.virtualNetworkRoutes'],
  },
  {
    why: 'a deny on it then denies the internet',
    source: tagsPage,
    network: { rules: ['Deny Outbound 100 * *>VirtualNetwork:*'], routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    says: 'blocked by 100',
    assumes: ['assumed.virtualNetworkRoutes'],
  },
  {
    why: 'whether Internet still means it under a default route is written nowhere',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>Internet:443', denyAll], routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    says: 'undecided unknown.routedInternet',
  },
  {
    why: 'whether tag routes leave Internet is not documented',
    source: 'azure-docs issue 94454, open since 2022',
    network: { rules: [], routes: ['AzureMachineLearning -> Internet'] },
    flow: aml,
    says: 'undecided unknown.routedInternet',
  },
  {
    why: 'a rule that names the tag removes the doubt',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * *>AzureMachineLearning:443'],
      routes: ['AzureMachineLearning -> Internet'],
    },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'other tags are not in doubt',
    source: decision,
    network: { rules: [], routes: ['AzureMachineLearning -> Internet'] },
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'allowed by default by 65001',
  },
  {
    why: 'in VirtualNetwork or in Internet: both are allowed',
    source: decision,
    network: { rules: [], subnet: { routeTable: unknown(noPermission) }, nat: {} },
    flow: aml,
    says: 'undecided unknown.permission',
  },
]);

table('one machine of the subnet', [
  {
    why: 'a rule that names its address lets it in, and no other',
    source: howItWorks,
    network: { rules: ['Allow Inbound 200 Tcp AzureMachineLearning>10.1.2.9:22', denyAllIn] },
    flow: 'in TCP 22 AzureMachineLearning',
    asked: { locals: ['10.1.2.9'] },
    says: 'allowed by 200',
  },
  {
    why: 'the whole subnet is let in in part by the same rule',
    source: howItWorks,
    network: { rules: ['Allow Inbound 200 Tcp AzureMachineLearning>10.1.2.9:22', denyAllIn] },
    flow: 'in TCP 22 AzureMachineLearning',
    says: 'partly-blocked by 4096',
  },
  {
    why: 'a deny of another address is none of its own',
    source: howItWorks,
    network: { rules: ['Deny Outbound 200 * 10.1.2.10>*:*'] },
    flow: aml,
    asked: { locals: ['10.1.2.9'] },
    says: 'allowed by default by 65001',
  },
  {
    why: 'an address that the subnet, as it was read, does not hold says nothing of it',
    source: decision,
    network: { rules: ['Deny Outbound 200 * 10.1.2.10>*:*'] },
    flow: aml,
    asked: { locals: ['10.9.9.9'] },
    says: 'partly-blocked by 200',
  },
]);

table('network card and subnet group', [
  {
    why: 'both must allow: the card stops',
    source: howItWorks,
    network: { rules: [] },
    asked: { networkCardGroup: known(testSecurityGroup(['Deny Outbound 300 * *>Internet:*'], 'card')) },
    flow: aml,
    says: 'blocked by 300',
  },
  {
    why: 'both must allow: the subnet stops',
    source: howItWorks,
    network: { rules: ['Deny Inbound 310 * *>*:*'] },
    asked: {
      networkCardGroup: known(
        testSecurityGroup(['Allow Inbound 180 Tcp AzureMachineLearning>*:44224'], 'card'),
      ),
    },
    flow: amlIn,
    says: 'blocked by 310',
  },
  {
    why: 'a default rule of either makes it allowed by default',
    source: decision,
    network: { rules: ['Allow Outbound 100 * *>AzureMachineLearning:443'] },
    asked: { networkCardGroup: known(testSecurityGroup([], 'card')) },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'the subnet’s certain block stands, whatever the card’s unread group says',
    source: decision,
    network: { rules: [denyAll] },
    asked: { networkCardGroup: unknown(noPermission) },
    flow: aml,
    says: 'blocked by 4096',
  },
  {
    why: 'the subnet’s certain block stands, whatever the card’s rule does that was not read',
    source: howItWorks,
    network: { rules: [denyAll] },
    flow: aml,
    asked: {
      networkCardGroup: known(
        testSecurityGroup(
          [parseRule('Deny Outbound 100 Tcp *>*:443', { access: unknown(noPermission) })],
          'nsg-card',
        ),
      ),
    },
    says: 'blocked by 4096',
  },
  {
    why: 'an unread group of the card leaves it open',
    source: decision,
    network: { rules: [] },
    asked: { networkCardGroup: unknown(noPermission) },
    flow: aml,
    says: 'undecided unknown.permission',
  },
]);

table('what is not known in rules', [
  {
    why: 'unread group',
    source: decision,
    network: { group: unknown(noPermission) },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown access',
    source: decision,
    network: { rules: [parseRule('Allow Outbound 100 * *>*:443', { access: unknown(noPermission) })] },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown access on another port does not matter',
    source: decision,
    network: { rules: [parseRule('Allow Outbound 100 * *>*:22', { access: unknown(noPermission) })] },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'unknown destinations of a deny',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { destinations: unknown(noPermission) })] },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown destinations of an allow below a deny',
    source: decision,
    network: {
      rules: [denyAll, parseRule('Allow Outbound 4097 * *>*:443', { destinations: unknown(noPermission) })],
    },
    flow: aml,
    says: 'blocked by 4096',
  },
  {
    why: 'unknown ports',
    source: decision,
    network: {
      rules: [parseRule('Deny Outbound 100 * *>*:443', { destinationPorts: unknown(noPermission) })],
    },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown protocol',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { protocol: unknown(noPermission) })] },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown direction',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { direction: unknown(noPermission) })] },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown priority of a deny beside an allow',
    source: decision,
    network: {
      rules: [
        parseRule('Deny Outbound 100 * *>*:443', { priority: unknown(noPermission) }),
        'Allow Outbound 200 * *>AzureMachineLearning:443',
      ],
    },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'unknown priority of a deny with nothing beside it: it decides before Azure’s own',
    source: decision,
    network: { rules: [parseRule('Deny Outbound 100 * *>*:443', { priority: unknown(noPermission) })] },
    flow: aml,
    says: 'blocked by –',
  },
  {
    why: 'an application group on the far side is somewhere in the network',
    source: overview,
    network: {
      rules: [
        parseRule('Deny Outbound 100 * *>:*', {
          destinationApplicationGroups: ['/x/applicationSecurityGroups/web'],
        }),
      ],
    },
    flow: 'out TCP 443 10.1.3.0/24',
    says: 'undecided unknown.applicationGroup',
  },
  {
    why: 'an application group on the far side is not a service',
    source: overview,
    network: {
      rules: [
        parseRule('Deny Outbound 100 * *>:*', {
          destinationApplicationGroups: ['/x/applicationSecurityGroups/web'],
        }),
      ],
    },
    flow: aml,
    says: 'allowed by default by 65001',
  },
  {
    why: 'an application group on the near side never holds Azure ML nodes',
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
    says: 'blocked by 4096',
  },
  {
    why: 'unknown subnet prefixes: a rule for anybody counts',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * *>AzureMachineLearning:443', denyAll],
      subnet: { addressPrefixes: unknown(noPermission) },
    },
    flow: aml,
    says: 'allowed by 100',
  },
  {
    why: 'unknown subnet prefixes: a rule for some prefix may not',
    source: decision,
    network: {
      rules: ['Allow Outbound 100 * 10.1.2.0/24>AzureMachineLearning:443', denyAll],
      subnet: { addressPrefixes: unknown(noPermission) },
    },
    flow: aml,
    says: 'undecided unknown.permission',
  },
]);

table('protocols', [
  {
    why: 'ICMP under any protocol and any port',
    source: overview,
    network: { rules: ['Allow Outbound 100 * *>VirtualNetwork:*', denyAll] },
    flow: 'out ICMP * 10.1.3.0/24',
    says: 'allowed by 100',
  },
  {
    why: 'ICMP against a port is contradictory',
    source: 'azure-docs issues 51522, 37413',
    network: { rules: ['Allow Outbound 100 * *>VirtualNetwork:443', denyAll] },
    flow: 'out ICMP * 10.1.3.0/24',
    says: 'undecided unknown.icmpPorts',
  },
  {
    why: 'ESP under any is contradictory',
    source: 'azure-docs pull request 24986',
    network: { rules: ['Allow Outbound 100 * *>VirtualNetwork:*', denyAll] },
    flow: 'out ESP * 10.1.3.0/24',
    says: 'undecided unknown.anyProtocol',
  },
  {
    why: 'ESP by name',
    source: overview,
    network: { rules: ['Allow Outbound 100 Esp *>VirtualNetwork:*', denyAll] },
    flow: 'out ESP * 10.1.3.0/24',
    says: 'allowed by 100',
  },
  {
    why: 'any on a port is TCP and UDP',
    source: decision,
    network: { rules: ['Allow Outbound 100 Tcp *>AzureMachineLearning:443', denyAll] },
    flow: 'out Any 443 AzureMachineLearning',
    says: 'partly-blocked by 4096',
  },
]);

table('routes', [
  {
    why: 'the longest prefix wins',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4', '10.1.3.0/24 -> None'] },
    flow: 'out TCP 443 10.1.3.0/25',
    says: 'blocked by route 10.1.3.0/24',
  },
  {
    why: 'a default route does not touch the network',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: 'out TCP 443 10.1.3.0/24',
    says: 'allowed by default',
  },
  {
    why: 'a user route beats Azure’s own of the same prefix, inside the subnet too',
    source: routing,
    network: { routes: ['10.1.0.0/16 -> 10.9.0.4'] },
    flow: 'out TCP 443 10.1.2.0/24',
    says: 'handed-on to appliance by route 10.1.0.0/16',
  },
  {
    why: 'a written prefix beats a tag of the same prefix',
    source: routing,
    network: { routes: ['AzureFrontDoor.FirstParty -> None', '0.0.0.0/0 -> Internet'] },
    flow: 'out TCP 443 AzureFrontDoor.FirstParty',
    says: 'blocked by route AzureFrontDoor.FirstParty',
  },
  {
    why: 'the regional tag beats the whole one',
    source: routing,
    network: { routes: ['Storage -> None', 'Storage.WestEurope -> Internet'] },
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'allowed by default',
  },
  {
    why: 'a tag’s longer prefix beats a shorter written one',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> None', 'AzureMachineLearning -> Internet'] },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'next hop None drops',
    source: routing,
    network: { routes: ['AzureMachineLearning -> None'] },
    flow: aml,
    says: 'blocked by route AzureMachineLearning',
  },
  {
    why: 'next hop None drops a part',
    source: routing,
    network: { routes: ['AzureMachineLearning.WestEurope -> None'] },
    flow: aml,
    says: 'partly-blocked by route AzureMachineLearning.WestEurope',
  },
  {
    why: 'private ranges that nobody uses are dropped',
    source: routing,
    network: {},
    flow: 'out TCP 443 192.168.7.0/24',
    says: 'blocked by route 192.168.0.0/16',
  },
  {
    why: 'shared address space is dropped as well',
    source: routing,
    network: {},
    flow: 'out TCP 443 100.64.0.0/24',
    says: 'blocked by route 100.64.0.0/10',
  },
  {
    why: 'a default route removes those drops',
    source: `${routing}, last paragraph`,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: 'out TCP 443 192.168.7.0/24',
    says: 'handed-on to appliance by route 0.0.0.0/0',
  },
  {
    why: 'address space that is the range flips it',
    source: routing,
    network: { network: { addressPrefixes: known(['192.168.0.0/16']) } },
    flow: 'out TCP 443 192.168.7.0/24',
    says: 'allowed by default',
  },
  {
    why: 'address space that holds the range removes it',
    source: routing,
    network: { network: { addressPrefixes: known(['10.0.0.0/7']) } },
    flow: 'out TCP 443 10.200.0.0/24',
    says: 'allowed by default',
  },
  {
    why: 'address space in the range leaves the rest dropped',
    source: routing,
    network: {},
    flow: 'out TCP 443 10.200.0.0/24',
    says: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'a peer is reached',
    source: routing,
    network: { network: { peerings: known([peering(['10.2.0.0/16'])]) } },
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'allowed by default',
  },
  {
    why: 'an unread peering may hold it',
    source: decision,
    network: { network: { peerings: unknown(noPermission) } },
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'undecided unknown.permission',
  },
  {
    why: 'an appliance decides for itself',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: aml,
    says: 'handed-on to appliance by route 0.0.0.0/0',
  },
  {
    why: 'so does the network behind a gateway',
    source: routing,
    network: { routes: ['0.0.0.0/0 -> VirtualNetworkGateway'] },
    flow: aml,
    says: 'handed-on to on-premises by route 0.0.0.0/0',
  },
  {
    why: 'a gateway may bring routes',
    source: routing,
    network: { network: { hasGateway: known(true) } },
    flow: aml,
    says: 'undecided unknown.bgp',
  },
  {
    why: 'a peer’s gateway as well',
    source: routing,
    network: { network: { peerings: known([peering(['10.2.0.0/16'], { useRemoteGateways: known(true) })]) } },
    flow: aml,
    says: 'undecided unknown.bgp',
  },
  {
    why: 'a virtual hub as well, which is named',
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
    says: 'undecided unknown.virtualHub',
  },
  {
    why: 'a peering that is not connected brings none',
    source: peeringPage,
    network: {
      network: {
        peerings: known([
          peering(['10.2.0.0/16'], { useRemoteGateways: known(true), state: known('Disconnected') }),
        ]),
      },
    },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'unless the table keeps them out',
    source: routing,
    network: {
      table: testRouteTable([], { disableBgpRoutePropagation: known(true) }),
      network: { hasGateway: known(true) },
    },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'routes of the network beat what a gateway brings',
    source: routing,
    network: { network: { hasGateway: known(true) } },
    flow: 'out TCP 443 10.1.3.0/24',
    says: 'allowed by default',
  },
  {
    why: 'a user route beats it at the same length, which is assumed',
    source: routing,
    network: { table: testRouteTable(['0.0.0.0/0 -> 10.1.9.4']), network: { hasGateway: known(true) } },
    flow: aml,
    says: 'handed-on to appliance by route 0.0.0.0/0',
    assumes: ['assumed.noLongerRoute'],
  },
  {
    why: 'an unread table',
    source: decision,
    network: { subnet: { routeTable: unknown(noPermission) } },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'a route whose prefix is unknown',
    source: decision,
    network: { routes: [{ ...parseRoute('0.0.0.0/0 -> Internet'), destination: unknown(noPermission) }] },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'a route whose next hop is unknown, elsewhere',
    source: decision,
    network: { routes: [{ ...parseRoute('9.9.9.0/24 -> Internet'), nextHop: unknown(noPermission) }] },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'a route whose next hop is unknown, here',
    source: decision,
    network: { routes: [{ ...parseRoute('0.0.0.0/0 -> Internet'), nextHop: unknown(noPermission) }] },
    flow: aml,
    says: 'undecided unknown.permission',
  },
  {
    why: 'a group that stops it stands, whatever the routes',
    source: decision,
    network: { rules: [denyAll], subnet: { routeTable: unknown(noPermission) } },
    flow: aml,
    says: 'blocked by 4096',
  },
  {
    why: 'a service endpoint beats a default route',
    source: endpoints,
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'allowed by default',
    assumes: ['assumed.serviceEndpoint'],
  },
  {
    why: 'a service endpoint for storage is for the paired region too',
    source: 'storage/common/storage-network-security, read 2026-11-30',
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'out TCP 443 Storage.NorthEurope',
    says: 'allowed by default',
    assumes: ['assumed.serviceEndpoint'],
  },
  {
    why: 'a service endpoint is for the subnet’s region',
    source: endpoints,
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'out TCP 443 Storage.AustraliaEast',
    says: 'handed-on to appliance by route 0.0.0.0/0',
  },
  {
    why: 'a service endpoint needs the rule all the same',
    source: endpoints,
    network: { rules: [denyAll], subnet: { serviceEndpoints: known(['Microsoft.Storage']) } },
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'blocked by 4096',
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
/** A network that is peered with the hub; `hub` is in the model where it may be read. */
const peered = (
  more: Parameters<typeof peering>[1],
  said: SomeNetwork = {},
  readsHub = true,
): SomeNetwork => {
  const network = { peerings: known([peering(['10.2.0.0/16'], more)]) };
  const own = someNetwork({ ...said, network }).virtualNetworks;
  return { ...said, model: { virtualNetworks: readsHub ? [...own, hub] : own } };
};
const parts = (local: string, ...remote: string[]) => ({ parts: { local: [local], remote } });

/** A private endpoint 10.1.7.4 in a subnet of the network, whose policies are said. */
const endpoint = (policies: string, said: SomeNetwork): SomeNetwork => {
  const { virtualNetworks, ...rest } = someNetwork(said);
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
    ...said,
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
    why: 'its own route beats a default route',
    source: policiesPage,
    network: endpoint('Disabled', { routes: ['0.0.0.0/0 -> 10.1.9.4'] }),
    flow: toEndpoint,
    says: 'allowed by default',
  },
  {
    why: 'it beats a route for the whole network as well, where policies are off',
    source: policiesPage,
    network: endpoint('Disabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    says: 'allowed by default',
  },
  {
    why: 'with policies for routes a route for the network takes it',
    source: policiesPage,
    network: endpoint('RouteTableEnabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    says: 'handed-on to appliance by route 10.1.0.0/16',
  },
  {
    why: 'with all policies too',
    source: policiesPage,
    network: endpoint('Enabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    says: 'handed-on to appliance by route 10.1.0.0/16',
  },
  {
    why: 'with policies a default route still leaves it to the network',
    source: policiesPage,
    network: endpoint('Enabled', { routes: ['0.0.0.0/0 -> 10.9.0.4'] }),
    flow: toEndpoint,
    says: 'allowed by default',
  },
  {
    why: 'policies for groups alone change no route',
    source: policiesPage,
    network: endpoint('NetworkSecurityGroupEnabled', { routes: ['10.1.0.0/16 -> 10.9.0.4'] }),
    flow: toEndpoint,
    says: 'allowed by default',
  },
  {
    why: 'a route of 32 bits of one’s own beats it',
    source: policiesPage,
    network: endpoint('Disabled', { routes: ['10.1.7.4/32 -> None'] }),
    flow: toEndpoint,
    says: 'blocked by route 10.1.7.4/32',
  },
  {
    why: 'it is the network, never the service: VirtualNetwork lets it pass',
    source: tagsPage,
    network: endpoint('Disabled', { rules: ['Allow Outbound 100 * *>VirtualNetwork:443', denyAll] }),
    flow: toEndpoint,
    says: 'allowed by 100',
  },
  {
    why: 'a rule for the service does not',
    source: tagsPage,
    network: endpoint('Disabled', { rules: ['Allow Outbound 100 * *>Storage:443', denyAll] }),
    flow: toEndpoint,
    says: 'blocked by 4096',
  },
]);

table('platform tags', [
  {
    why: 'name servers and metadata go by no route',
    source: 'what-is-ip-address-168-63-129-16, 2019-05-15',
    network: { routes: ['0.0.0.0/0 -> None'] },
    flow: 'out UDP 53 AzurePlatformDNS',
    says: 'allowed by default',
  },
  {
    why: 'a deny that names the tag stops name servers',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>AzurePlatformDNS:*'] },
    flow: 'out UDP 53 AzurePlatformDNS',
    says: 'blocked by 100',
  },
  {
    why: 'a deny that names the tag stops metadata',
    source: overview,
    network: { rules: ['Deny Outbound 100 * *>AzurePlatformIMDS:*'] },
    flow: 'out TCP 80 AzurePlatformIMDS',
    says: 'blocked by 100',
  },
]);

table('dual stack', [
  {
    why: 'IPv4 is judged, and that IPv6 is not is said',
    source: decision,
    network: { subnet: { addressPrefixes: known(['10.1.2.0/24', 'fd00:1::/64']) } },
    flow: aml,
    says: 'allowed by default',
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
    says: 'blocked by 4096',
    assumes: ['assumed.ipv4Alone'],
  },
  {
    why: 'a default route for IPv6 leaves IPv4 alone',
    source: routing,
    network: {
      routes: ['::/0 -> None'],
      subnet: { addressPrefixes: known(['10.1.2.0/24', 'fd00:1::/64']) },
    },
    flow: aml,
    says: 'allowed by default',
    assumes: ['assumed.ipv4Alone'],
  },
]);

table('peerings', [
  {
    why: 'one that waits for the other side carries nothing',
    source: peeringPage,
    network: peered({ state: known('Initiated') }),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'one that lost its other side carries nothing',
    source: peeringPage,
    network: peered({ state: known('Disconnected') }),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'a peer without access is no part of VirtualNetwork',
    source: managePeering,
    network: peered({ blocksAccess: true }, { rules: [] }),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'blocked by 65500',
  },
  {
    why: 'whether a rule that names its addresses gets through is written nowhere',
    source: managePeering,
    network: peered({ blocksAccess: true }, { rules: ['Allow Outbound 100 * *>10.2.0.0/16:*'] }),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'undecided unknown.peeringAccess',
  },
  {
    why: 'a peering for IPv6 alone carries no IPv4',
    source: subnetPeering,
    network: peered({ onlyIpv6: true }),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'subnets that are peered reach each other',
    source: subnetPeering,
    network: peered(parts('snet', 'endpoints')),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'allowed by default',
  },
  {
    why: 'and no other subnet of the peer',
    source: subnetPeering,
    network: peered(parts('snet', 'endpoints')),
    flow: 'out TCP 443 10.2.1.0/24',
    says: 'blocked by route 10.0.0.0/8',
  },
  {
    why: 'from a subnet that is left out preview and today differ',
    source: subnetPeering,
    network: peered(parts('snet-other', 'endpoints')),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'undecided unknown.subnetPeering',
  },
  {
    why: 'which addresses the named subnets have was not read',
    source: decision,
    network: peered(parts('snet', 'endpoints'), {}, false),
    flow: 'out TCP 443 10.2.0.0/24',
    says: 'undecided unknown.notRead',
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
    says: 'undecided unknown.peeringOverlap',
  },
  {
    why: 'a peer that overlaps the network itself',
    source: peeringPage,
    network: { network: { peerings: known([peering(['10.1.128.0/17'])]) } },
    flow: 'out TCP 443 10.1.200.0/24',
    says: 'undecided unknown.peeringOverlap',
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
    why: 'none that matters: the doubt is gone',
    source: effectivePage,
    network: effective(['192.168.7.0/24']),
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'a learned default route takes it',
    source: routing,
    network: effective(['0.0.0.0/0']),
    flow: aml,
    says: 'handed-on to on-premises by route 0.0.0.0/0',
  },
  {
    why: 'a user route of the same prefix comes first',
    source: routing,
    network: { ...effective(['0.0.0.0/0']), routes: ['0.0.0.0/0 -> Internet'] },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'a longer learned route beats a user route',
    source: routing,
    network: { ...effective(['192.168.7.0/24']), routes: ['192.168.0.0/16 -> None'] },
    flow: 'out TCP 443 192.168.7.0/25',
    says: 'handed-on to on-premises by route 192.168.7.0/24',
  },
  {
    why: 'a learned route inside the network counts for nothing, however long',
    source: routing,
    network: effective(['10.1.3.0/24']),
    flow: 'out TCP 443 10.1.3.0/25',
    says: 'allowed by default',
  },
  {
    why: 'a table that keeps them out',
    source: routing,
    network: {
      ...effective(['0.0.0.0/0']),
      table: testRouteTable([], { disableBgpRoutePropagation: known(true) }),
    },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'what was learned belongs to VirtualNetwork',
    source: tagsPage,
    network: { ...effective(['192.168.7.0/24']), rules: ['Deny Outbound 100 * *>VirtualNetwork:*'] },
    flow: 'out TCP 443 192.168.7.0/24',
    says: 'blocked by 100',
  },
  {
    why: 'whether a public address that was learned is still Internet is written nowhere',
    source: decision,
    network: {
      ...effective(['0.0.0.0/0']),
      rules: ['Allow Outbound 100 * *>Internet:*', denyAll],
    },
    flow: aml,
    says: 'undecided unknown.routedInternet',
  },
  {
    why: 'a learned default route loses the reply',
    source: routing,
    network: effective(['0.0.0.0/0']),
    flow: amlIn,
    says: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'private ranges are dropped where effective routes say so, and only there',
    source: effectivePage,
    network: effective([], ['192.168.0.0/16']),
    flow: 'out TCP 443 192.168.7.0/24',
    says: 'blocked by route 192.168.0.0/16',
  },
  {
    why: 'a public range that Azure drops shows in effective routes alone',
    source: 'effective route dumps, network-reasoning §5.3-15',
    network: effective([], ['20.35.252.0/22']),
    flow: 'out TCP 443 20.35.252.0/24',
    says: 'blocked by route 20.35.252.0/22',
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
    says: 'no-way-out noWayOut.private',
  },
  {
    why: 'a public IP is one',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'a NAT gateway is one',
    source: natPage,
    network: { subnet: privateSubnet, nat: {} },
    asked: without,
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'a NAT gateway without an address is none',
    source: natPage,
    network: { nat: { publicAddresses: known(0) } },
    asked: without,
    flow: aml,
    says: 'no-way-out noWayOut.natGatewayWithoutAddress',
  },
  {
    why: 'a default route to an appliance goes past the NAT gateway',
    source: natPage,
    network: { subnet: privateSubnet, nat: {}, routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    asked: without,
    flow: aml,
    says: 'handed-on to appliance by route 0.0.0.0/0',
  },
  {
    why: 'next hop Internet does not help a private subnet',
    source: outboundAccess,
    network: { subnet: privateSubnet, routes: ['0.0.0.0/0 -> 10.1.9.4', 'AzureMachineLearning -> Internet'] },
    asked: without,
    flow: aml,
    says: 'no-way-out noWayOut.private',
  },
  {
    why: 'never said and read from Azure is open',
    source: outboundAccess,
    network: {},
    asked: without,
    flow: aml,
    says: 'allowed by default',
    assumes: ['assumed.defaultOutbound'],
  },
  {
    why: 'never said in a file of 2025-05-01 is open',
    source: decision,
    network: { subnet: { writtenWith: '2025-05-01' } },
    asked: without,
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'never said in a preview of that version is open as well',
    source: outboundAccess,
    network: { subnet: { writtenWith: '2025-05-01-preview' } },
    flow: aml,
    asked: without,
    says: 'allowed by default',
  },
  {
    why: 'never said in a newer file is unknown',
    source: decision,
    network: { subnet: { writtenWith: '2025-07-01' } },
    asked: without,
    flow: aml,
    says: 'undecided unknown.defaultOutbound',
  },
  {
    why: 'never said in a newer file does not matter with a NAT gateway',
    source: decision,
    network: { subnet: { writtenWith: '2025-07-01' }, nat: {} },
    asked: without,
    flow: aml,
    says: 'allowed by default',
  },
  {
    why: 'it is not known whether the nodes have a public IP',
    source: decision,
    network: { subnet: privateSubnet },
    asked: { publicIp: unknown(reason('unknown.notChosen')) },
    flow: aml,
    says: 'undecided unknown.notChosen',
  },
  {
    why: 'whether the nodes have a public IP does not matter where the subnet is open',
    source: outboundAccess,
    network: {},
    flow: aml,
    asked: { publicIp: unknown(noPermission) },
    says: 'allowed by default',
  },
  {
    why: 'Storage of the own region is reached all the same',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    asked: without,
    flow: 'out TCP 443 Storage.WestEurope',
    says: 'allowed by default',
    assumes: ['assumed.storageOfRegion'],
  },
  {
    why: 'the network is reached all the same',
    source: outboundAccess,
    network: { subnet: privateSubnet },
    asked: without,
    flow: 'out TCP 443 VirtualNetwork',
    says: 'allowed by default',
  },
  {
    why: 'a service endpoint needs no way out',
    source: outboundAccess,
    network: { subnet: { ...privateSubnet, serviceEndpoints: known(['Microsoft.KeyVault']) } },
    asked: without,
    flow: 'out TCP 443 AzureKeyVault.WestEurope',
    says: 'allowed by default',
  },
  {
    why: 'a rule that blocks is told first',
    source: decision,
    network: { rules: [denyAll], subnet: privateSubnet },
    asked: without,
    flow: aml,
    says: 'blocked by 4096',
  },
]);

const open44224 = 'Allow Inbound 120 Tcp AzureMachineLearning>*:44224';

table('return path', [
  {
    why: 'straight back',
    source: routing,
    network: { rules: [open44224] },
    flow: amlIn,
    says: 'allowed by 120',
  },
  {
    why: 'the answer goes to an appliance',
    source: routing,
    network: { rules: [open44224], routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: amlIn,
    says: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'the answer goes on-premises',
    source: routing,
    network: { rules: [open44224], routes: ['0.0.0.0/0 -> VirtualNetworkGateway'] },
    flow: amlIn,
    says: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'a route for the tag brings it back',
    source: routing,
    network: { rules: [open44224], routes: ['0.0.0.0/0 -> 10.1.9.4', 'AzureMachineLearning -> Internet'] },
    flow: amlIn,
    says: 'allowed by 120',
  },
  {
    why: 'a service endpoint brings it back',
    source: endpoints,
    network: {
      routes: ['0.0.0.0/0 -> 10.1.9.4'],
      subnet: { serviceEndpoints: known(['Microsoft.Storage']) },
    },
    flow: 'in TCP 44224 20.38.108.0/23',
    says: 'allowed by default',
  },
  {
    why: 'a route for one region only does not',
    source: routing,
    network: {
      rules: [open44224],
      routes: ['0.0.0.0/0 -> 10.1.9.4', 'AzureMachineLearning.WestEurope -> Internet'],
    },
    flow: amlIn,
    says: 'reply-lost by route 0.0.0.0/0',
  },
  {
    why: 'a blocked call is blocked first',
    source: decision,
    network: { rules: [denyAllIn], routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: amlIn,
    says: 'blocked by 4096',
  },
  {
    why: 'a gateway may bring a default route',
    source: routing,
    network: { rules: [open44224], network: { hasGateway: known(true) } },
    flow: amlIn,
    says: 'undecided unknown.bgp',
  },
  {
    why: 'answers to the load balancer’s probe go to the host',
    source: 'what-is-ip-address-168-63-129-16, 2019-05-15',
    network: { rules: [], routes: ['0.0.0.0/0 -> 10.1.9.4'] },
    flow: 'in TCP 44224 AzureLoadBalancer',
    says: 'allowed by default by 65000',
  },
  {
    why: 'inside the network an appliance on the way may carry both ways',
    source: decision,
    network: { rules: [], routes: ['10.1.0.0/16 -> 10.9.0.4'] },
    flow: 'in TCP 22 10.1.3.0/24',
    says: 'handed-on to appliance by route 10.1.0.0/16',
  },
]);

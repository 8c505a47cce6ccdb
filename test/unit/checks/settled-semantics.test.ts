import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { summarize } from '../../../src/checks/summary';
import { isReady, type CheckResult } from '../../../src/core/check-result';
import { known, unknown } from '../../../src/core/known';
import { reason } from '../../../src/core/reason';
import { requirementsFor } from '../../../src/checks/applies';
import {
  buildModel,
  buildPlan,
  facts,
  unreadFact,
  privateInstance,
  subnetIdOf,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { resultLine } from './result-line';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';
const control = 'in 100 Allow Tcp AzureMachineLearning>VirtualNetwork 44224 Allow-Control';

function checked(network: NetworkSpec = {}, plan: PlanSpec = {}): (id: string) => CheckResult | undefined {
  const all = checkSubnet(buildModel(network), buildPlan(plan), facts);
  return (id) => all.find((one) => one.requirement === id);
}

function states(id: string, network: NetworkSpec = {}, plan: PlanSpec = {}): string {
  return resultLine(checked(network, plan)(id));
}

describe('VirtualNetwork', () => {
  it('is everything under a 0.0.0.0/0 route, so default rule 65000 allows the internet (service tags, 2023-01-26)', () => {
    const of = checked({ rules: [], routes: [tunnel] });
    expect(resultLine(of('outbound-aml-443'))).toBe('error forwarded by 0.0.0.0/0 VirtualAppliance');
    expect(of('outbound-aml-443')?.assumptions.map((one) => one.key)).toContain(
      'assumed.virtualNetworkRoutes',
    );
    expect(resultLine(of('inbound-aml-44224'))).toBe('error reply-lost by 0.0.0.0/0 VirtualAppliance');
  });
});

// Traffic inside a subnet is evaluated by its NSG outbound and inbound (how groups filter traffic, 2020-08-24).
describe('traffic between nodes', () => {
  it.each([
    ['a deny rule for all inbound traffic', ['in 4096 Deny * *>* * No-In'], 'blocked by 4096 No-In'],
    ['a deny rule for all outbound traffic', [denyAll], 'blocked by 4096 Deny-All'],
    [
      'a deny rule for all inbound traffic, after one for a part of the outbound traffic',
      ['out 100 Deny Tcp *>* 443 No-Https', 'in 4096 Deny * *>* * No-In'],
      'blocked by 4096 No-In',
    ],
    ['a deny rule for a part', ['in 100 Deny Tcp *>* 443 No-Https'], 'partly-blocked by 100 No-Https'],
    [
      'its own rules in both directions',
      ['in 100 Allow * *>* * In', 'out 100 Allow * *>* * Out'],
      'allowed by 100 Out',
    ],
    // Its members are explicitly assigned network interfaces (application security groups, 2020-02-27), which isn't
    // possible for nodes: neither the deny rule nor the allow rule applies to them.
    [
      'a deny rule for an application security group',
      ['out 100 Deny * *>asg:web * No-Web', 'in 100 Deny * asg:web>* * From-Web'],
      'allowed by default by 65000 AllowVnetOutBound',
    ],
    [
      'an allow rule for an application security group',
      ['out 100 Allow * *>asg:web * Web', 'out 4096 Deny * *>* * Deny-All'],
      'blocked by 4096 Deny-All',
    ],
  ])('%s', (_, rules, outcome) => {
    expect(states('inbound-intra-subnet', { rules }).replace(/^warning /, '')).toBe(outcome);
  });
});

// A private endpoint can be one (`az network private-endpoint asg add`), and a machine that is a DNS server.
it('other machines in the network may be members of an application security group', () => {
  const rules = ['out 100 Deny * *>asg:web * No-Web'];
  expect(states('dns-custom-server-forwarders', { rules, dnsServers: ['10.40.4.9'] })).toContain('unknown');
  expect(
    states('outbound-virtualnetwork-443', { rules, endpoints: ['pe-ws amlworkspace 10.40.4.9'] }),
  ).toContain('unknown unknown.applicationGroup');
});

describe('service tags', () => {
  it('contain published prefixes, not what a name suggests: AzureCloud isn’t all of Entra ID', () => {
    const rules = ['out 100 Allow * *>AzureCloud * Allow-Cloud', denyAll];
    // 20.190.128.0/18 and 40.126.0.0/18: only the second is in the AzureCloud prefixes of the test's tag list.
    expect(states('outbound-entra-80-443', { rules })).toBe('error partly-blocked by 4096 Deny-All');
    expect(states('outbound-storage-443', { rules })).toBe('allowed by 100 Allow-Cloud');
  });

  it('of a region are required for the subnet’s region and the workspace’s', () => {
    const network = {
      region: 'northeurope',
      rules: ['out 100 Allow Tcp *>Storage.WestEurope 443 A', denyAll],
    };
    const of = checked(network);
    expect(resultLine(of('outbound-storage-443'))).toBe('error partly-blocked by 4096 Deny-All');
    expect(of('outbound-storage-443')?.subject?.remote).toBe('Storage.NorthEurope, Storage.WestEurope');
    const both = ['out 100 Allow Tcp *>Storage 443 A', denyAll];
    expect(states('outbound-storage-443', { region: 'northeurope', rules: both })).toBe('allowed by 100 A');
  });

  it('are required for the only known region, with an assumption', () => {
    const of = checked({}, { workspace: unreadFact });
    expect(of('outbound-storage-443')?.subject?.remote).toBe('Storage.WestEurope');
    expect(of('outbound-storage-443')?.assumptions[0]).toEqual({
      key: 'check.assume.workspaceRegion',
      values: { region: 'westeurope' },
    });
  });

  it('that don’t exist in a cloud aren’t required there, with a reason', () => {
    const found = checked({ cloud: 'usgov' }, { cloud: 'usgov' })('outbound-frontdoor-firstparty-443');
    expect(found?.outcome).toEqual({
      is: 'not-applicable',
      because: { key: 'check.otherCloud', values: { tag: ['AzureFrontDoor.FirstParty'], cloud: 'usgov' } },
    });
    expect(states('outbound-frontdoor-frontend-443', { cloud: 'china' }, { cloud: 'china' })).toBe(
      'not-applicable check.otherCloud',
    );
  });
});

// "You can deploy IPv4/IPv6 dual stack applications in Azure": nodes of Azure ML have only IPv4 addresses, and each
// result states that IPv4 is checked (issue: dual-stack subnets, IPv4 checked).
describe('a dual-stack subnet', () => {
  const prefixes = ['10.40.4.0/26', 'fd00:40:4::/64'];
  const addressSpace = ['10.40.0.0/16', 'fd00:40::/48'];

  it('reaches itself by IPv4, which is decided', () => {
    const found = checked({ prefixes, addressSpace, rules: [denyAll] })('inbound-intra-subnet');
    expect(resultLine(found)).toBe('warning blocked by 4096 Deny-All');
    expect(found?.subject?.remote).toBe('10.40.4.0/26');
    expect(states('inbound-intra-subnet', { prefixes, addressSpace, rules: [] })).toBe(
      'allowed by default by 65000 AllowVnetOutBound',
    );
  });
});

describe('severity', () => {
  it('is lower if only port 80 of sign-in is blocked', () => {
    const only443 = ['out 100 Allow Tcp *>AzureActiveDirectory 443 A', denyAll];
    expect(states('outbound-entra-80-443', { rules: only443 })).toBe(
      'warning partly-blocked by 4096 Deny-All',
    );
    const only80 = ['out 100 Allow Tcp *>AzureActiveDirectory 80 A', denyAll];
    expect(states('outbound-entra-80-443', { rules: only80 })).toBe('error partly-blocked by 4096 Deny-All');
  });

  it.each([
    ['no high business impact', { highBusinessImpact: false }, 'info'],
    ['high business impact', { highBusinessImpact: true }, 'error'],
    ['not read', { workspace: unreadFact }, 'warning'],
  ] as const)('of the key vault depends on the workspace: %s', (_, plan, severity) => {
    expect(states('outbound-keyvault-443', { rules: [denyAll] }, plan)).toBe(
      `${severity} blocked by 4096 Deny-All`,
    );
  });

  it.each([
    [
      'private and nothing else',
      { nat: null, defaultOutboundAccess: false },
      'error failed check.outboundAccess.private',
    ],
    [
      'default outbound access enabled',
      { nat: null, defaultOutboundAccess: true },
      'warning failed check.outboundAccess.default',
    ],
    ['unset', { nat: null, defaultOutboundAccess: null }, 'warning failed check.outboundAccess.default'],
    [
      'unset, API version 2025-05-01',
      { nat: null, defaultOutboundAccess: null, writtenWith: '2025-05-01' },
      'warning failed check.outboundAccess.default',
    ],
    [
      'unset, a newer API version',
      { nat: null, defaultOutboundAccess: null, writtenWith: '2025-07-01' },
      'error unknown check.outboundAccess.unclear',
    ],
    ['a NAT gateway without an address', { nat: 0 }, 'error failed check.outboundAccess.natEmpty'],
    ['an appliance', { nat: null, routes: [tunnel] }, 'passed check.outboundAccess.appliance'],
    [
      'an appliance for both halves',
      { nat: null, routes: ['0.0.0.0/1 appliance 10.40.1.4', '128.0.0.0/1 appliance 10.40.1.4'] },
      'passed check.outboundAccess.appliance',
    ],
    ['the gateway', { nat: null, routes: ['0.0.0.0/0 gateway'] }, 'passed check.outboundAccess.gateway'],
    ['nowhere', { routes: ['0.0.0.0/0 none'] }, 'error failed check.outboundAccess.dropped'],
    ['possibly a learned route', { nat: null, hasGateway: true }, 'error unknown unknown.bgp'],
    ['a route table that wasn’t read', { routes: 'unread' }, 'error unknown unknown.permission'],
  ] as const)('of outbound access without a public IP: %s', (_, network, expected) => {
    expect(states('egress-explicit-for-npip', network, { publicIp: known(false), privateLink: true })).toBe(
      expected,
    );
  });

  it('of free addresses: an error if not even the minimum of nodes can start', () => {
    const plan = { minNodes: known(4), maxNodes: known(8) };
    expect(states('subnet-free-ips-cluster', { inUse: 56 }, plan)).toBe('error failed check.free.short');
    expect(states('subnet-free-ips-cluster', { inUse: 52 }, plan)).toBe('warning failed check.free.short');
    expect(states('subnet-free-ips-cluster', {}, { ...plan, reservedAddresses: known(56) })).toBe(
      'error failed check.free.short',
    );
    expect(states('subnet-free-ips-cluster', { inUse: null }, plan)).toBe('error unknown unknown.permission');
    const unread = { ...plan, reservedAddresses: unknown(reason('unknown.computesNotRead')) };
    expect(states('subnet-free-ips-cluster', {}, unread)).toBe('error unknown unknown.computesNotRead');
    // Whatever is reserved for others: 59 addresses are usable.
    expect(states('subnet-free-ips-cluster', { inUse: 59 }, unread)).toBe('error failed check.free.none');
  });
});

describe('private endpoints', () => {
  const endpoints = ['pe-file file 10.40.7.4', 'pe-blob blob 10.40.7.5'];

  it('must be reached, in addition to the tag that the service compares', () => {
    const tagOnly = ['out 100 Allow Tcp *>Storage.WestEurope 445 A', denyAll];
    expect(states('outbound-storage-445', { endpoints, rules: tagOnly })).toBe(
      'warning partly-blocked by 4096 Deny-All',
    );
    // On the internet access page (2025-02-10) the tag isn't required if nothing filters before the endpoint.
    const endpointOnly = ['out 100 Allow Tcp *>VirtualNetwork 445 A', denyAll];
    expect(states('outbound-storage-445', { endpoints, rules: endpointOnly })).toBe(
      'info partly-blocked by 4096 Deny-All',
    );
    // An appliance in front of the endpoint: its rules are unknown.
    const filtered = { endpoints, routes: ['10.40.7.4/32 appliance 10.40.1.4'], rules: endpointOnly };
    expect(states('outbound-storage-445', filtered)).toMatch(/^warning /);
  });

  it('of a peered network count', () => {
    const network = {
      endpoints: ['pe-blob blob 10.90.0.4 vnet-hub'],
      peerings: ['vnet-hub 10.90.0.0/16'],
      rules: [denyAll],
    };
    expect(states('outbound-virtualnetwork-443', network)).toBe('error blocked by 4096 Deny-All');
    expect(states('outbound-virtualnetwork-443', { ...network, peerings: [] })).toBe(
      'not-applicable check.noEndpoint',
    );
  });

  it('that weren’t read leave the result unknown unless the whole network is allowed', () => {
    const open = ['out 100 Allow Tcp *>VirtualNetwork 443 A', denyAll];
    expect(states('outbound-virtualnetwork-443', { endpoints: null, rules: open })).toBe('allowed by 100 A');
    expect(states('outbound-virtualnetwork-443', { endpoints: null, rules: [denyAll] })).toBe(
      'error unknown check.endpointsNotRead',
    );
    // The tag is still checked.
    expect(states('outbound-storage-445', { endpoints: null, rules: [denyAll] })).toBe(
      'warning blocked by 4096 Deny-All',
    );
  });

  it('that weren’t read never count as allowed with an allowed tag', () => {
    const storage = ['out 100 Allow Tcp *>Storage.WestEurope 445 A', denyAll];
    expect(states('outbound-storage-445', { endpoints: null, rules: storage })).toBe(
      'warning unknown check.endpointsNotRead',
    );
    const both = ['out 90 Allow Tcp *>VirtualNetwork 445 B', ...storage];
    expect(states('outbound-storage-445', { endpoints: null, rules: both })).toMatch(/^allowed by /);
  });

  it('of unread peers leave the result unknown in addition to known ones, and don’t hide a failure', () => {
    const id = 'outbound-virtualnetwork-443';
    const endpoints = ['pe-blob blob 10.40.7.4', 'pe-far blob 10.90.0.4 vnet-hub'];
    const own = ['out 100 Allow Tcp *>10.40.7.0/28 443 A', denyAll];
    expect(states(id, { peerings: null, endpoints, rules: own })).toBe('error unknown unknown.permission');
    expect(states(id, { peerings: null, endpoints, rules: [denyAll] })).toBe(
      'error blocked by 4096 Deny-All',
    );
  });

  it('behind a peering with an unread state leave the result unknown', () => {
    const id = 'outbound-virtualnetwork-443';
    const endpoints = ['pe-blob blob 10.90.0.4 vnet-hub'];
    const network = { endpoints, rules: [denyAll] };
    expect(states(id, { ...network, peerings: ['vnet-hub 10.90.0.0/16?'] })).toBe(
      'error unknown unknown.permission',
    );
    expect(states(id, { ...network, peerings: ['vnet-hub 10.90.0.0/16~'] })).toBe(
      'not-applicable check.noEndpoint',
    );
    const plan = { privateLink: true };
    const workspace = { endpoints: ['pe-ws amlworkspace 10.90.0.4 vnet-hub'] };
    expect(
      states(
        'cluster-cross-region-connectivity',
        { ...workspace, peerings: ['vnet-hub 10.90.0.0/16?'] },
        plan,
      ),
    ).toBe('error unknown unknown.permission');
  });

  it('can serve a registry or Azure Monitor', () => {
    const network = {
      rules: [denyAll],
      endpoints: ['pe-acr registry 10.40.7.6', 'pe-ampls azuremonitor 10.40.7.7'],
    };
    const of = checked(network);
    expect(resultLine(of('outbound-acr-443'))).toBe('not-applicable check.endpointInstead');
    expect(of('outbound-acr-443')?.assumptions).toEqual([{ key: 'assumed.registryEndpoint' }]);
    expect(of('outbound-azuremonitor-443')?.assumptions).toEqual([]);
    expect(states('outbound-azuremonitor-443', network)).toBe('not-applicable check.endpointInstead');
  });

  it('of the workspace: a hub may still lead there, and an isolated network can’t', () => {
    const plan = { privateLink: true };
    const id = 'cluster-cross-region-connectivity';
    expect(states(id, { endpoints: ['pe-ws amlworkspace 10.40.7.4'] }, plan)).toBe(
      'passed check.connection.own',
    );
    expect(states(id, { peerings: ['vnet-hub 10.90.0.0/16'] }, plan)).toBe(
      'error unknown check.connection.elsewhere',
    );
    expect(states(id, {}, plan)).toBe('error failed check.connection.notPeered');
    expect(states(id, {}, {})).toBe('not-applicable check.onlyPrivateLink');
  });
});

describe('peered networks', () => {
  const id = 'vnet-docker-bridge-overlap';

  it('may overlap the containers’ bridge as long as they weren’t read', () => {
    expect(states(id, { peerings: null })).toBe('warning unknown unknown.permission');
    expect(states(id, { peerings: ['vnet-hub ?*'] })).toBe('warning unknown unknown.permission');
    expect(states(id, { peerings: ['vnet-hub 172.17.4.0/24'] })).toBe('warning failed check.overlap.peer');
    expect(states(id, { peerings: ['vnet-hub 172.17.4.0/24?'] })).toBe('warning unknown unknown.permission');
    expect(states(id, { peerings: ['vnet-hub 172.17.4.0/24~'] })).toBe('passed check.overlap.none');
    expect(states(id, { peerings: ['vnet-a *', 'vnet-b 172.17.4.0/24'] })).toBe(
      'warning failed check.overlap.peer',
    );
  });

  it('lead to an appliance for certain only if their state was read', () => {
    const routes = ['0.0.0.0/0 appliance 10.90.1.4'];
    const hop = 'udr-appliance-health';
    expect(states(hop, { routes, peerings: ['vnet-hub 10.90.0.0/16'] })).toBe('passed check.appliance.fine');
    expect(states(hop, { routes, peerings: ['vnet-hub 10.90.0.0/16?'] })).toMatch(
      /unknown unknown.permission$/,
    );
    expect(states(hop, { routes, peerings: ['vnet-hub 10.90.0.0/16~'] })).toMatch(
      /failed check.appliance.far$/,
    );
  });
});

describe('rule text', () => {
  it('that the service may not recognize as an allow rule for 445 is reported', () => {
    const prefixes = ['out 100 Allow Tcp *>20.38.108.0/23,52.239.140.0/22 445 By-Prefix', denyAll];
    const byPrefix = checked({ rules: prefixes })('outbound-storage-445');
    expect(resultLine(byPrefix)).toBe('allowed by 100 By-Prefix');
    expect(byPrefix?.assumptions.at(-1)).toEqual({
      key: 'check.assume.preflight',
      values: { rule: 'By-Prefix' },
    });
    const byTag = checked({ rules: ['out 100 Allow Tcp *>Storage.westeurope 445 By-Tag', denyAll] })(
      'outbound-storage-445',
    );
    expect(byTag?.assumptions.map((one) => one.key)).not.toContain('check.assume.preflight');
  });
});

describe('an incomplete plan', () => {
  it('without public IP mode: what both modes need is checked, and what one needs is information', () => {
    const of = checked({ rules: [denyAll], nat: null }, { publicIp: unreadFact });
    expect(resultLine(of('outbound-aml-443'))).toBe('error blocked by 4096 Deny-All');
    expect(resultLine(of('inbound-aml-44224'))).toBe('info blocked by 65500 DenyAllInBound');
    expect(of('inbound-aml-44224')?.assumptions[0]?.key).toBe('check.assume.publicIp.with');
    expect(resultLine(of('egress-explicit-for-npip'))).toBe('info failed check.outboundAccess.private');
  });

  it('without kind: requirements of an instance only are information', () => {
    expect(states('outbound-aml-18881', { rules: [denyAll] }, { kind: unreadFact })).toBe(
      'info blocked by 4096 Deny-All',
    );
  });

  it('without subnet: everything about it is reported as not selected', () => {
    const all = checkSubnet(buildModel(), buildPlan({ subnetId: null }), facts);
    expect(resultLine(all.find((one) => one.requirement === 'outbound-aml-443'))).toBe(
      'error unknown check.notChosen',
    );
    expect(resultLine(all.find((one) => one.requirement === 'npip-requires-private-endpoint'))).toBe(
      'not-applicable check.onlyNoPublicIp',
    );
    expect(all).toHaveLength(requirementsFor(buildPlan()).length);
    expect(isReady(all)).toBe(false);
  });

  it('with a subnet that the network doesn’t have: reported as not found, never an exception', () => {
    expect(states('outbound-aml-443', {}, { subnetId: subnetIdOf('gone') })).toBe(
      'error unknown check.subnetNotFound',
    );
  });
});

describe('a workspace that manages its own network', () => {
  it('needs no subnet: only remaining requirements apply', () => {
    const plan = buildPlan({
      ...privateInstance,
      managedNetwork: 'allow-only-approved-outbound',
      subnetId: null,
    });
    const all = checkSubnet(buildModel(), plan, facts);
    const shown = all
      .filter((one) => one.outcome.is !== 'not-applicable')
      .map((one) => [one.requirement, resultLine(one)]);
    expect(shown).toEqual([
      ['managed-vnet-exclusive', 'passed check.managed.used'],
      ['managed-network-set-up', 'passed check.setUp.done'],
      ['lighthouse-unsupported', 'note'],
      ['storage-region-close-to-compute', 'note'],
      ['compute-name-format', 'passed check.computeName.fine'],
      ['browser-doh', 'note'],
      ['control-plane-stays-public', 'note'],
    ]);
    expect(isReady(all)).toBe(true);
  });
});

describe('the profile of December 2020', () => {
  const plan = { profile: '2020-12' } as const;

  it('requires Batch, not what came later', () => {
    expect(states('inbound-batch-29876-29877', { rules: [] }, plan)).toBe(
      'error blocked by 65500 DenyAllInBound',
    );
    expect(states('outbound-aml-udp-5831', {}, plan)).toBe('absent');
    expect(states('vnet-same-region-cluster', { region: 'northeurope' }, plan)).toBe(
      'error failed check.region.other',
    );
  });

  it('requires 44224 for an instance alone', () => {
    expect(states('inbound-aml-44224', { rules: [] }, plan)).toBe('not-applicable check.otherKind.instance');
    expect(states('inbound-aml-44224', { rules: [] }, { ...plan, kind: known('instance') })).toBe(
      'error blocked by 65500 DenyAllInBound',
    );
  });
});

describe('one cause', () => {
  it('is counted once: rows that explain another are information', () => {
    const lost = checkSubnet(buildModel({ rules: [control], routes: [tunnel] }), buildPlan(), facts);
    expect(lost.filter((one) => one.severity === 'error' && one.outcome.is === 'reply-lost')).toHaveLength(1);
    expect(resultLine(lost.find((one) => one.requirement === 'udr-forced-tunnel-aml'))).toBe(
      'info failed check.replies.lost',
    );
    expect(summarize(lost).errors).toBe(1);
  });
});

describe('flows that need their own rule', () => {
  it('inbound: none if no NSG is associated', () => {
    expect(states('inbound-aml-44224', { rules: null })).toBe('allowed by default');
  });

  it('44224 from the wrong source doesn’t count (AzureTRE issue 998)', () => {
    const rules = ['in 100 Allow Tcp BatchNodeManagement>* 44224 Allow-Wrong'];
    expect(states('inbound-aml-44224', { rules })).toBe('error blocked by 65500 DenyAllInBound');
    expect(states('subnet-nsg-must-not-contradict-auto-nsg', { rules })).toBe('info failed check.agree.no');
  });

  it('a rule with an unread destination leaves the result unknown, never a pass', () => {
    const rules = ['in 100 Allow Tcp AzureMachineLearning>? 44224 A'];
    expect(states('inbound-aml-44224', { rules })).toMatch(/^error unknown/);
  });
});

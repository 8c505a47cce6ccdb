import { describe, expect, it } from 'vitest';
import { checkSubnet, checkSettings } from '../../../src/checks/check-subnet';
import type { CheckResult } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { adviceOf } from '../../../src/requirements/host-names';
import { reasonWords } from '../../support/answer-lines';
import { firewall } from '../../support/firewalls';
import {
  buildModel,
  buildPlan,
  facts,
  modelNetworkId,
  unreadFact,
  privateInstance,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { resultLine } from './result-line';
import { machinePlan } from './target-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';

/** Returns the result, its subject as in the short text, and its assumptions. */
function lines(found: CheckResult | undefined): string[] {
  const { subject, assumptions } = found ?? { subject: null, assumptions: [] };
  return [
    resultLine(found),
    ...(subject ? [`${subject.direction} ${subject.protocol} ${subject.ports} to ${subject.remote}`] : []),
    ...assumptions.map(reasonWords),
  ];
}

function reported(id: string, network: NetworkSpec | NetworkModel, plan: PlanSpec = {}): string[] {
  const model = 'virtualNetworks' in network ? network : buildModel(network);
  return lines(checkSubnet(model, buildPlan(plan), facts).find(({ requirement }) => requirement === id));
}

const usual = ['assumed.tags date=2025-11-09', 'assumed.noAdminRules'];
/** For storage: if it wasn't read, its region is an assumption. */
const usualOfStorage = ['check.assume.storageRegion region=westeurope', ...usual];

describe('the short text of a flow', () => {
  it('contains the regional service tag, and several ports', () => {
    expect(reported('outbound-storage-443', { rules: [denyAll] })).toEqual([
      'error blocked by 4096 Deny-All',
      'Outbound TCP 443 to Storage.WestEurope',
      ...usualOfStorage,
    ]);
    expect(reported('outbound-entra-80-443', { rules: [denyAll] })[1]).toBe(
      'Outbound TCP 80, 443 to AzureActiveDirectory',
    );
  });

  it('contains both regions if the workspace is in another one', () => {
    expect(reported('outbound-batch-443', { region: 'northeurope', rules: [denyAll] })[1]).toBe(
      'Outbound TCP 443 to BatchNodeManagement.NorthEurope, BatchNodeManagement.WestEurope',
    );
  });

  it('contains the whole tag if the region is unknown', () => {
    const model = buildModel({ rules: [denyAll] });
    const virtualNetworks = model.virtualNetworks.map((one) => ({ ...one, location: unreadFact }));
    expect(reported('outbound-batch-443', { ...model, virtualNetworks }, { workspace: unreadFact })).toEqual([
      'error unknown unknown.permission',
      'Outbound TCP 443 to BatchNodeManagement',
    ]);
  });

  it('contains any ports inside the subnet', () => {
    expect(reported('inbound-intra-subnet', { rules: [denyAll] })).toEqual([
      'warning blocked by 4096 Deny-All',
      'Outbound Any any to 10.40.4.0/26',
      'assumed.noAdminRules',
    ]);
  });

  it('contains the subnet of the private endpoints, and the network if they weren’t read', () => {
    const endpoints = ['pe-blob blob 10.40.7.4'];
    expect(reported('outbound-virtualnetwork-443', { rules: [denyAll], endpoints })[1]).toBe(
      'Outbound TCP 443 to 10.40.7.0/28',
    );
    expect(
      reported('outbound-virtualnetwork-443', { rules: [denyAll], endpoints: null }, privateInstance),
    ).toEqual(['error unknown check.endpointsNotRead', 'Outbound TCP 443 to VirtualNetwork']);
  });

  it('contains the region of the workspace if the subnet’s is unknown', () => {
    const model = buildModel({ rules: [denyAll] });
    const virtualNetworks = model.virtualNetworks.map((one) => ({ ...one, location: unreadFact }));
    const found = reported('outbound-batch-443', { ...model, virtualNetworks });
    expect(found[1]).toBe('Outbound TCP 443 to BatchNodeManagement.WestEurope');
    expect(found).toContain('check.assume.subnetRegion region=westeurope');
  });

  it('contains no far side if the addresses of the subnet are unknown', () => {
    const model = buildModel({ rules: [denyAll] });
    const virtualNetworks = model.virtualNetworks.map((one) => ({
      ...one,
      subnets: one.subnets.map((each) => ({ ...each, addressPrefixes: unreadFact })),
    }));
    expect(reported('inbound-intra-subnet', { ...model, virtualNetworks })).toEqual([
      'warning unknown unknown.permission',
      'Outbound Any any to ',
    ]);
  });

  it('contains the private endpoints that were read if there may be more', () => {
    const endpoints = ['pe-blob blob 10.40.7.4', 'pe-hub blob 10.90.0.4 vnet-hub'];
    const network: NetworkSpec = { rules: [], endpoints, peerings: ['vnet-hub 10.90.0.0/16?'] };
    expect(reported('outbound-virtualnetwork-443', network)[1]).toBe('Outbound TCP 443 to 10.40.7.0/28');
  });

  it('describes the failed part of a requirement', () => {
    const endpoints = ['pe-file file 10.40.7.8'];
    const toService = ['out 100 Allow Tcp *>Storage 445 Service', denyAll];
    expect(reported('outbound-storage-445', { rules: toService, endpoints })).toEqual([
      'warning partly-blocked by 4096 Deny-All',
      'Outbound TCP 445 to 10.40.7.0/28',
      'assumed.noAdminRules',
      'check.assume.storageRegion region=westeurope',
      'assumed.tags date=2025-11-09',
    ]);
    const toEndpoint = ['out 100 Allow Tcp *>10.40.7.0/28 445 Endpoint', denyAll];
    expect(reported('outbound-storage-445', { rules: toEndpoint, endpoints })[1]).toBe(
      'Outbound TCP 445 to Storage.WestEurope',
    );
  });
});

describe('a private endpoint instead of a service', () => {
  it('is named, and assumed to be the workspace’s', () => {
    const endpoints = ['pe-acr registry 10.40.7.6'];
    const all = checkSubnet(buildModel({ rules: [denyAll], endpoints }), buildPlan(), facts);
    const found = all.find(({ requirement }) => requirement === 'outbound-acr-443');
    expect(found?.outcome).toEqual({
      is: 'not-applicable',
      because: { key: 'check.endpointInstead', values: { name: 'pe-acr' } },
    });
    expect(found?.assumptions.map(reasonWords)).toEqual(['assumed.registryEndpoint']);
  });
});

// Microsoft/AzureTRE issue 2780, 2022-10-25: the service compared rule texts for TCP 445.
describe('the service’s own check of rules for TCP 445', () => {
  const storage = (...rules: string[]) => reported('outbound-storage-445', { rules: [...rules, denyAll] });

  it.each(['Storage', 'Storage.WestEurope', 'Internet', '*', '203.0.113.0/24,Storage'])(
    'recognizes a rule to %s',
    (destination) => {
      expect(storage(`out 100 Allow Tcp *>${destination} 445 Seen`).slice(2)).toEqual(usualOfStorage);
    },
  );

  it('may not recognize prefixes or another tag, and the assumption names the rule', () => {
    expect(
      storage('out 90 Allow Tcp *>Storage 443 Other', 'out 100 Allow Tcp *>AzureCloud 445 Cloud'),
    ).toEqual([
      'allowed by 100 Cloud',
      'Outbound TCP 445 to Storage.WestEurope',
      ...usualOfStorage,
      'check.assume.preflight rule=Cloud',
    ]);
  });

  it('doesn’t matter if the flow is blocked, or allowed by a default rule', () => {
    expect(storage().slice(2)).toEqual(usualOfStorage);
    expect(reported('outbound-storage-445', { rules: [] }).slice(2)).toEqual(usualOfStorage);
    expect(reported('outbound-storage-445', { rules: null }).slice(2)).toEqual(usualOfStorage);
  });

  it('isn’t assumed for other requirements', () => {
    const rules = ['out 100 Allow Tcp *>AzureCloud 443 Cloud', denyAll];
    expect(reported('outbound-storage-443', { rules }).slice(2)).toEqual(usualOfStorage);
  });
});

describe('hosts that a firewall decides by', () => {
  const address = '10.40.1.4';
  const withoutPublicIp: PlanSpec = { publicIp: known(false), privateLink: true };
  const behind = (rules: readonly string[], more: NetworkSpec = {}): NetworkSpec => ({
    nat: null,
    routes: [`0.0.0.0/0 appliance ${address}`],
    firewalls: [
      firewall({ 'app 300 Allow': rules }, { networkId: modelNetworkId, addresses: known([address]) }),
    ],
    ...more,
  });

  it('are listed with their assumptions', () => {
    const [outcome, subject, ...assumed] = reported(
      'outbound-python-packages',
      behind(['app Hosts *>pypi.org https:443']),
      withoutPublicIp,
    );
    expect(outcome).toBe('warning partly-blocked by no rule of afw');
    expect(subject).toMatch(/^Outbound TCP 443 to anaconda\.com, \*\.anaconda\.com, .*pypi\.org/);
    expect(assumed).toEqual([
      'assumed.hostsElsewhere',
      'assumed.noAdminRules',
      'assumed.firewallNames firewall=afw',
      'assumed.firewallWay firewall=afw',
    ]);
  });

  it('of Microsoft Entra ID are in its tag, without an assumption about their addresses', () => {
    const found = reported('outbound-graph-443', behind([]), withoutPublicIp);
    expect(found[0]).toBe('warning blocked by no rule of afw');
    expect(found[1]).toBe('Outbound TCP 443 to AzureActiveDirectory');
    expect(found).not.toContain('assumed.hostsElsewhere');
  });

  it('are blocked by an NSG that denies the internet, if no firewall is on their path', () => {
    expect(
      reported(
        'outbound-python-packages',
        behind([], { routes: null, nat: 1, rules: [denyAll] }),
        withoutPublicIp,
      )[0],
    ).toBe('info blocked by 4096 Deny-All');
  });
});

describe('a note', () => {
  it('asks for confirmation of something that no model can show', () => {
    const rules = ['out 100 Allow Tcp *>AzureCloud 443 Cloud', denyAll];
    const all = checkSubnet(buildModel({ rules }), buildPlan(), facts);
    expect(all.find(({ requirement }) => requirement === 'outbound-python-packages')?.outcome).toEqual({
      is: 'note',
      text: adviceOf('outbound-python-packages', 'public', 'westeurope'),
    });
  });
});

describe('a missing subnet', () => {
  /** Returns the reason why most requirements of a subnet are undecided. */
  const reasonOf = (plan: PlanSpec): string => {
    const all = checkSubnet(buildModel(), buildPlan(plan), facts).flatMap(({ outcome, subnetId }) => {
      expect(subnetId).toBeNull();
      return 'because' in outcome ? [reasonWords(outcome.because)] : [];
    });
    const times = (one: string): number => all.filter((other) => other === one).length;
    return all.toSorted((a, b) => times(b) - times(a))[0] ?? '';
  };

  it('is named if it wasn’t found', () => {
    expect(reasonOf({ subnetId: `${modelNetworkId}/subnets/snet-gone` })).toBe(
      'check.subnetNotFound name=snet-gone',
    );
    expect(reasonOf({ subnetId: null })).toBe('check.notChosen');
  });

  it('has a reason for attached compute: not selected, outside, unread, one of several', () => {
    const of = (target: PlanSpec) => reasonOf({ ...target, subnetId: null });
    expect(of({ kind: known('virtual-machine') })).toBe('check.noTarget');
    expect(of(machinePlan({ subnets: unreadFact }))).toBe('unknown.permission name=x role=Reader scope=y');
    expect(of(machinePlan({ subnets: known([]) }))).toBe('check.outside');
    expect(of(machinePlan())).toBe('check.notChosen');
  });

  it('has the reason that Azure manages the network', () => {
    expect(reasonOf({ managedNetwork: 'allow-internet-outbound' })).toBe('check.managed');
  });
});

describe('settings alone', () => {
  it('are the named ones, without flows', () => {
    const asked = ['subnet-no-delegation', 'outbound-aml-443', 'vnet-same-subscription'];
    const found = checkSettings(
      buildModel({ delegations: ['Microsoft.Web/serverFarms'] }),
      buildPlan(),
      asked,
    );
    expect(found.map((one) => `${one.requirement}: ${resultLine(one)}`)).toEqual([
      'vnet-same-subscription: passed subscription.same',
      'subnet-no-delegation: error failed check.delegation.given',
    ]);
    expect(found.every((one) => one.subnetId?.endsWith('/snet-training'))).toBe(true);
    expect(
      found.map(({ blocked, allowed, trace, assumptions }) => [blocked, allowed, trace, assumptions]),
    ).toEqual(found.map(() => [[], [], [], []]));
  });
});

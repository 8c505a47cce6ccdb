import { describe, expect, it } from 'vitest';
import { findFix, fixabilityOf, type TestedFix } from '../../../../src/checks/fixes/find-fix';
import type { FixOptions } from '../../../../src/checks/fixes/fix-options';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { known } from '../../../../src/core/known';
import { nameOf } from '../../../../src/core/network/find';
import type { NetworkModel } from '../../../../src/core/network/model';
import {
  associationsOf,
  createdParts,
  settingsOf,
  settingText,
  type ResourceChange,
} from '../../../../src/core/resource-change';
import {
  buildModel,
  buildPlan,
  facts,
  modelNetworkId,
  otherTags,
  privateInstance,
  subnetIdOf,
  type NetworkSpec,
  type PlanSpec,
} from '../model-builder';
import { resultLine } from '../result-line';

const denyAll = 'out 4096 Deny * *>* * Deny-All';

function linesOf(change: ResourceChange): readonly string[] {
  const into = nameOf(change.id);
  if (change.type === 'rule' && change.after) {
    const { priority, access, name } = change.after;
    return [`rule ${priority} ${access} ${name} into ${into}`];
  }
  if (change.type === 'route' && change.after) return [`route ${change.after.destination} into ${into}`];
  return [
    ...createdParts([change]).map(({ type, id, location }) => `create ${type} ${nameOf(id)} in ${location}`),
    ...associationsOf(change).map(({ id, to }) => `associate ${nameOf(id)} with ${nameOf(to)}`),
    ...settingsOf(change).map(({ property, after: value }) => `set ${property} to [${settingText(value)}]`),
  ];
}

const lines = (found: TestedFix | undefined): readonly string[] | undefined =>
  found?.fix.changes.flatMap(linesOf);
const keys = (found: TestedFix | undefined): readonly string[] | undefined =>
  found?.fix.notes.map((one) => one.key);
const after = (found: TestedFix | undefined, id: string): string =>
  resultLine(found?.after.find((one) => one.requirement === id));

function find(
  network: NetworkSpec | NetworkModel,
  plan: PlanSpec,
  ids: readonly string[],
  options: FixOptions = {},
): TestedFix | undefined {
  const model = 'virtualNetworks' in network ? network : buildModel(network);
  return findFix({ model, plan: buildPlan(plan), facts }, ids, options);
}

/** Another subnet of the network uses the gateway. */
function besideGateway(): NetworkModel {
  const model = buildModel({ sharedWith: ['snet-scoring'], defaultOutboundAccess: false });
  const virtualNetworks = model.virtualNetworks.map((network) => ({
    ...network,
    subnets: network.subnets.map((one) =>
      one.name === 'snet-training' ? { ...one, natGateway: known(null) } : one,
    ),
  }));
  return { ...model, virtualNetworks };
}

describe('a subnet without outbound access', () => {
  const created = [
    'create publicIpAddress pip-ng-snet-training in westeurope',
    'create natGateway ng-snet-training in westeurope',
    'associate pip-ng-snet-training with ng-snet-training',
    'associate ng-snet-training with snet-training',
  ];

  it('gets a NAT gateway with its own address, which is created before it is associated', () => {
    const found = find({ nat: null }, privateInstance, ['egress-explicit-for-npip']);
    expect(lines(found)).toEqual(created);
    expect(found?.fix).toMatchObject({ effect: 'costs', closes: [], alsoUsedBy: [] });
    expect(found?.fix.opens.map((one) => one.remote)).toEqual(['Internet']);
    expect(keys(found)).toEqual(['fix.note.gatewayCost']);
    expect(found?.alternatives()).toEqual([{ rules: 'narrow', gateway: null }]);
    expect(after(found, 'outbound-aml-443')).toMatch(/^allowed/);
  });

  it.each(['outbound-aml-443', 'outbound-batch-443'])('gets it for the flow %s alone', (id) => {
    expect(lines(find({ nat: null }, privateInstance, [id]))).toEqual(created);
  });

  it('gets rules and a gateway in one fix, the gateway associated last', () => {
    const found = find({ nat: null, rules: [denyAll] }, privateInstance, ['outbound-arm-443']);
    expect(lines(found)).toEqual([
      ...created.slice(0, 3),
      'rule 100 Allow Allow-ARM-443 into nsg-training',
      created[3],
    ]);
  });

  it('has a note about default outbound access if machines use it today', () => {
    const found = find({ nat: null, defaultOutboundAccess: null }, privateInstance, [
      'egress-explicit-for-npip',
    ]);
    expect(found?.fix).toMatchObject({ effect: 'costs', opens: [] });
    expect(keys(found)).toEqual(['fix.note.gatewayCost', 'fix.note.defaultAccess']);
  });

  it('can share a neighbor’s gateway or get its own: a choice, the cheaper first', () => {
    const model = besideGateway();
    const shared = find(model, privateInstance, ['egress-explicit-for-npip']);
    expect(lines(shared)).toEqual(['associate ng-ml-weu with snet-training']);
    expect(keys(shared)).toEqual(['fix.note.sharedGateway']);
    expect(shared?.alternatives().map((one) => one.gateway && nameOf(one.gateway))).toEqual([
      'ng-ml-weu',
      null,
    ]);
    const alternative = { rules: 'narrow', gateway: null } as const;
    expect(lines(find(model, privateInstance, ['egress-explicit-for-npip'], { alternative }))).toEqual(
      created,
    );
  });

  it('shares no gateway that also serves another network, or that serves no subnet yet', () => {
    const model = buildModel({ nat: 1 });
    const [network] = model.virtualNetworks;
    const free = network!.subnets.map((one) => ({ ...one, natGateway: known(null) }));
    const unused = { ...model, virtualNetworks: [{ ...network!, subnets: free }] };
    expect(lines(find(unused, privateInstance, ['egress-explicit-for-npip']))).toEqual(created);
    const peer = { ...network!, id: `${modelNetworkId}-2` };
    const elsewhere = { ...model, virtualNetworks: [{ ...network!, subnets: free }, peer] };
    expect(find(elsewhere, privateInstance, ['egress-explicit-for-npip'])?.alternatives()).toHaveLength(1);
  });

  it('gets an address for a gateway without one', () => {
    const found = find({ nat: 0 }, privateInstance, ['egress-explicit-for-npip', 'nat-gateway-compat']);
    expect(lines(found)).toEqual([
      'create publicIpAddress pip-ng-ml-weu in westeurope',
      'associate pip-ng-ml-weu with ng-ml-weu',
    ]);
    expect(keys(found)).toEqual(['fix.note.addressCost']);
    expect(after(found, 'nat-gateway-compat')).toMatch(/^passed/);
  });

  it('shares an address with every subnet of that gateway', () => {
    const found = find({ nat: 0, sharedWith: ['snet-scoring'] }, privateInstance, ['nat-gateway-compat']);
    expect(found?.fix.alsoUsedBy).toEqual([subnetIdOf('snet-scoring')]);
  });

  it('gets no gateway if a route drops everything', () => {
    const network = { nat: null, routes: ['0.0.0.0/0 none'] };
    expect(find(network, privateInstance, ['egress-explicit-for-npip'])).toBeUndefined();
  });

  it('gets none if Azure reserves the subnet', () => {
    const plan = { ...privateInstance, subnetId: subnetIdOf('GatewaySubnet') };
    expect(find({ nat: null, name: 'GatewaySubnet' }, plan, ['egress-explicit-for-npip'])).toBeUndefined();
  });
});

describe('a subnet without an NSG', () => {
  it('gets one that denies the internet and allows required flows, associated when it is complete', () => {
    const found = find({ rules: null }, {}, ['outbound-default-open']);
    const all = lines(found) ?? [];
    expect(all[0]).toBe('create securityGroup nsg-snet-training in westeurope');
    expect(all[1]).toBe('rule 4096 Deny Deny-Internet-Out into nsg-snet-training');
    expect(all.at(-1)).toBe('associate nsg-snet-training with snet-training');
    expect(all).toContain('rule 100 Allow Allow-AzureML-44224 into nsg-snet-training');
    expect(all.length).toBeGreaterThan(8);
    expect(found?.fix).toMatchObject({ effect: 'closes' });
    expect(found?.fix.closes.map((one) => `${one.direction} ${one.remote}`)).toEqual([
      'Outbound Internet',
      'Inbound Internet',
    ]);
    expect(after(found, 'outbound-batch-443')).toMatch(/^allowed by \d+ Allow-Batch-443/);
  });

  it('keeps an existing NSG', () => {
    expect(find({ rules: [] }, {}, ['outbound-default-open'])).toBeUndefined();
  });
});

describe('routes that a gateway may advertise', () => {
  it('are overridden by a custom route, in a new route table if there is none', () => {
    const found = find({ hasGateway: true }, {}, ['inbound-aml-44224']);
    expect(lines(found)).toEqual([
      'create routeTable rt-snet-training in westeurope',
      'route AzureMachineLearning into rt-snet-training',
      'associate rt-snet-training with snet-training',
    ]);
    expect(keys(found)).toEqual(['fix.note.newTable']);
    expect(after(found, 'inbound-aml-44224')).toMatch(/^allowed/);
  });

  it('get one route table for several tags', () => {
    const found = find({ hasGateway: true }, {}, ['outbound-arm-443', 'outbound-aml-443']);
    expect(lines(found)?.filter((one) => one.startsWith('create'))).toHaveLength(1);
    expect(lines(found)?.filter((one) => one.startsWith('route'))).toHaveLength(2);
  });

  it('use the existing route table', () => {
    expect(lines(find({ hasGateway: true, routes: [] }, {}, ['outbound-arm-443']))).toEqual([
      'route AzureResourceManager into rt-training',
    ]);
  });
});

describe('a delegation', () => {
  const web = ['Microsoft.Web/serverFarms'];
  it('is removed while nothing uses it', () => {
    const found = find({ delegations: web }, {}, ['subnet-no-delegation']);
    expect(lines(found)).toEqual(['set delegations to []']);
    expect(keys(found)).toEqual(['fix.note.delegation']);
  });

  it.each([
    ['in use', { delegations: web, inUse: 1 }],
    ['if its use is unknown', { delegations: web, inUse: null }],
    ['of Databricks, whose use isn’t visible', { delegations: ['Microsoft.Databricks/workspaces'] }],
  ] as const)('stays %s', (_, network) => {
    expect(find(network, {}, ['subnet-no-delegation'])).toBeUndefined();
  });
});

describe('narrow rules or a broad one', () => {
  const ids = ['outbound-arm-443', 'outbound-batch-443', 'outbound-aml-udp-5831'];
  it('are alternatives, the narrowest allow rule first', () => {
    const found = find({ rules: [denyAll] }, {}, ids);
    expect(found?.alternatives()).toEqual([{ rules: 'narrow' }, { rules: 'broad' }]);
    const broad = find({ rules: [denyAll] }, {}, ids, { alternative: { rules: 'broad' } });
    expect(broad?.entries.map((one) => one.rule)).toMatchObject([
      {
        name: 'Allow-AzureML-Out',
        protocol: '*',
        destinations: ['Internet'],
        destinationPorts: expect.arrayContaining(['443', '5831']) as unknown,
      },
    ]);
    expect(broad?.fix.opens.every((one) => one.remote === 'Internet')).toBe(true);
    expect(broad?.fix.opens.length).toBeGreaterThan(0);
  });

  it('aren’t alternatives for a single rule', () => {
    expect(find({ rules: [denyAll] }, {}, ['outbound-arm-443'])?.alternatives()).toEqual([
      { rules: 'narrow' },
    ]);
  });
});

describe('options of a fix', () => {
  const shared = { rules: [denyAll, 'out 200 Allow Tcp *>AzureCloud 22 Ssh'], sharedWith: ['snet-scoring'] };
  const ids = ['outbound-arm-443'];
  const entryOf = (options: { name: string; priority: number }) => {
    const [entry] = find(shared, {}, ids)?.entries ?? [];
    const entries = new Map([[entry?.key ?? '', options]]);
    return find(shared, {}, ids, { entries })?.entries[0];
  };

  it('set the name and priority of a rule', () => {
    const entry = entryOf({ name: 'To-ARM', priority: 4095 });
    expect(entry).toMatchObject({ rule: { name: 'To-ARM', priority: 4095 }, fault: null });
  });

  it.each([
    ['fix.entry.nameForm', { name: 'to arm', priority: 300 }],
    ['fix.entry.nameForm', { name: '', priority: 300 }],
    ['fix.entry.nameForm', { name: 'ends-', priority: 300 }],
    ['fix.entry.nameTaken', { name: 'SSH', priority: 300 }],
    ['fix.entry.priorityRange', { name: 'A', priority: 99 }],
    ['fix.entry.priorityRange', { name: 'A', priority: 4097 }],
    ['fix.entry.priorityRange', { name: 'A', priority: 300.5 }],
    ['fix.entry.priorityTaken', { name: 'A', priority: 200 }],
    ['fix.entry.priorityTaken', { name: 'A', priority: 4096 }],
  ])('report the fault %s if Azure would refuse them, and the rule stays as it was: %o', (key, options) => {
    const entry = entryOf(options);
    expect(entry?.fault?.key).toBe(key);
    expect(entry?.rule).toMatchObject({ name: 'Allow-ARM-443', priority: 210 });
  });

  it('report a priority after the blocking rule', () => {
    const rules = ['out 300 Deny * *>* * Deny-All'];
    const [entry] = find({ rules }, {}, ids)?.entries ?? [];
    const entries = new Map([[entry?.key ?? '', { name: 'A', priority: 301 }]]);
    expect(find({ rules }, {}, ids, { entries })?.entries[0]?.fault).toEqual({
      key: 'fix.entry.priorityLate',
      values: { below: 300 },
    });
  });

  it('include the other subnets of the NSG', () => {
    const narrow = find(shared, {}, ids)?.entries[0]?.rule.sources;
    const wide = find(shared, {}, ids, { includeOthers: true })?.entries[0]?.rule.sources;
    expect([narrow, wide]).toEqual([['10.40.4.0/26'], ['VirtualNetwork']]);
  });
});

describe('limits', () => {
  const reasonOf = (network: NetworkSpec, id: string, plan: PlanSpec = {}) => {
    const input = { model: buildModel(network), plan: buildPlan(plan), facts };
    return fixabilityOf(input, checkSubnet(input.model, input.plan, facts)).refused.get(id)?.key;
  };
  const many = (count: number, rule: (at: number) => string): string[] =>
    Array.from({ length: count }, (_, at) => rule(at));

  it('state why no rule fits', () => {
    const full = many(999, (at) => `out ${at + 3000} Allow Tcp *>10.9.9.9 22 R${at}`);
    expect(reasonOf({ rules: [...full, denyAll] }, 'outbound-arm-443')).toBe('fix.limit.rules');
    expect(reasonOf({ rules: [...full.slice(1), denyAll] }, 'outbound-arm-443')).toBeUndefined();
    expect(reasonOf({ rules: ['out 100 Deny * *>* * D'] }, 'outbound-arm-443')).toBe('fix.limit.priority');
  });

  it('state why no route fits', () => {
    const tunnel = '0.0.0.0/0 appliance 10.40.1.4';
    const control = 'in 100 Allow Tcp AzureMachineLearning>VirtualNetwork 44224 Allow-Control';
    const tags = otherTags(25).map((tag) => `${tag} internet`);
    const few = (count: number) => many(count, (n) => `172.21.${n % 256}.${n > 255 ? 128 : 0}/25 local`);
    const prefixes = many(399, (at) => `172.20.${at % 256}.${at > 255 ? 128 : 0}/25 local`);
    const at = (routes: string[]) => reasonOf({ rules: [control], routes }, 'inbound-aml-44224');
    // The tag has three prefixes.
    expect(at([tunnel, ...tags, ...few(371)])).toBeUndefined();
    expect(at([tunnel, ...tags, ...few(372)])).toBe('fix.limit.prefixRoutes');
    expect(at([tunnel, ...tags, '40.81.27.228/32 none'])).toBe('fix.limit.prefixTaken');
    expect(at([tunnel, ...prefixes])).toBe('fix.limit.routes');
  });
});

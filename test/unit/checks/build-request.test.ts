import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../../src/checks/request/build-request';
import {
  narrowRequest,
  ownerRequests,
  type NetworkRequest,
  type RequestFlow,
} from '../../../src/core/network-request';
import { known } from '../../../src/core/known';
import { firewall } from '../../support/firewalls';
import {
  buildModel,
  buildPlan,
  facts,
  modelNetworkId,
  modelSecurityGroupId,
  tableId,
  type NetworkSpec,
} from './model-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';

function requestFor(network: NetworkSpec): NetworkRequest {
  // Nodes with a public IP have outbound access through it.
  const plan = buildPlan(network.nat === null ? { publicIp: known(false), privateLink: true } : {});
  const input = { model: buildModel(network), plan, facts, readAt: '2026-11-29T12:00:00Z' };
  return buildRequest(input)!;
}

function flow(id: string, network: NetworkSpec): RequestFlow {
  const found = requestFor(network).flows.find(({ requirement }) => requirement === id);
  if (!found) throw new Error(`${id} is not in the request`);
  return found;
}

/** `nsg blocked, route-table passes-on` */
function statesOf({ layers }: RequestFlow): string {
  return Object.entries(layers)
    .map(([layer, { is }]) => `${layer} ${is}`)
    .join(', ');
}

function asked({ owners }: RequestFlow): readonly string[] {
  return Object.keys(owners);
}

describe('each flow has the state of every layer on its path', () => {
  it.each<[what: string, id: string, network: NetworkSpec, statesOf: string, asked: readonly string[]]>([
    ['blocked by a rule', 'outbound-batch-443', { rules: [denyAll] }, 'nsg blocked', ['nsg']],
    [
      'blocked by a rule, and an NVA after it',
      'outbound-batch-443',
      { rules: [denyAll], routes: [tunnel] },
      'nsg blocked, route-table passes-on, firewall unknown',
      ['nsg', 'firewall'],
    ],
    ['blocked by a default rule', 'inbound-aml-44224', { rules: [] }, 'nsg blocked', ['nsg']],
    [
      'allowed by the NSG, and an NVA decides',
      'outbound-batch-443',
      { rules: [], routes: [tunnel] },
      'nsg allowed, route-table passes-on, firewall unknown',
      ['firewall'],
    ],
    [
      'lost replies: the route, and no rule that is already open',
      'inbound-aml-44224',
      { rules: ['in 100 Allow Tcp AzureMachineLearning>* 44224 A'], routes: [tunnel] },
      'nsg allowed, route-table blocked',
      ['route-table'],
    ],
    [
      'a route that drops',
      'outbound-batch-443',
      { rules: [], routes: ['0.0.0.0/0 none'] },
      'nsg allowed, route-table blocked',
      ['route-table'],
    ],
    [
      'no outbound access',
      'outbound-batch-443',
      { rules: [], nat: null },
      'nsg allowed, outbound-access blocked',
      ['outbound-access'],
    ],
    ['an NSG that wasn’t read', 'outbound-batch-443', { rules: 'unread' }, 'nsg unknown', ['nsg']],
    ['allowed', 'outbound-batch-443', { rules: [] }, 'nsg allowed', []],
    ['no filter', 'outbound-batch-443', {}, '', []],
  ])('%s', (_, id, network, expected, layers) => {
    const found = flow(id, network);
    expect(statesOf(found)).toBe(expected);
    expect(asked(found)).toEqual(layers);
  });

  it('a readable Azure Firewall rule decides, and its policy gets the rules', () => {
    const address = '10.40.1.4';
    const networks = {
      nat: null,
      routes: [`0.0.0.0/0 appliance ${address}`],
      firewalls: [firewall({}, { networkId: modelNetworkId, addresses: known([address]) })],
    };
    const batch = flow('outbound-batch-443', networks);
    expect(statesOf(batch)).toBe('route-table passes-on, firewall blocked');
    expect(batch.owners.firewall).toMatchObject({ firewall: 'azure', name: 'afw', resourceGroup: 'rg-hub' });
    const open = firewall(
      { 'net 200 Allow': ['net All TCP,UDP *>*:*'] },
      { networkId: modelNetworkId, addresses: known([address]) },
    );
    expect(statesOf(flow('outbound-batch-443', { ...networks, firewalls: [open] }))).toBe(
      'route-table passes-on, firewall allowed',
    );
  });
});

describe('a request is for an owner', () => {
  it('with its resource, type, resource group, and role', () => {
    const owners = ownerRequests(requestFor({ rules: [denyAll], routes: [tunnel] })).map(
      ({ owner }) => owner,
    );
    expect(owners.find(({ layer }) => layer === 'nsg')).toEqual({
      layer: 'nsg',
      name: 'nsg-training',
      id: modelSecurityGroupId,
      type: 'Microsoft.Network/networkSecurityGroups',
      resourceGroup: 'rg-network-prod',
      role: 'Network Contributor',
      firewall: null,
      policyId: null,
    });
    expect(owners.find(({ layer }) => layer === 'firewall')).toMatchObject({
      name: '10.40.1.4',
      firewall: 'appliance',
      id: null,
    });
  });

  it('one for each resource', () => {
    const rules = ['in 100 Allow Tcp AzureMachineLearning>* 44224 A', denyAll];
    const owners = ownerRequests(requestFor({ rules, routes: [tunnel] }));
    expect(owners.filter(({ flows }) => flows.length > 0).map(({ owner }) => owner.id ?? owner.name)).toEqual(
      [modelSecurityGroupId, tableId, '10.40.1.4'],
    );
  });
});

describe('only the failed part of a flow is requested', () => {
  it('the blocked ports', () => {
    const rules = ['out 100 Deny Tcp *>* 80 Deny-80'];
    expect(flow('outbound-entra-80-443', { rules })).toMatchObject({ ports: ['80'] });
  });

  it('and the protocol as Microsoft documents it', () => {
    expect(flow('outbound-batch-443', { rules: [denyAll] })).toMatchObject({
      protocol: 'Any',
      ports: ['443'],
    });
  });
});

describe('a part of a request', () => {
  const request = requestFor({ rules: [denyAll], routes: [tunnel], dnsServers: ['192.168.6.4'] });

  it('contains the named requirements', () => {
    const part = narrowRequest(request, { ids: ['outbound-batch-443'] });
    expect(part.flows.map(({ requirement }) => requirement)).toEqual(['outbound-batch-443']);
    expect(ownerRequests(part).map(({ owner }) => owner.layer)).toEqual(['nsg', 'firewall']);
  });

  it('contains one layer', () => {
    const part = narrowRequest(request, { layer: 'nsg' });
    expect(ownerRequests(part).map(({ owner }) => owner.layer)).toEqual(['nsg']);
  });

  it('contains every lost reply, because a route table is changed once', () => {
    const rules = ['in 100 Allow * *>* * Allow-All'];
    const lost = narrowRequest(requestFor({ rules, routes: [tunnel] }), { ids: ['inbound-aml-44224'] });
    expect(lost.flows.length).toBeGreaterThanOrEqual(1);
    expect(lost.flows.every(({ result }) => result.outcome.is === 'reply-lost')).toBe(true);
  });

  it('contains requirements that aren’t flows, with their layer', () => {
    const part = narrowRequest(request, { ids: ['dns-custom-server-forwarders'] });
    expect(ownerRequests(part)).toMatchObject([
      { owner: { layer: 'private-dns' }, flows: [], settings: [{}] },
    ]);
  });

  it('contains a setting that only the user can change if it is named, and not otherwise', () => {
    const model = buildModel({});
    const whole = buildRequest({ model, plan: buildPlan({ name: '-' }), facts, readAt: null })!;
    const isNamed = (all: NetworkRequest): boolean =>
      ownerRequests(all).some(({ settings }) =>
        settings.some((one) => one.requirement === 'compute-name-format'),
      );
    expect(isNamed(whole)).toBe(false);
    expect(isNamed(narrowRequest(whole, { ids: ['compute-name-format'] }))).toBe(true);
  });
});

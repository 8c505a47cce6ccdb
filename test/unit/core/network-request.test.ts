import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/core/check-result';
import {
  narrowRequest,
  ownerRequests,
  requestedCount,
  type NetworkRequest,
  type RequestFlow,
  type RequestLayer,
  type RequestOwner,
  type RequestSetting,
} from '../../../src/core/network-request';

function owner(layer: RequestLayer, more: Partial<RequestOwner> = {}): RequestOwner {
  return {
    layer,
    name: null,
    id: null,
    type: null,
    resourceGroup: null,
    role: null,
    firewall: null,
    policyId: null,
    ...more,
  };
}

function result(requirement: string, outcome: CheckResult['outcome']): CheckResult {
  return {
    requirement,
    group: 'outbound',
    kind: 'cluster',
    severity: 'error',
    level: 'required',
    basis: 'documented',
    effect: 'refused',
    subnetId: '/subnets/s',
    subject: null,
    outcome,
    packet: null,
    blocked: [],
    allowed: [],
    trace: [],
    assumptions: [],
    advice: { key: 'advice' },
  };
}

const unread = { is: 'unknown', because: { key: 'unknown.notRead' } } as const;
const lost = {
  is: 'reply-lost',
  by: {
    kind: 'route',
    name: 'to-hub',
    destination: '0.0.0.0/0',
    nextHop: 'VirtualAppliance',
    nextHopAddress: '10.0.0.4',
    tableId: '/tables/rt',
    tableName: 'rt',
  },
} as const;

function flow(
  requirement: string,
  owners: readonly RequestOwner[],
  outcome: CheckResult['outcome'] = unread,
): RequestFlow {
  return {
    requirement,
    severity: 'error',
    direction: 'Outbound',
    isBothWays: false,
    protocol: 'TCP',
    ports: ['443'],
    remotes: [],
    hosts: [],
    layers: {},
    path: {},
    owners: Object.fromEntries(owners.map((one) => [one.layer, one])),
    result: result(requirement, outcome),
  };
}

function setting(requirement: string, layer: RequestLayer, isOptional = false): RequestSetting {
  return {
    requirement,
    severity: 'error',
    state: 'blocked',
    owner: owner(layer),
    isOptional,
    result: result(requirement, unread),
  };
}

function request(flows: readonly RequestFlow[], settings: readonly RequestSetting[] = []): NetworkRequest {
  return {
    subnet: 's',
    network: 'v',
    addressPrefixes: [],
    region: '',
    cloud: 'public',
    readAt: null,
    flows,
    settings,
  };
}

const nsg = owner('nsg', { id: '/groups/a', name: 'a' });

describe('the requests to owners', () => {
  const texts = (all: NetworkRequest): readonly string[] =>
    ownerRequests(all).map(({ owner: { layer, name }, flows, settings }) => {
      const ids = [...flows, ...settings].map(({ requirement }) => requirement);
      return `${layer} ${name}: ${ids.join()}`;
    });

  it('are one for each resource, in the order of the layers', () => {
    const firewall = owner('firewall', { name: '10.0.0.4', firewall: 'appliance' });
    const other = owner('nsg', { id: '/groups/b', name: 'b' });
    const same = owner('nsg', { id: '/GROUPS/A', name: 'A' });
    const flows = [flow('1', [firewall, nsg]), flow('2', [other]), flow('3', [same])];
    expect(texts(request(flows))).toEqual(['nsg a: 1,3', 'nsg b: 2', 'firewall 10.0.0.4: 1']);
  });

  it('keep apart appliances by address, and firewalls by kind', () => {
    const [one, two] = [owner('firewall', { name: '10.0.0.4' }), owner('firewall', { name: '10.0.0.5' })];
    const azure = owner('firewall', { name: '10.0.0.4', firewall: 'azure' });
    const flows = [flow('1', [one]), flow('2', [two]), flow('3', [azure]), flow('4', [one])];
    expect(texts(request(flows))).toEqual([
      'firewall 10.0.0.4: 1,4',
      'firewall 10.0.0.5: 2',
      'firewall 10.0.0.4: 3',
    ]);
  });

  it('include settings of their layer, but none that is optional', () => {
    const settings = [
      setting('dns', 'private-dns'),
      setting('own', 'resource', true),
      setting('rule', 'nsg'),
    ];
    expect(texts(request([flow('1', [nsg])], settings))).toEqual(['nsg a: 1,rule', 'private-dns null: dns']);
  });
});

describe('a part of a request', () => {
  const table = owner('route-table', { id: '/tables/rt', name: 'rt' });
  const whole = request(
    [flow('1', [nsg]), flow('2', [nsg, table], lost), flow('3', [table], lost), flow('4', [])],
    [setting('dns', 'private-dns'), setting('own', 'resource', true)],
  );
  const ids = ({ flows, settings }: NetworkRequest): readonly string[] =>
    [...flows, ...settings].map(({ requirement }) => requirement);

  it('is everything by default', () => {
    expect(narrowRequest(whole, {})).toEqual(whole);
  });

  it('is the named flows and settings; a named setting isn’t optional', () => {
    expect(ids(narrowRequest(whole, { ids: ['1', 'own'] }))).toEqual(['1', 'own']);
    expect(narrowRequest(whole, { ids: ['own'] }).settings.map(({ isOptional }) => isOptional)).toEqual([
      false,
    ]);
    expect(narrowRequest(whole, {}).settings.map(({ isOptional }) => isOptional)).toEqual([false, true]);
  });

  it('has all lost replies if it has one, because a route table is changed once', () => {
    expect(ids(narrowRequest(whole, { ids: ['3'] }))).toEqual(['2', '3']);
  });

  it('is what one layer has to do', () => {
    const part = narrowRequest(whole, { layer: 'nsg' });
    expect(ids(part)).toEqual(['1', '2']);
    expect(part.flows.map(({ owners }) => Object.keys(owners))).toEqual([['nsg'], ['nsg']]);
    expect(ids(narrowRequest(whole, { layer: 'private-dns' }))).toEqual(['dns']);
  });

  it('counts what owners have to do', () => {
    expect(requestedCount(whole)).toBe(4);
    expect(requestedCount(narrowRequest(whole, { ids: ['own'] }))).toBe(1);
    expect(requestedCount(narrowRequest(whole, { ids: ['4'] }))).toBe(0);
  });
});

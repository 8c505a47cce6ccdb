import { describe, expect, it } from 'vitest';
import { accessTo, isClosed, unreadEndpoint, type ServiceQuery } from '../../../src/checks/service-access';
import { known } from '../../../src/core/known';
import type { DataService } from '../../../src/core/services/services';
import { buildModel, unreadFact, modelSubscription, type NetworkSpec } from './model-builder';
import { buildServices, endpointId, type ServiceSpec } from './services-builder';

function vaultOf(keyVault: ServiceSpec): DataService {
  const found = buildServices({ keyVault }).keyVault;
  if (!found.known || !found.value) throw new Error('no vault');
  return found.value;
}

function access(keyVault: ServiceSpec, network: NetworkSpec = {}, more: Partial<DataService> = {}) {
  const model = buildModel(network);
  const [one] = model.virtualNetworks;
  const [subnet] = one?.subnets ?? [];
  if (!one || !subnet) throw new Error('no subnet');
  const asked: ServiceQuery = {
    service: { ...vaultOf(keyVault), ...more },
    groups: ['vault'],
    serviceEndpoint: 'Microsoft.KeyVault',
  };
  return accessTo(asked, { model, place: { network: one, subnet } });
}

const serviceEndpoints = ['Microsoft.KeyVault'];
const off: ServiceSpec = { access: 'disabled' };
const atVault: NetworkSpec = { endpoints: ['pe-kv vault 10.40.7.9'] };
const inFarNetwork: NetworkSpec = { endpoints: ['pe-kv vault 10.90.0.9 vnet-far'] };

describe('access to a service', () => {
  it('isn’t the private endpoint of another service of the kind', () => {
    expect(access(off, atVault)).toMatchObject({ is: 'endpoints' });
    expect(access(off, atVault, { id: `${modelSubscription}/targets/other-vault` })).toEqual({
      is: 'closed',
    });
  });

  it('that is open, or open to the subnet, needs no private endpoint, so that unread ones don’t matter', () => {
    expect(access({}, { endpoints: null })).toEqual({ is: 'open' });
    expect(access({ subnets: ['snet-training'] }, { endpoints: null, serviceEndpoints })).toEqual({
      is: 'subnet',
    });
    expect(access(off, { endpoints: null })).toMatchObject({ is: 'unknown' });
  });

  it('isn’t a private endpoint that was read in an unreachable network', () => {
    expect(access({ ...off, endpoints: ['PE-KV'] }, inFarNetwork)).toEqual({ is: 'closed' });
  });

  it('may be an approved private endpoint that wasn’t read, which is named', () => {
    expect(access({ ...off, endpoints: ['pe-kv', 'pe-kv-hub'] }, inFarNetwork)).toEqual({
      is: 'unknown',
      because: { key: 'check.services.endpointElsewhere', values: { name: 'pe-kv-hub' } },
    });
  });

  it('may be a private endpoint whose target has no value, but not one of another key vault', () => {
    const id = '/subscriptions/‹s›/resourceGroups/‹g›/providers/Microsoft.KeyVault/vaults/kv-‹stage›';
    const model = buildModel(atVault);
    const [one] = model.virtualNetworks;
    const [subnet] = one?.subnets ?? [];
    if (!one || !subnet || !model.privateEndpoints.known) throw new Error('no subnet');
    const endpoints = model.privateEndpoints.value;
    const accessBy = (targetId: string) =>
      accessTo(
        { service: { ...vaultOf(off), id }, groups: ['vault'], serviceEndpoint: 'Microsoft.KeyVault' },
        {
          model: { ...model, privateEndpoints: known(endpoints.map((each) => ({ ...each, targetId }))) },
          place: { network: one, subnet },
        },
      );
    const because = { key: 'check.services.endpointTarget', values: { name: 'pe-kv' } };
    expect(accessBy('‹vaultId›')).toEqual({ is: 'unknown', because });
    expect(accessBy(id.replace('kv-‹stage›', 'kv-dev'))).toEqual({ is: 'unknown', because });
    expect(accessBy(id.replace('kv-‹stage›', 'hub-‹stage›'))).toEqual({ is: 'closed' });
  });

  it('may be a rule for a subnet without a value', () => {
    const rule = { ...off, access: 'enabled' } as const;
    const subnetRules = known(['‹subnetId›']);
    expect(access(rule, {}, { subnetRules, deniesByDefault: known(true) })).toEqual({
      is: 'unknown',
      because: { key: 'check.services.subnetRule', values: { name: 'kv-fraudprod', rule: '‹subnetId›' } },
    });
  });

  it.each(['Microsoft.KeyVault', 'microsoft.keyvault.GLOBAL'])(
    'by %s is that of an allowed subnet',
    (one) => {
      expect(access({ subnets: ['snet-training'] }, { serviceEndpoints: [one] })).toEqual({ is: 'subnet' });
    },
  );

  it('is missing the service endpoint if only another service’s is enabled', () => {
    expect(access({ subnets: ['snet-training'] }, { serviceEndpoints: ['Microsoft.Storage', ''] })).toEqual({
      is: 'missing',
      what: 'endpoint',
    });
  });
});

// storage/common/storage-network-security: the network's region and its paired region.
it('an account in a region that isn’t the network’s or its pair is unreachable, and both are named', () => {
  const found = buildServices({ storage: { subnets: ['snet-training'], location: 'swedencentral' } }).storage;
  const model = buildModel({ serviceEndpoints: ['Microsoft.Storage'] });
  const [network] = model.virtualNetworks;
  const [subnet] = network?.subnets ?? [];
  if (!found.known || !found.value || !network || !subnet) throw new Error('no account');
  const asked = { service: found.value, groups: ['blob'], serviceEndpoint: 'Microsoft.Storage' } as const;
  expect(accessTo(asked, { model, place: { network, subnet } })).toEqual({
    is: 'far',
    because: {
      key: 'check.services.far',
      values: {
        name: 'stfraudprod',
        subnet: 'snet-training',
        location: 'swedencentral',
        region: 'westeurope',
      },
    },
  });
});

describe('unread private endpoints', () => {
  const model = buildModel({ endpoints: null });

  it('may be reachable if some are approved and none can be listed', () => {
    const because = { key: 'unknown.permission' };
    expect(unreadEndpoint({ endpointIds: known([endpointId('pe-kv')]) }, model)).toMatchObject(because);
    expect(unreadEndpoint({ endpointIds: unreadFact }, model)).toMatchObject(because);
  });

  it('don’t exist if none is approved', () => {
    expect(unreadEndpoint({ endpointIds: known([]) }, model)).toBeUndefined();
  });
});

describe('a network security perimeter', () => {
  const rule = (subscriptions: readonly string[], addressPrefixes: readonly string[] = []) => ({
    name: 'rule',
    addressPrefixes,
    subscriptions,
  });
  const through = (...rules: ReturnType<typeof rule>[]) =>
    access({ perimeter: { name: 'nsp-data', isEnforced: true, rules } });

  it('that allows several subscriptions allows identities of each, and is named', () => {
    const because = { key: 'check.perimeter.identities', values: { name: 'nsp-data' } };
    expect(through(rule(['/subscriptions/0', modelSubscription.toUpperCase()]))).toEqual({
      is: 'unknown',
      because,
    });
    expect(through(rule(['/subscriptions/0']))).toEqual({ is: 'perimeter', name: 'nsp-data' });
  });

  it('compares subscription IDs without regard to case', () => {
    const network =
      '/subscriptions/AAAA-bbbb/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v';
    const rules = [rule(['/subscriptions/aaaa-BBBB'])];
    const perimeter = { name: 'nsp-data', isEnforced: true, rules };
    expect(access({ perimeter }, { networkId: network })).toMatchObject({ is: 'unknown' });
  });

  it('that allows addresses may allow the subnet’s, and is named', () => {
    expect(through(rule([], ['20.0.0.0/8']))).toEqual({
      is: 'unknown',
      because: { key: 'check.perimeter.addresses', values: { name: 'nsp-data' } },
    });
  });

  it('closes a service that its own rules open, once it is enforced', () => {
    const closed = (isEnforced: boolean) =>
      isClosed(vaultOf({ perimeter: { name: 'nsp-data', isEnforced, rules: [] } }));
    expect(closed(true)).toEqual(known(true));
    expect(closed(false)).toEqual(known(false));
    expect(isClosed(vaultOf({ denies: true }))).toEqual(known(true));
    expect(isClosed(vaultOf(off))).toEqual(known(true));
  });
});

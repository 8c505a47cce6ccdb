import { describe, expect, it } from 'vitest';
import { confirmationOf, confirmationsInForce, type Confirmation } from '../../../src/core/confirmation';
import { known } from '../../../src/core/known';
import type { NetworkModel } from '../../../src/core/network/model';
import { pathFingerprint } from '../../../src/core/path-fingerprint';
import { firewall } from '../../support/firewalls';
import { buildModel, subnetIdOf, type NetworkSpec } from '../checks/model-builder';

const subnetId = subnetIdOf('snet-training');
const address = '10.40.1.4';
const spec: NetworkSpec = {
  rules: ['out 100 Allow Tcp *>AzureMachineLearning 443 A', 'out 4096 Deny * *>* * Deny-All'],
  routes: [`0.0.0.0/0 appliance ${address}`],
  peerings: ['vnet-hub 10.50.0.0/16'],
};

function of(more: NetworkSpec = {}): string | undefined {
  return pathFingerprint(buildModel({ ...spec, ...more }), subnetId);
}

function changed(change: (model: NetworkModel) => NetworkModel): string | undefined {
  return pathFingerprint(change(buildModel(spec)), subnetId);
}

describe('the fingerprint of a path', () => {
  it.each<[string, NetworkSpec]>([
    ['a rule', { rules: ['out 4096 Deny * *>* * Deny-All'] }],
    [
      'the priority of a rule',
      { rules: [...(spec.rules as string[]).slice(0, 1), 'out 4095 Deny * *>* * Deny-All'] },
    ],
    ['the NSG', { rules: null }],
    ['an NSG that isn’t read', { rules: 'unread' }],
    ['a next hop', { routes: ['0.0.0.0/0 appliance 10.40.1.5'] }],
    ['a route', { routes: [`0.0.0.0/0 appliance ${address}`, 'Storage internet'] }],
    ['the NAT gateway', { nat: null }],
    ['a peering', { peerings: ['vnet-hub 10.50.0.0/16!'] }],
    ['the DNS servers', { dnsServers: ['10.0.0.4'] }],
    ['a gateway', { hasGateway: true }],
    ['a service endpoint', { serviceEndpoints: ['Microsoft.Storage'] }],
    ['a firewall', { firewalls: [firewall({}, { addresses: known([address]) })] }],
    ['the addresses of the subnet', { prefixes: ['10.40.4.0/27'] }],
  ])('changes with %s', (_, more) => {
    expect(of(more)).not.toBe(of());
  });

  it('changes with a rule of a firewall', () => {
    const own = (rules: readonly string[]) => [
      firewall({ 'net 200 Allow': rules }, { addresses: known([address]) }),
    ];
    const before = of({ firewalls: own(['net A TCP *>Storage:443']) });
    expect(of({ firewalls: own(['net A TCP *>Storage:445']) })).not.toBe(before);
  });

  it('stays the same if nothing on the path changed', () => {
    expect(of({ sharedWith: ['snet-other'], inUse: 12 })).toBe(of());
    // Azure lists rules and routes in any order.
    expect(of({ rules: [...(spec.rules as string[])].reverse() })).toBe(of());
    expect(
      changed((model) => ({
        ...model,
        securityGroups: model.securityGroups.map((one) => ({ ...one, etag: 'W/2' })),
      })),
    ).toBe(of());
    expect(of()).toMatch(/^[\da-f]{16}$/);
  });

  it('is undefined for a deleted subnet', () => {
    expect(pathFingerprint(buildModel({ name: 'snet-new' }), subnetId)).toBeUndefined();
  });
});

describe('a confirmation', () => {
  const one: Confirmation = {
    id: '1',
    subnetId,
    requirements: ['outbound-batch-443'],
    by: 'Network team',
    on: '2026-11-29',
    path: 'a',
  };
  const at = (day: string, path: string | undefined = 'a') =>
    confirmationsInForce([one], {
      subnetId: subnetId.toUpperCase(),
      path,
      now: new Date(`${day}T12:00:00Z`),
      workspaceId: null,
    });

  it('holds for 90 days', () => {
    expect(at('2026-11-29')).toHaveLength(1);
    expect(at('2027-02-26')).toHaveLength(1);
    expect(at('2027-02-28')).toHaveLength(0);
  });

  it('ends when a component on the path changes or is removed', () => {
    expect(at('2026-11-30', 'b')).toHaveLength(0);
    expect(
      confirmationsInForce([one], {
        subnetId,
        path: undefined,
        now: new Date('2026-11-30'),
        workspaceId: null,
      }),
    ).toEqual([]);
  });

  it('applies only to its subnet, and not before its date', () => {
    const now = new Date('2026-11-30T12:00:00Z');
    expect(
      confirmationsInForce([one], { subnetId: subnetIdOf('snet-other'), path: 'a', now, workspaceId: null }),
    ).toEqual([]);
    expect(at('2026-11-20')).toEqual([]);
  });

  it('by a test applies to the workspace whose services the test called', () => {
    const tested: Confirmation = { ...one, how: 'test', workspaceId: '/w/a' };
    const inForce = (workspaceId: string | null) =>
      confirmationsInForce([tested], { subnetId, path: 'a', now: new Date('2026-11-30'), workspaceId });
    expect(inForce('/W/A')).toHaveLength(1);
    expect(inForce('/w/b')).toEqual([]);
    expect(inForce(null)).toEqual([]);
  });

  it('of a requirement is the newest one', () => {
    const newer = { ...one, id: '2', on: '2026-11-30' };
    expect(confirmationOf([one, newer], 'outbound-batch-443')?.id).toBe('2');
    expect(confirmationOf([one], 'outbound-arm-443')).toBeUndefined();
  });
});

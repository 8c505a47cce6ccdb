import { describe, expect, it } from 'vitest';
import { checkBeyondGroup } from '../../../src/checks/without-nsg';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { RequestItem } from '../../../src/plans/request/request-item';
import { speaker } from '../../support/speaker';
import { networkRequest } from '../../../src/wording/request-text';
import { buildModel, buildPlan, facts, type NetworkSpec } from '../checks/model-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';

function items(ids: readonly string[], network: NetworkSpec): readonly RequestItem[] {
  const [model, plan] = [buildModel(network), buildPlan({})];
  const of = {
    subnet: 'snet-training',
    network: 'vnet-spoke',
    addressPrefixes: ['10.40.4.0/26'],
    readAt: '2026-11-29T12:00:00Z',
    cloud: 'public',
    region: 'westeurope',
    results: checkSubnet(model, plan, facts),
    beyond: checkBeyondGroup(model, plan, facts),
  } as const;
  return networkRequest(speaker('en'), of, ids).items;
}

function item(id: string, network: NetworkSpec): RequestItem {
  const found = items([id], network).find(({ requirement }) => requirement === id);
  if (!found) throw new Error(`${id} is not in the request`);
  return found;
}

describe('a line of the request states how the flow stands', () => {
  it('blocked here, with the packet that fails, and no firewall where none is on the path', () => {
    const found = item('outbound-batch-443', { rules: [denyAll] });
    expect(found.state).toMatch(/^Blocked by rule 4096 Deny-All of /);
    expect(found.packet).toContain('port 443');
    expect(found.asks).toEqual([{ of: 'rules', where: 'group', name: expect.any(String) as string }]);
    // Microsoft documents Batch for any protocol.
    expect(found.subject?.protocol).toBe('Any');
  });

  it('blocked here and an NVA behind: both have something to do', () => {
    expect(item('outbound-batch-443', { rules: [denyAll], routes: [tunnel] }).asks).toEqual([
      expect.objectContaining({ of: 'rules' }) as object,
      { of: 'firewall', kind: 'appliance', at: '10.40.1.4' },
    ]);
  });

  it('blocked by a default rule', () => {
    expect(item('inbound-aml-44224', { rules: [] }).state).toMatch(
      /^Blocked by default rule 65500 DenyAllInBound of .*: no other rule allows it$/,
    );
  });

  it('unknown where an NVA decides: nothing certainly fails, and the NSG allows it', () => {
    expect(item('outbound-batch-443', { routes: [tunnel] })).toMatchObject({
      asks: [{ of: 'firewall', kind: 'appliance', at: '10.40.1.4' }],
      state: 'Unknown: depends on the NVA 10.40.1.4',
      packet: null,
    });
  });

  it('replies that are lost: the route with the NVA, and no rule that is open already', () => {
    const rules = ['in 100 Allow Tcp AzureMachineLearning>* 44224 A'];
    const found = item('inbound-aml-44224', { rules, routes: [tunnel] });
    expect(found.state).toBe('Replies are lost: route 0.0.0.0/0 sends them to appliance 10.40.1.4');
    expect(found.asks).toEqual([
      expect.objectContaining({
        of: 'route',
        to: 'AzureMachineLearning',
        hop: 'internet',
        snat: '10.40.1.4',
      }) as object,
    ]);
  });

  it('already allowed', () => {
    expect(item('outbound-batch-443', { rules: [] })).toMatchObject({
      asks: [],
      state: 'Already allowed',
      packet: null,
      advice: null,
    });
  });

  it('what is no traffic has advice instead, and what is met is left out', () => {
    expect(item('dns-custom-server-forwarders', { dnsServers: ['192.168.6.4'] })).toMatchObject({
      state: null,
      advice: expect.stringContaining('api.azureml.ms') as string,
    });
    expect(items(['subnet-no-delegation'], {})).toEqual([]);
  });
});

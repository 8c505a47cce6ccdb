import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/checks/judge';
import { speaker } from '../../../src/messages/speaker';
import { requestItem } from '../../../src/wording/request-words';
import { buildModel, buildPlan, facts, type NetworkSpec } from '../checks/model-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';

function item(id: string, network: NetworkSpec) {
  const found = judge(buildModel(network), buildPlan({}), facts).find(
    ({ requirement }) => requirement === id,
  );
  if (!found) throw new Error(`${id} was not asked`);
  return requestItem(speaker('en'), found, { cloud: 'public', region: 'westeurope' });
}

describe('a line of the request states how the flow stands', () => {
  it('blocked here, with the packet that fails', () => {
    expect(item('outbound-batch-443', { rules: [denyAll] })).toMatchObject({
      needs: 'rules',
      state: 'Blocked here by rule 4096 Deny-All.',
      packet: expect.stringContaining('port 443') as string,
    });
  });

  it('unknown where an appliance decides: nothing fails today, and the NSG allows it', () => {
    expect(item('outbound-batch-443', { routes: [tunnel] })).toMatchObject({
      needs: 'firewall',
      state: 'Unknown: the network virtual appliance (NVA) 10.40.1.4 decides.',
      packet: null,
    });
  });

  it('replies that are lost, with the appliance', () => {
    const rules = ['in 100 Allow Tcp AzureMachineLearning>* 44224 A'];
    expect(item('inbound-aml-44224', { rules, routes: [tunnel] })).toMatchObject({
      needs: 'route',
      appliance: '10.40.1.4',
      state: 'Replies are lost: route 0.0.0.0/0 sends them to appliance 10.40.1.4.',
    });
  });

  it('already allowed', () => {
    expect(item('outbound-batch-443', { rules: [] })).toMatchObject({
      needs: 'nothing',
      state: 'Already allowed here.',
      packet: null,
    });
  });

  it('what is no traffic has advice instead', () => {
    expect(item('dns-custom-server-forwarders', { dnsServers: ['10.40.6.4'] })).toMatchObject({
      state: null,
      advice: expect.stringContaining('api.azureml.ms') as string,
    });
  });
});

import { expect, test } from 'vitest';
import { reason } from '../../../../src/core/reason';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { connectSample, noStop } from '../sample';

const place = {
  workspaceId: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
  subnet: {
    id: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training'),
    location: 'westeurope',
  },
};

test('a read that fails is named itself, not the resource that it belongs to', async () => {
  const { azure, sample } = connectSample();
  sample.faults.next({ match: /Microsoft\.Authorization/, status: 500, times: 50 });
  const read = await azure.read.governance(place, noStop);
  const unread = (key: string, name: string) => ({ known: false, because: reason(key, { name }) });
  expect(read).toMatchObject({
    onWorkspace: unread('unknown.notRead.roles', 'mlw-fraud-prod'),
    workspaceLocks: unread('unknown.notRead.locks', 'mlw-fraud-prod'),
    network: {
      onNetwork: unread('unknown.notRead.roles', 'vnet-ml-prod-weu'),
      onSubnet: unread('unknown.notRead.roles', 'snet-training'),
      locks: unread('unknown.notRead.locks', 'vnet-ml-prod-weu'),
    },
  });
});

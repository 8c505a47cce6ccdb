import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import type { NetworkModel } from '../../../../src/core/network/model';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import { hasEnded, healthy, openWizardInOneGroup, readinessRowOf, withReads } from './open-wizard';

/** The network uses custom DNS servers, which might not know the instance. */
function ofServers(model: NetworkModel): NetworkModel {
  const virtualNetworks = model.virtualNetworks.map((one) =>
    one.id === network ? { ...one, dnsServers: known(['10.40.7.10']) } : one,
  );
  return { ...model, virtualNetworks };
}

const network = sampleNetworkId('rg-network-prod', 'virtualNetworks', healthy.network);
const connect = withReads((read) => ({
  networks: (...asked) => read.networks(...asked).then(ofServers),
  refreshSubnet: (...asked) => read.refreshSubnet(...asked).then(ofServers),
}));

test.each(['en', 'fr'])(
  'the DNS records of an instance are shown in the row, in Review, in the request, and on the ready page: %s',
  async (language) => {
    const w = await openWizardInOneGroup(healthy, { language, connect });
    await w.call.chooseKind({ kind: 'instance' });
    await w.call.changeSize({ name: 'ci-record' });
    const hosts = ['azureml.ms', 'ml.azure.ms'].map((end) => `ci-record.westeurope.instances.${end}`);
    const records = new RegExp(
      `10\\.40\\.7\\.\\d+[^]*${hosts.join('[^]*')}[^]*10\\.40\\.7\\.\\d+ ${hosts.join(' ')}`,
    );
    const row = readinessRowOf(w.page.readiness, 'dns-custom-instance-record');
    expect(row.details.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')).toMatch(records);
    expect((w.page.review?.words ?? []).map(({ text }) => text).join('\n')).toMatch(records);
    await w.call.copyRequest({ ids: ['dns-custom-instance-record'] });
    expect(w.copied.at(-1)).toMatch(records);
    await w.call.create({ anyway: true });
    await w.until('the end', hasEnded);
    expect(w.page.creation?.state).toBe('ready');
    expect(w.page.creation?.line).toMatch(records);
  },
);

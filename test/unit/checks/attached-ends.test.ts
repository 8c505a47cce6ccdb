import { describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { summarize } from '../../../src/checks/summary';
import type { AttachTarget } from '../../../src/core/attach-target';
import { known, valueOr } from '../../../src/core/known';
import type { AttachedKind } from '../../../src/core/compute-kinds';
import type { PlanToCheck } from '../../../src/core/plan';
import { sampleNetworkId, researchSubscription, sampleWorkspaceId } from '../../../src/sandbox/sample/names';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';
import { shippedTags } from '../../support/shipped-tags';
import { connectSample, noStop } from '../azure/sample';

const fraud = sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod');
const account = { username: 'azureuser', password: 'p' };

/** Returns the check's result for a target, and how its attachment ends in Azure. */
async function bothOf(
  kind: AttachedKind,
  name: string,
  change: (sample: SandboxAzure) => void = () => undefined,
) {
  const { azure, sample } = connectSample({}, { watchIntervalMs: 1 });
  change(sample);
  const all = await azure.read.attachTargets(researchSubscription.id, kind, noStop);
  const target = all.find((one) => one.name === name);
  if (!target) throw new Error(`No ${name}.`);
  const workspace = (await azure.read.workspaces(researchSubscription.id, noStop)).find(
    ({ id }) => id === fraud,
  );
  if (!workspace) throw new Error('No workspace.');
  const model = await azure.read.networks(researchSubscription.id, noStop);
  const plan: PlanToCheck = {
    cloud: 'public',
    profile: 'current',
    kind: known(kind),
    target,
    attachedTargets: known([]),
    publicIp: known(false),
    workspace: known(workspace),
    subnetId: valueOr(target.subnets, [])[0] ?? null,
    name: 'attached',
    minNodes: known(0),
    maxNodes: known(0),
    reservedAddresses: known(0),
    publicSsh: false,
  };
  const { errors, unknown } = summarize(checkSubnet(model, plan, { tags: shippedTags('public') }));
  let end = '';
  await azure.computes.create(
    { workspaceId: fraud, name: 'attached', body: bodyOf(target) },
    (event) => {
      end = event.is;
    },
    noStop,
  );
  return { errors: errors > 0, unknown, end };
}

function bodyOf(target: AttachTarget): object {
  const at = (computeType: string, properties: object) => ({
    location: 'westeurope',
    properties: { computeType, resourceId: target.id, properties },
  });
  switch (target.kind) {
    case 'databricks':
      return at('Databricks', { databricksAccessToken: 't', workspaceUrl: valueOr(target.url, '') });
    case 'virtual-machine': {
      const address = valueOr(target.publicAddress, null) ?? valueOr(target.privateAddress, null);
      return at('VirtualMachine', { address, sshPort: 22, administratorAccount: account });
    }
    case 'hdinsight':
      return at('HDInsight', {
        address: valueOr(target.sshAddress, ''),
        sshPort: 22,
        administratorAccount: account,
      });
  }
}

describe('the independent sandbox agrees which targets SSH reaches', () => {
  const without =
    (group: string, rule: string, inside = 'rg-network-dev') =>
    (sample: SandboxAzure) => {
      const path = `${sampleNetworkId(inside, 'networkSecurityGroups', group)}/securityRules/${rule}`;
      expect(sample.writeByOther({ method: 'DELETE', path, body: null })).toBe(true);
    };
  /** Allows a part of the service's addresses. */
  const halfOpen = (sample: SandboxAzure) => {
    const group = sampleNetworkId('rg-network-dev', 'networkSecurityGroups', 'nsg-vm-dsvm-risk');
    const properties = {
      priority: 100,
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      sourceAddressPrefix: '20.0.0.0/8',
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange: '22',
    };
    const path = `${group}/securityRules/Allow-AzureML-SSH`;
    expect(sample.writeByOther({ method: 'PUT', path, body: { properties } })).toBe(true);
  };

  test.each<[string, AttachedKind, string, ((sample: SandboxAzure) => void) | undefined, boolean]>([
    ['open at NIC and subnet', 'virtual-machine', 'vm-dsvm-risk', undefined, true],
    [
      'the NIC’s rule is missing',
      'virtual-machine',
      'vm-dsvm-risk',
      without('nsg-vm-dsvm-risk', 'Allow-AzureML-SSH'),
      false,
    ],
    [
      'the subnet’s rule is missing',
      'virtual-machine',
      'vm-dsvm-risk',
      without('nsg-dev-machines', 'Allow-AzureML-SSH'),
      false,
    ],
    ['the NIC allows a part of the service', 'virtual-machine', 'vm-dsvm-risk', halfOpen, false],
    ['Spark', 'hdinsight', 'hdi-fraud-spark', undefined, true],
    [
      'Spark without its rule',
      'hdinsight',
      'hdi-fraud-spark',
      without('nsg-hdi', 'Allow-AzureML-SSH', 'rg-databricks'),
      false,
    ],
  ])('%s', async (_what, kind, name, change, isUsable) => {
    const { errors, unknown, end } = await bothOf(kind, name, change);
    expect([errors, unknown, end]).toEqual([!isUsable, 0, isUsable ? 'ready' : 'failed']);
  });
});

describe('Databricks is attached in any network, and one check decides what its clusters need', () => {
  test.each([
    ['adb-features-weu', false],
    ['adb-scoring-weu', true],
  ])('%s', async (name, isToFix) => {
    const { errors, end } = await bothOf('databricks', name);
    expect([errors, end]).toEqual([isToFix, 'ready']);
  });
});

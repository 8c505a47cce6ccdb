import { beforeAll, describe, expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import type { AttachTarget } from '../../../src/core/attach-target';
import { statusOf } from '../../../src/core/check-result';
import { known, valueOr } from '../../../src/core/known';
import { attachedKinds } from '../../../src/core/compute-kinds';
import { tagCatalogOf } from '../../../src/core/tags/tag-snapshot';
import { connectSample, noStop, publicTags } from '../azure/sample';
import { openSampleClients } from './clients';

/**
 * The check and the sample share no code: targets that pass the check are attached there, and no others. Databricks
 * responds from its own network in the sample, whatever its subnets are.
 */
const place = ['rg-ml-prod', 'mlw-fraud-prod'] as const;
const account = { username: 'azureuser', password: 'a-secret-that-nobody-keeps' };

/** Requirements without which Azure ML can't attach, by their IDs. */
const keepsOut = [
  'vm-ubuntu-only',
  'vm-public-ip-required',
  'inbound-ssh-22-attached',
  'hdi-public-ip-required',
];

let targets: readonly AttachTarget[] = [];
let keptOut: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(async () => {
  const { azure, sample } = connectSample();
  const { subscriptionId } = sample;
  const lists = attachedKinds.map((kind) => azure.read.attachTargets(subscriptionId, kind, noStop));
  targets = (await Promise.all(lists)).flat();
  const networks = await azure.read.networks(subscriptionId, noStop);
  const workspace = (await azure.read.workspaces(subscriptionId, noStop)).find(
    ({ name }) => name === place[1],
  );
  if (!workspace) throw new Error('The sample has no such workspace');
  const tags = tagCatalogOf(publicTags() as unknown as Parameters<typeof tagCatalogOf>[0]);
  const openRows = (target: AttachTarget): readonly string[] =>
    checkSubnet(
      networks,
      {
        cloud: 'public',
        profile: 'current',
        kind: known(target.kind),
        target,
        publicIp: known(true),
        workspace: known(workspace),
        subnetId: valueOr(target.subnets, [])[0] ?? null,
        name: 'attached',
        maxNodes: known(0),
        minNodes: known(0),
        reservedAddresses: known(0),
        publicSsh: false,
      },
      { tags },
    )
      .filter(({ severity, outcome }) => severity === 'error' && statusOf(outcome) !== 'fine')
      .filter(({ outcome }) => statusOf(outcome) === 'open' || statusOf(outcome) === 'unknown')
      .map(({ requirement }) => requirement);
  keptOut = new Map(targets.map((one) => [one.name, openRows(one)]));
});

function bodyOf(target: AttachTarget) {
  const address =
    target.kind === 'hdinsight'
      ? valueOr(target.sshAddress, null)
      : target.kind === 'virtual-machine'
        ? valueOr(target.publicAddress, null)
        : null;
  return {
    location: 'westeurope',
    properties: {
      computeType: target.kind === 'hdinsight' ? ('HDInsight' as const) : ('VirtualMachine' as const),
      resourceId: target.id,
      properties: { address: address ?? '198.51.100.250', sshPort: 22, administratorAccount: account },
    },
  };
}

async function isAttached(target: AttachTarget): Promise<boolean> {
  const { learning } = openSampleClients();
  await learning.computeOperations
    .beginCreateOrUpdateAndWait(...place, 'attached', bodyOf(target))
    .catch(() => undefined);
  const { properties } = await learning.computeOperations.get(...place, 'attached');
  return properties?.provisioningState === 'Succeeded';
}

describe('attached sample resources match the reachability checks', () => {
  test('for each virtual machine and HDInsight cluster', async () => {
    const reached = targets.filter(({ kind }) => kind !== 'databricks');
    expect(reached.map(({ name }) => name)).toEqual([
      'vm-dsvm-risk',
      'vm-dsvm-churn',
      'vm-reports-win',
      'hdi-fraud-spark',
      'hdi-payments',
    ]);
    const ends = await Promise.all(reached.map(isAttached));
    const checked = reached.map(({ name }) => !keptOut.get(name)?.some((id) => keepsOut.includes(id)));
    expect(checked).toEqual(ends);
    expect(new Set(ends)).toEqual(new Set([true, false]));
  });

  test('with the expected results for each, and no incorrect ones', () => {
    expect(Object.fromEntries(keptOut)).toEqual({
      'adb-features-weu': [],
      // A deny rule before the rules of Databricks.
      'adb-scoring-weu': ['outbound-databricks-control', 'dbx-nsg-rules'],
      // Outside of the customer's networks: a warning, and it can be attached.
      'adb-trial-weu': [],
      'vm-dsvm-risk': [],
      // Its own NIC allows only the bank's networks.
      'vm-dsvm-churn': ['inbound-ssh-22-attached'],
      'vm-reports-win': ['vm-ubuntu-only', 'vm-public-ip-required'],
      'hdi-fraud-spark': [],
      'hdi-payments': ['hdi-public-ip-required'],
    });
  });
});

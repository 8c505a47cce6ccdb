import { expect, test } from 'vitest';
import { known, valueOr } from '../../../../src/core/known';
import { nameOf } from '../../../../src/core/network/find';
import { sampleGroupId, researchSubscription } from '../../../../src/sandbox/sample/names';
import { connectSample, noStop } from '../sample';

const subnetNames = (ids: readonly string[] | null): string => (ids ?? []).map(nameOf).join(' ');

test('lists the sample’s Databricks workspaces, over all pages', async () => {
  const { azure } = connectSample({ pageSize: 1 });
  const all = await azure.read.attachTargets(researchSubscription.id, 'databricks', noStop);
  expect(all.map((one) => [one.name, subnetNames(valueOr(one.subnets, null))])).toEqual([
    ['adb-features-weu', 'snet-dbx-host snet-dbx-container'],
    ['adb-scoring-weu', 'snet-dbx-scoring-host snet-dbx-scoring-container'],
    ['adb-trial-weu', ''],
  ]);
  expect(all[0]).toMatchObject({
    url: known('adb-4157290386140027.7.azuredatabricks.net'),
    noPublicIp: known(true),
    requiredRules: known('AllRules'),
    location: known('westeurope'),
  });
});

test('lists the sample’s virtual machines', async () => {
  const { azure, sample } = connectSample();
  const all = await azure.read.attachTargets(researchSubscription.id, 'virtual-machine', noStop);
  const rows = all.map((one) => {
    if (one.kind !== 'virtual-machine') throw new Error('Another kind.');
    const { name, os, image, nicGroup, privateAddress, publicAddress } = one;
    const [group, open] = [valueOr(nicGroup, '?'), valueOr(publicAddress, '?')];
    return [
      name,
      valueOr(os, '?'),
      valueOr(image, '?')?.split(' ')[1],
      group === null ? null : nameOf(group),
      valueOr(privateAddress, '?'),
      open === null ? null : open.replace(/\d+$/, 'n'),
    ];
  });
  expect(rows).toEqual([
    ['vm-dsvm-risk', 'Linux', 'ubuntu-24_04-lts', 'nsg-vm-dsvm-risk', '10.30.5.4', '198.51.100.n'],
    ['vm-dsvm-churn', 'Linux', 'ubuntu-24_04-lts', 'nsg-vm-dsvm-churn', '10.30.5.5', '198.51.100.n'],
    ['vm-reports-win', 'Windows', 'WindowsServer', null, '10.30.5.6', null],
  ]);
  expect(sample.traffic).toHaveLength(3);
});

test('lists the sample’s HDInsight clusters', async () => {
  const { azure } = connectSample();
  expect(await azure.read.attachTargets(researchSubscription.id, 'hdinsight', noStop)).toMatchObject([
    { name: 'hdi-fraud-spark', clusterType: known('Spark'), outboundOnly: known(false) },
    { name: 'hdi-payments', clusterType: known('Kafka'), outboundOnly: known(true) },
  ]);
});

test('keeps the virtual machines if their NICs can’t be read, and reports which role can read them', async () => {
  const { azure, sample } = connectSample();
  sample.access.deny({
    scope: sampleGroupId('rg-network-dev'),
    verbs: ['read'],
    type: 'Microsoft.Network/networkInterfaces',
  });
  const all = await azure.read.attachTargets(researchSubscription.id, 'virtual-machine', noStop);
  expect(all).toHaveLength(3);
  expect(all[0]).toMatchObject({
    subnets: { known: false, because: { key: 'unknown.permission', values: { scope: 'rg-network-dev' } } },
  });
});

test('lists the compute resources that are already attached in the sample', async () => {
  const { azure } = connectSample();
  const [workspace] = (await azure.read.workspaces(researchSubscription.id, noStop)).filter(
    ({ name }) => name === 'mlw-risk-dev',
  );
  const computes = await azure.computes.list(workspace?.id ?? '', noStop);
  expect(computes.map(({ name, kind, targetId }) => [name, kind, nameOf(targetId ?? '')])).toEqual([
    ['dsvm-risk', 'virtual-machine', 'vm-dsvm-risk'],
    ['adb-features', 'databricks', 'adb-features-weu'],
  ]);
});

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { parseBicep } from '../../../src/documents/bicep/parser/parse';
import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import { newTargetForms, type NewTarget } from '../../../src/plans/code/new-target/new-target';
import { writeNewTarget } from '../../../src/plans/code/new-target/write-new-target';
import { clusterPlan, context, sayStrictly } from './sample-plans';

const shared = {
  workspaceId: clusterPlan.workspaceId,
  workspaceLocation: 'westeurope',
  location: 'westeurope',
  subnetId: clusterPlan.subnetId ?? '',
};
const group = clusterPlan.workspaceId.split('/providers/')[0] ?? '';
const targets: Readonly<Record<NewTarget['is'], NewTarget>> = {
  machine: {
    ...shared,
    is: 'machine',
    name: 'vm-train',
    vmSize: 'Standard_DS3_v2',
    adminUser: 'azureuser',
  },
  spark: {
    ...shared,
    is: 'spark',
    name: 'hdi-train',
    vmSize: 'Standard_E8_v3',
    adminUser: 'sshuser',
    storageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/sthdinsight`,
    storageIdentityId: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spark`,
  },
};
const cases = (['machine', 'spark'] as const).flatMap((is) =>
  newTargetForms.map((form) => [is, form] as const),
);

function written(is: NewTarget['is'], form: (typeof newTargetForms)[number], more = {}) {
  return writeNewTarget(form, { ...targets[is], ...more }, { context, say: sayStrictly });
}

/** Returns the faults that the parser of a file's language finds. */
function faultsIn(name: string, text: string): readonly unknown[] {
  if (name.endsWith('.bicep')) return parseBicep(text, name).faults;
  if (/\.tf(vars)?$/.test(name)) return parseHcl(text, name).faults;
  if (!name.endsWith('.sh')) return [];
  const { error, status } = spawnSync('bash', ['-n'], { input: text });
  return error || status === 0 ? [] : [name];
}

it.each(cases)('writes a %s as %s that parses, and declares each variable', (is, form) => {
  const files = written(is, form);
  expect(files.flatMap(({ name, text }) => faultsIn(name, text))).toEqual([]);
  const text = files.map((file) => file.text).join('\n');
  const used = Array.from(text.matchAll(/\bvar\.(\w+)/g), ([, name]) => name);
  const declared = Array.from(text.matchAll(/^variable "(\w+)"/gm), ([, name]) => name);
  expect([...new Set(used)].sort()).toEqual(declared.sort());
});

it('writes each format as in the snapshot', async () => {
  const all = cases.flatMap(([is, form]) =>
    written(is, form).filter(({ name }) => form === 'az' || !name.endsWith('.sh')),
  );
  const text = all.map((one) => `==== ${one.name}\n${one.text}`).join('\n');
  await expect(text).toMatchFileSnapshot('../../fixtures/new-target.txt');
});

it('keeps the password of a new cluster out of files, state, and command lines', () => {
  const [bicep, values] = written('spark', 'bicep');
  expect(bicep?.text).toMatch(/@secure\(\)\nparam clusterPassword string\n/);
  expect(values?.text).toContain("param clusterPassword = readEnvironmentVariable('CLUSTER_PASSWORD')");
  const [main, given, providers] = written('spark', 'terraform');
  const [open = '', secret = ''] = (main?.text ?? '').split('sensitive_body');
  expect(open).toMatch(/variable "cluster_password" \{[^}]*ephemeral {3}= true/);
  expect(open).not.toContain('var.cluster_password');
  expect(secret).toContain('"restAuthCredential.password" = var.cluster_password');
  expect(given?.text).not.toMatch(/password|public_key/);
  expect(providers?.text).toContain('required_version = ">= 1.11"');
  const [script] = written('spark', 'az');
  expect(script?.text).not.toMatch(/--(?:http|ssh)-password/);
});

/** Properties of a new cluster (Microsoft.HDInsight 2021-06-01, cluster.json, read 2026-12-01). */
const properties = new Set(
  (
    'clusterVersion osType tier clusterDefinition computeProfile storageProfile minSupportedTlsVersion networkProperties ' +
    'kind componentVersion configurations roles name targetInstanceCount hardwareProfile osProfile virtualNetworkProfile ' +
    'vmSize linuxOperatingSystemProfile username sshProfile publicKeys certificateData id subnet storageaccounts isDefault ' +
    'fileSystem resourceId msiResourceId resourceProviderConnection privateLink Spark gateway'
  ).split(' '),
);

it('uses properties in Bicep and Terraform that a new cluster has', () => {
  const [bicep] = written('spark', 'bicep');
  const [, body = ''] = (bicep?.text ?? '').split('\n  properties: {\n');
  const names = Array.from((body.split('\n}\n')[0] ?? '').matchAll(/^\s+([A-Za-z]+):/gm), ([, name]) => name);
  expect(names.filter((name) => !properties.has(name ?? ''))).toEqual([]);
  const [terraform] = written('spark', 'terraform');
  const inTerraform = new Set(
    Array.from((terraform?.text.split(' body = {')[1] ?? '').matchAll(/(\w+)\s+=/g), ([, name]) => name),
  );
  expect(names.filter((name) => !inTerraform.has(name))).toEqual([]);
});

/** Flags of `az hdinsight create` (azure-cli, command_modules/hdinsight/_params.py, read 2026-12-01). */
const flags = new Set(
  (
    '--subscription --resource-group --name --location --type --version --component-version --cluster-tier ' +
    '--minimal-tls-version --headnode-size --workernode-size --workernode-count --http-user --ssh-user --ssh-public-key ' +
    '--subnet --resource-provider-connection --storage-account --storage-filesystem --storage-account-managed-identity'
  ).split(' '),
);

it('uses flags in the script that az hdinsight create has', () => {
  const [script] = written('spark', 'az');
  const [, command = ''] = (script?.text ?? '').split('az hdinsight create');
  const used = Array.from(command.matchAll(/ (--[a-z-]+)/g), ([, flag = '']) => flag);
  expect(used.filter((one) => !flags.has(one))).toEqual([]);
  expect(used.length).toBe(flags.size);
});

it('uses the addresses of the cloud in which the cluster is created', () => {
  for (const [location, storage, domain] of [
    ['usgovvirginia', "storageDomain string = 'usgovcloudapi.net'", 'azurehdinsight.us'],
    ['chinanorth3', "storageDomain string = 'chinacloudapi.cn'", 'azurehdinsight.cn'],
  ]) {
    const files = written('spark', 'bicep', { location, workspaceLocation: location });
    const [main, , attach] = files.map(({ text }) => text);
    expect(main).toContain(storage);
    expect(attach).toContain(`hdi-train-ssh.${String(domain)}`);
  }
});

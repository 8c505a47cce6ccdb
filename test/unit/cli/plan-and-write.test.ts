import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../../../src/cli/files/node-disk';
import { isThere } from '../../../src/cli/first-settings';
import { planFileText } from '../../../src/plan-file/plan-file';
import { attachPlans } from '../plans/attach-plans';
import { clusterPlan, planSubnetId } from '../plans/sample-plans';
import { ran } from './ran';

const place = `--workspace-id ${clusterPlan.workspaceId} --workspace-region westeurope --subnet-id ${planSubnetId}`;
const cluster = `--name cpu-cluster ${place} --size Standard_DS3_v2`;

it('options become a plan file, with safe defaults', async () => {
  const { out, code } = await ran(`plan ${cluster} --max-nodes 8 --tag team=fraud`);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    kind: 'cluster',
    publicIp: false,
    region: 'westeurope',
    subnet: planSubnetId,
    nodes: { min: 0, max: 8, idleMinutes: 2, priority: 'Dedicated' },
    tags: { team: 'fraud' },
  });
});

it('a path of a key that begins with ~ is in the home folder', async () => {
  const blob = `\0\0\0\x0bssh-ed25519\0\0\0 ${'k'.repeat(32)}`;
  const key = `ssh-ed25519 ${Buffer.from(blob).toString('base64')}`;
  const files = { [`${homedir()}/.ssh/id.pub`]: key };
  const { out, error } = await ran(`plan ${cluster} --ssh-user anna --ssh-key=~/.ssh/id.pub`, files);
  expect([error, JSON.parse(out)]).toMatchObject(['', { ssh: { user: 'anna', publicKey: key } }]);
});

it('a plan file is written once, and never overwrites another', async () => {
  const first = await ran(`plan cpu.amlplan.json ${cluster}`);
  expect(first).toMatchObject({ code: 0, out: 'Created cpu.amlplan.json.\n' });
  const again = await ran(`plan cpu.amlplan.json ${cluster}`, first.written);
  expect(again).toMatchObject({ code: 2, written: {} });
  expect(again.error).toContain('already exist: cpu.amlplan.json');
});

it.each([
  ['bicep', ['cpu-cluster.bicep', 'cpu-cluster.bicepparam']],
  ['arm', ['cpu-cluster.json', 'cpu-cluster.parameters.json']],
  ['terraform', ['cpu-cluster.tf', 'cpu-cluster.auto.tfvars', 'cpu-cluster.providers.tf']],
  ['yaml', ['cpu-cluster.yml', 'cpu-cluster.sh']],
  ['python', ['cpu-cluster.py']],
  ['az', ['cpu-cluster.sh']],
])('write --to %s writes %j', async (form, names) => {
  const file = { 'cpu.amlplan.json': planFileText(clusterPlan) };
  const { code, written } = await ran(`write cpu.amlplan.json --to ${form}`, file);
  expect(code).toBe(0);
  expect(Object.keys(written)).toEqual(names);
  expect(Object.values(written).join('\n')).toContain('cpu-cluster');
});

it('nothing is written through a broken link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'link-'));
  await symlink(join(folder, 'nowhere'), join(folder, 'cpu.py'));
  const found = [await isThere(nodeDisk, `${folder}/cpu.py`), await isThere(nodeDisk, `${folder}/gpu.py`)];
  await rm(folder, { recursive: true });
  expect(found).toEqual([true, false]);
});

it('options override the plan file, and existing files aren’t overwritten', async () => {
  const files = { 'cpu.amlplan.json': planFileText(clusterPlan), 'gpu.py': 'mine' };
  const { written } = await ran('write cpu.amlplan.json --to python --name gpu2 --max-nodes 9', files);
  expect(written['gpu2.py']).toMatch(/name="gpu2"[^]*max_instances=9/);
  const refused = await ran('write cpu.amlplan.json --to python --name gpu', files);
  expect(refused).toMatchObject({ code: 2, written: {} });
});

it('a tag can’t be an az option, and a password is never on a command line', async () => {
  const tags = { '--enable-node-public-ip': 'true' };
  const files = {
    'cpu.amlplan.json': JSON.stringify({ ...(JSON.parse(planFileText(clusterPlan)) as object), tags }),
    'vm.amlplan.json': planFileText(attachPlans['virtual-machine']!),
  };
  const { written } = await ran('write cpu.amlplan.json --to az', files);
  expect(written['cpu-cluster.sh']).not.toMatch(/--tags/);
  for (const form of ['az', 'yaml']) {
    const attached = await ran(`write vm.amlplan.json --to ${form}`, files);
    expect(Object.values(attached.written).join('\n')).toMatch(
      /printf '%s' "\$SSH_PASSWORD" \| az ml compute attach[^]*--admin-password @-/,
    );
  }
});

it.each([
  [`plan ${cluster.replace(/ --subnet-id \S+/, '')}`, 2, /^--subnet-id: The value is missing\.$/m],
  ['plan --name cpu', 2, /^--workspace-id: The value is missing\.$/m],
  [`plan ${cluster} --assigned-user x`, 2, /^--assigned-user: This isn’t part of a plan/m],
  ['write cpu.amlplan.json --to az --max-nodes 0', 3, /^--max-nodes: The value isn’t valid\.$/m],
  [`plan ${cluster} --min-nodes 9`, 2, /^--min-nodes: /m],
  [`plan ${cluster} --min-nodes x`, 2, /--min-nodes requires a whole number/],
  [`plan ${cluster} --public-ssh`, 2, /SSH needs a public key/],
  [`plan cpu.json ${cluster}`, 2, /ends with \.amlplan\.json/],
  ['write bad.amlplan.json --to az', 3, /^bad\.amlplan\.json:1: version: The version must be 1/m],
  ['write cpu.amlplan.json', 2, /Choose the form of the code with --to/],
  ['write dbx.amlplan.json --to yaml', 2, /can’t attach this kind of compute from a YAML file/],
])('%s ends with %i', async (line, code, message) => {
  const files = {
    'bad.amlplan.json': '{"version": 7}',
    'cpu.amlplan.json': planFileText(clusterPlan),
    'dbx.amlplan.json': planFileText(attachPlans['databricks']!),
  };
  const found = await ran(line, files);
  expect(found).toMatchObject({ code, written: {} });
  expect(found.error).toMatch(message);
});

const machine = `--compute virtual-machine --new --name vm-train --workspace-id ${clusterPlan.workspaceId} --workspace-region westeurope --subnet-id ${String(clusterPlan.subnetId)} --size Standard_DS3_v2`;

it('a new virtual machine is written with its attach script, and never over another file', async () => {
  const names = {
    bicep: ['vm-train.bicep', 'vm-train.bicepparam'],
    terraform: ['vm-train.tf', 'vm-train.auto.tfvars', 'vm-train.providers.tf'],
    az: ['vm-train.sh'],
  };
  for (const [form, files] of Object.entries(names)) {
    const { code, error, written } = await ran(`write --to ${form} ${machine}`);
    expect(code).toBe(0);
    expect(error).toContain('Azure bills the virtual machine and its disk');
    expect(error).toContain('Attaching the virtual machine can fail');
    expect(Object.keys(written)).toEqual([...files, 'vm-train-attach.sh']);
    const text = Object.values(written).join('\n');
    expect(text).not.toMatch(/publicIPAddress|public_ip_address|password\b[^ ]*[:=] *["']|BEGIN/i);
    expect(text).toMatch(
      /disablePasswordAuthentication: true|disable_password_authentication = true|authentication-type=ssh/,
    );
    expect(text).toMatch(/SystemAssigned|\[system\]/);
    const again = await ran(`write --to ${form} ${machine}`, written);
    expect(again).toMatchObject({ code: 2, written: {} });
  }
});

const group = clusterPlan.workspaceId.split('/providers/')[0] ?? '';
const spark = `${machine.replace('virtual-machine', 'hdinsight').replace('vm-train', 'hdi-train')} --storage-account-id ${group}/providers/Microsoft.Storage/storageAccounts/sthdinsight --identity ${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-spark`;

it('a new HDInsight cluster is written with a note about what wasn’t checked', async () => {
  const { code, error, written } = await ran(`write --to bicep ${spark}`);
  expect(code).toBe(0);
  expect(error).toContain('The network requirements of HDInsight weren’t checked');
  expect(Object.keys(written)).toEqual(['hdi-train.bicep', 'hdi-train.bicepparam', 'hdi-train-attach.sh']);
});

it.each<[string, number, RegExp]>([
  [
    `write --to bicep ${spark.replace(/ --identity .*/, '')}`,
    2,
    /--new needs .*--storage-account-id, and --identity/,
  ],
  [`write --to bicep ${spark.replace('/id-spark', '')}`, 2, /--identity: Enter the resource ID/],
  [`write --to bicep ${spark} --user admin`, 2, /--user: Azure doesn’t accept admin/],
  [
    `write --to bicep ${spark.replace(/(?<=account-id \/subscriptions\/)[^/]+/, '11111111-2222-3333-4444-555555555555')}`,
    2,
    /--storage-account-id: Enter a storage account in the subscription/,
  ],
  [`write --to bicep ${machine.replace(' --new', '')} --storage-account-id x`, 2, /needs --new/],
  [
    `write --to yaml ${machine}`,
    2,
    /Choose a form that can create it with --to\. Allowed values: bicep, terraform, and az/,
  ],
  [
    `write --to az ${machine.replace('virtual-machine', 'cluster')}`,
    2,
    /--new needs --compute virtual-machine\|hdinsight/,
  ],
  [`write --to az ${machine} --max-nodes 4`, 2, /can’t be used with --max-nodes/],
  [`write --to az ${machine.replace('Standard_DS3_v2', '@x')}`, 2, /--size: The value isn’t valid/],
  [`write --to az ${machine} --user a:b`, 2, /--user/],
  [`write --to az ${machine} --user Root`, 2, /--user: Azure doesn’t accept Root as an administrator name/],
  [
    `write --to az ${machine.replace(/(?<=subnet-id \/subscriptions\/)[^/]+/, '11111111-2222-3333-4444-555555555555')}`,
    2,
    /can’t be in a subnet of another subscription/,
  ],
])('%s is rejected', async (line, code, message) => {
  const { error, ...rest } = await ran(line);
  expect(rest.code).toBe(code);
  expect(error).toMatch(message);
});

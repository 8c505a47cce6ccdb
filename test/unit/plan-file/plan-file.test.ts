import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { planFileText } from '../../../src/plan-file/plan-file';
import { attachedSchema, createdSchemas } from '../../../src/plan-file/plan-file-schema';
import { decodePlan } from '../../../src/plan-file/read-plan-file';
import { readPlanText } from '../../../src/plan-file/read-plan-text';
import { formatReason } from '../../../src/wording/reason-text';
import { failuresIn } from '../../support/failures-in';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { messagesIn } from '../../support/messages-in';
import { attachPlans } from '../plans/attach-plans';
import { samplePlans } from '../plans/sample-plans';

const say = messagesIn('en');
const schema: Readonly<Record<string, unknown>> = {
  ...toJsonSchema(v.union([createdSchemas.cluster, createdSchemas.instance, attachedSchema]), {
    target: 'draft-07',
    errorMode: 'ignore',
  }),
};
const isValid = new Ajv({ strict: false }).compile(schema);

/** Plans whose names and tags Azure accepts, as a plan file has them. */
const plans = Object.entries({ ...samplePlans, ...attachPlans }).map(
  ([name, plan]) =>
    [
      name,
      'tags' in plan
        ? { ...plan, tags: [{ name: 'cost-center', value: '[4711] ${x}' }] }
        : { ...plan, targetId: plan.targetId.replaceAll("'", '') },
    ] as const,
);

it('each plan is read from its file as it was, without its fixes', async () => {
  const failures = await failuresIn(plans, (plan) => {
    const text = planFileText(plan);
    expect(isValid(JSON.parse(text))).toBe(true);
    // Azure ML names the user of an instance, and an instance is one node.
    const nodes = plan.kind === 'instance' ? { nodes: expect.anything(), ssh: userOf(plan) } : {};
    expect(decodePlan(JSON.parse(text))).toEqual({ is: 'plan', plan: { ...plan, ...nodes, fixes: [] } });
  });
  expect(failures).toEqual([]);
});

function userOf({ ssh }: ComputePlan): ComputePlan['ssh'] {
  return ssh && { ...ssh, adminUser: 'azureuser' };
}

/** Returns the faults of a changed file, each as a user reads it. */
function faultsOf(name: string, change: Readonly<Record<string, unknown>>): readonly string[] {
  const plan = { ...samplePlans, ...attachPlans }[name]!;
  const json = { ...(JSON.parse(planFileText(plan)) as object), tags: undefined, ...change };
  const found = decodePlan(JSON.parse(JSON.stringify(json)));
  return found.is === 'plan'
    ? []
    : found.faults.map(({ path, because }) => `${path}: ${formatReason(say, because)}`);
}

function workspaceIn(group: string): string {
  return samplePlans['cluster-public-ip']!.workspaceId.replace(/(?<=resourceGroups\/)[^/]+/, group);
}

const privateKey = '-----BEGIN OPENSSH PRIVATE KEY-----\nSECRET\n-----END OPENSSH PRIVATE KEY-----';

it.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['cluster-public-ip', { version: 2 }, 'version: The version must be 1.'],
  ['cluster-public-ip', { kind: 'kubernetes' }, 'kind: The value must be'],
  ['cluster-public-ip', { password: 'x' }, 'password: This isn’t part of a plan'],
  ['cluster-public-ip', { workspace: undefined }, 'workspace: The value is missing.'],
  ['cluster-public-ip', { workspace: '/subscriptions/x' }, 'workspace: The value must be the resource ID of'],
  ['cluster-public-ip', { region: '@/etc/passwd' }, 'region: The value isn’t valid.'],
  ['cluster-public-ip', { size: '--tags' }, 'size: The value isn’t valid.'],
  ['cluster-public-ip', { workspace: workspaceIn('@x') }, 'workspace: The value must be the resource ID of'],
  ['cluster-public-ip', { workspace: workspaceIn('..') }, 'workspace: The value must be the resource ID of'],
  ['cluster-public-ip', { subnet: 'snet-training' }, 'subnet: The value must be the resource ID of'],
  ['cluster-public-ip', { name: '-' }, 'name: '],
  ['cluster-public-ip', { publicIp: 'no' }, 'publicIp: The value isn’t valid.'],
  ['cluster-public-ip', { nodes: { min: 5, max: 4, idleMinutes: 2, priority: 'Dedicated' } }, 'nodes.min: '],
  ['cluster-public-ip', { tags: { 'azure-x': 'y' } }, 'tags.azure-x: '],
  ['cluster-public-ip', { identity: 'me' }, 'identity: The value must be the resource ID of'],
  [
    'cluster-public-ip',
    { ssh: { user: 'anna', publicKey: privateKey, publicPort: false } },
    'ssh.publicKey: ',
  ],
  ['instance-no-public-ip', { nodes: { min: 0 } }, 'nodes: This isn’t part of a plan'],
  ['instance-no-public-ip', { region: 'northeurope' }, 'region: An instance is in the region'],
  ['instance-no-public-ip', { idleShutdownMinutes: 5 }, 'idleShutdownMinutes: The value must be from 15'],
  ['instance-no-public-ip', { setupScript: { runs: 'creation', path: '../x.sh' } }, 'setupScript.path: '],
  [
    'databricks',
    { access: { workspaceUrl: 'https://x' } },
    'access.workspaceUrl: The value must be a host name',
  ],
  ['virtual-machine', { access: { workspaceUrl: 'x.net' } }, 'access: Azure Databricks needs workspaceUrl.'],
  ['virtual-machine', { target: samplePlans['cluster-public-ip']?.subnetId }, 'target: The value must be'],
])('%s with %j: %s', (name, change, fault) => {
  const faults = faultsOf(name, change);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${fault.replace(/[.()]/g, '\\$&')}`));
  expect(faults.join()).not.toContain('SECRET');
});

it.each([[[]], [null], ['text'], [3]])('%j isn’t a plan file', (json) => {
  expect(decodePlan(json)).toMatchObject({ is: 'faults', faults: [{ path: '' }] });
});

/** After an intended change, `npx vitest run test/unit/plan-file -u` writes the file again. */
it('matches the schema for editors', async () => {
  const text = `${JSON.stringify({ title: 'Plan of Secured AML Compute', ...schema }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../media/amlplan.schema.json');
});

it.each<[string, string]>([
  ['{"version": 1,\n "kind": "cluster" "name": 1}', '2 : A comma is missing.'],
  ['{\n // mine\n "version": 1}', '2 : Plan files are JSON, so they can’t contain comments'],
  ['{"version": 1,\n"version": 7}', '2 version: This is in the file twice.'],
  ['[]', '1 : This isn’t a plan file'],
  ['\uFEFF{\r\n"version": 7}', '2 version: The version must be 1.'],
  [`{"a": ${'['.repeat(400)}`, '1 : '],
  ['', '1 : A value is missing.'],
  [' '.repeat(1_000_001), '1 : The plan file is too long.'],
])('the text %j is refused with its line', (text, expected) => {
  const read = readPlanText(text);
  const faults = read.is === 'plan' ? [] : read.faults;
  const shown = faults.map(({ line, path, because }) => `${line} ${path}: ${formatReason(say, because)}`);
  expect(shown[0]).toContain(expected);
});

it('a fault has the line of its member, or of its group if the member is missing', () => {
  const plan = JSON.parse(planFileText(samplePlans['cluster-public-ip']!)) as { nodes: object };
  const text = JSON.stringify({ ...plan, nodes: { ...plan.nodes, max: 0 }, password: 'x' }, null, 2);
  const read = readPlanText(text);
  const lines = read.is === 'plan' ? [] : read.faults.map(({ line }) => text.split('\n')[line - 1]?.trim());
  expect(lines).toEqual(['"max": 0,', '"password": "x"']);
});

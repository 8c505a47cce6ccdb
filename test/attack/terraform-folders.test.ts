import { symlink, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../src/cli/files/node-disk';
import { resolveTerraform } from '../../src/cli/resolve/resolve-terraform';
import { readTerraformPlan } from '../../src/documents/terraform/plan/read-plan';
import { toEvaluatedResources } from '../../src/documents/terraform/providers/to-evaluated-resources';
import { evaluationLimits } from '../../src/documents/evaluate/limits';
import { evaluatedHcl, terraformFolder } from '../support/terraform-folder';
import { messagesIn } from '../support/messages-in';

/** Maximum seconds for each input. */
const most = 4;

function secondsOf(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000_000;
}

const ten = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';

/** Nested loops with 10^`depth` iterations. */
const nested = (depth: number): string =>
  depth === 0 ? '1' : `[for a${depth} in ${ten} : ${nested(depth - 1)}]`;

/** Locals that each contain the previous one twice. */
const doubled = (type: (name: string) => string): string =>
  `locals {\n  l0 = ["x"]\n${Array.from({ length: 60 }, (_, at) => `  l${at + 1} = ${type(`local.l${at}`)}`).join('\n')}\n}\nresource "t" "r" { v = local.l60 }`;

const modules = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      at === 0 ? 'main.tf' : `m${at}/main.tf`,
      ['a', 'b', 'c']
        .map((name) => `module "${name}" {\n  source = "${at === 0 ? '.' : '..'}/m${at + 1}"\n}`)
        .concat('resource "t" "r" {}')
        .join('\n'),
    ]),
  );

describe('a small folder needs a bounded amount of work', () => {
  test.each([
    ['loops in loops', `resource "t" "r" { v = ${nested(9)} }`],
    ['values that double', doubled((of) => `concat(${of}, ${of})`)],
    ['values in values', doubled((of) => `[${of}, ${of}]`)],
    ['texts that double', doubled((of) => `["\${join("", ${of})}\${join("", ${of})}"]`)],
    ['a product of sets', `resource "t" "r" { v = setproduct(${Array(12).fill(ten).join(', ')}) }`],
    ['a count', 'resource "t" "r" { count = 1000000000 }'],
    ['a range', 'resource "t" "r" { v = range(1000000000) }'],
    ['nested dynamic blocks', `resource "t" "r" ${dynamics(8)}`],
    ['a regular expression', `resource "t" "r" { v = regex("(a*)*(a*)*b", "${'a'.repeat(20_000)}") }`],
    ['many matches', `resource "t" "r" { v = regexall("a.*b|a", "${'a'.repeat(20_000)}") }`],
    ['repeats in repeats', 'resource "t" "r" { v = regex("(((a{1000}){1000}){1000})", "a") }'],
    ['conditions in conditions', `resource "t" "r" { v = ${'true ? 1 : ('.repeat(100)}1${')'.repeat(100)} }`],
    ['a long sum', `resource "t" "r" { v = ${'1 + '.repeat(20_000)}1 }`],
    ['a long traversal', `resource "t" "r" { v = t.r${'.a'.repeat(20_000)} }`],
  ])('%s', (_, text) => {
    expect(secondsOf(() => terraformFolder(text))).toBeLessThan(most);
  });

  test('modules that each call three others', () => {
    let leavesOut = false;
    const seconds = secondsOf(() => ({ leavesOut } = terraformFolder(modules(30))));
    expect(seconds).toBeLessThan(2 * most);
    expect(leavesOut).toBe(true);
  });
});

/** Returns a plan with modules whose outputs each refer to all outputs of the next one, with truncated names. */
function doublingPlan(depth: number): string {
  const outputs = (references: readonly string[]) =>
    Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { expression: { references } }]));
  let module: object = { outputs: outputs(['azurerm_subnet.a.id']) };
  for (let at = 0; at < depth; at += 1) {
    module = { outputs: outputs(['module.m', 'var.x']), module_calls: { m: { module } } };
  }
  const planned = { address: 't.r', mode: 'managed', type: 't', name: 'r', values: {} };
  const expressions = { subnet_id: { references: ['module.m', 'var.x'] } };
  return JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: [planned] } },
    resource_changes: [{ address: 't.r', change: { after_unknown: { subnet_id: true } } }],
    configuration: {
      root_module: {
        resources: [{ ...planned, expressions }],
        module_calls: { m: { module } },
      },
    },
  });
}

/** Returns a plan with an expression of many references. */
function manyReferences(count: number): string {
  const references = Array.from({ length: count }, (_, at) => `azurerm_subnet.s${String(at)}.id`);
  const module = doublingPlan(0);
  return module.replace('"references":["module.m","var.x"]', `"references":${JSON.stringify(references)}`);
}

test.each([
  ['outputs that double', doublingPlan(28)],
  ['many references', manyReferences(60_000)],
])('a plan needs work in proportion to its size: %s', (_, text) => {
  const seconds = secondsOf(() => expect(readTerraformPlan('plan.json', text).resources).toHaveLength(1));
  expect(seconds).toBeLessThan(most);
});

test('rules and NSGs that could each belong to each other need bounded work', () => {
  const numbers = Array.from({ length: 3000 }, (_, at) => at);
  const group = { resource_group_name: 'rg', location: 'northeurope' };
  const named = (type: string, name: string, values: object) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    values: { ...group, ...values },
  });
  const resources = numbers.flatMap((at) => [
    named('azurerm_network_security_group', `g${at}`, { name: `nsg-${at}` }),
    named('azurerm_network_security_rule', `r${at}`, { name: `rule-${at}` }),
  ]);
  const text = JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } });
  const read = readTerraformPlan('plan.json', text).resources;
  let leavesOut = false;
  const seconds = secondsOf(() => ({ leavesOut } = toEvaluatedResources(read)));
  expect(seconds).toBeLessThan(most);
  expect(leavesOut).toBe(true);
});

function dynamics(depth: number): string {
  if (depth === 0) return '{}';
  return `{\n  dynamic "d" {\n    for_each = ${ten}\n    content ${dynamics(depth - 1)}\n  }\n}`;
}

test('an unevaluated value is unknown with a fault, and never absent', () => {
  const limits = { ...evaluationLimits, steps: 20_000 };
  const folder = terraformFolder(`resource "t" "r" {\n  a = ${nested(9)}\n  b = 1\n}`, { limits });
  const [resource] = folder.resources;
  expect(resource?.values.members.get('a')?.is).toBe('unknown');
  expect(folder.faults.map(({ key }) => key)).toContain('unknown.tooComplex');
});

test.each([
  'file("../secret")',
  'file("/etc/passwd")',
  'templatefile("../x", {})',
  'file("~/.ssh/id_rsa.pub")',
])('%s isn’t read', (call) => {
  expect(evaluatedHcl(call)).toEqual({ $unknown: 'unknown.file.outside' });
});

describe('links in a Terraform folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'terraform-'));
    await mkdir(join(folder, 'outside'));
    await mkdir(join(folder, 'project'));
    await writeFile(join(folder, 'outside', 'main.tf'), 'output "x" { value = "outside" }');
    await writeFile(join(folder, 'outside', 'secret.txt'), 'secret');
    await symlink(join(folder, 'outside'), join(folder, 'project', 'linked'));
    await symlink(join(folder, 'outside', 'secret.txt'), join(folder, 'project', 'text'));
    await writeFile(join(folder, 'project', 'inside.txt'), 'resource "t" "linked" {}');
    await symlink('inside.txt', join(folder, 'project', 'inside.tf'));
    await symlink(join(folder, 'outside', 'main.tf'), join(folder, 'project', 'outside.tf'));
    await writeFile(
      join(folder, 'project', 'main.tf'),
      'module "m" { source = "./linked" }\nresource "t" "r" {\n  a = module.m.x\n  b = file("text")\n}\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('that leave the folder aren’t followed, and are reported', async () => {
    const project = join(folder, 'project');
    const { out, faults } = await resolveTerraform(
      nodeDisk,
      {
        file: project,
        configurations: ['main.tf'],
        root: project,
        params: undefined,
        noParams: false,
        subscriptionId: undefined,
        resourceGroup: undefined,
        location: undefined,
        tenantId: undefined,
        deploymentName: undefined,
        terraform: { files: [], values: new Map() },
      },
      messagesIn('en'),
    );
    expect(out).not.toMatch(/secret"|"outside"/);
    const { resources } = JSON.parse(out);
    expect(Object.keys(resources['t.r'].values.a)).toEqual(['$unknown']);
    expect(resources).toHaveProperty(['t.linked']);
    expect(faults.filter((one) => one.includes('outside.tf'))).toHaveLength(1);
  });
});

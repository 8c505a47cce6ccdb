import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { CodeContext } from '../../../src/plans/code/code-context';
import { codeFormFault, codeForms } from '../../../src/plans/code/code-forms';
import type { ComputePlan, ResourceTag } from '../../../src/plans/compute-plan';
import { caseCount } from '../../support/case-count';
import { ran } from '../cli/ran';
import {
  codeFacts,
  pythonCalls,
  pythonFaults,
  terraformFaults,
  valueFaults,
  yamlFaults,
  yamlInScript,
} from './form-faults';
import { newNetworkPlan } from './new-network-plans';
import {
  clusterPlan,
  context,
  endpointFix,
  instancePlan,
  linkFix,
  planSubscription,
  routeFix,
  ruleFix,
  sayStrictly,
} from './sample-plans';
import { rsa2048 } from './ssh-keys';

/*
 * Random plans, whose names, tags, and comments have quotes, signs of each language, and letters of other alphabets.
 * Optional values are there, empty, or absent. The network exists, is created, or is the workspace's own.
 */

interface Case {
  readonly plan: ComputePlan;
  readonly around: CodeContext;
}

/** Text with characters that have a meaning in one of the languages. */
const signs = [
  '"',
  "'",
  '\\',
  '${',
  '%{',
  '$(id)',
  '`',
  '#',
  ': ',
  '- ',
  '!',
  '~',
  '*',
  '\t',
  'é',
  '日',
  ' ',
];
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...signs), fc.constantFrom('no', 'null', '1', 'a', 'Z', '.')),
  maxLength: 6,
});
const tagName = text
  .map((one) => one.replaceAll(/[<>%&\\?/]/g, ''))
  .filter((one) => one !== '' && one === one.trim());
const tags = fc
  .uniqueArray(fc.record({ name: tagName, value: text }), {
    maxLength: 3,
    selector: ({ name }) => name.toLowerCase(),
  })
  .map((all): readonly ResourceTag[] => all);

const group = fc.constantFrom('rg-ml-prod', 'RG.(net)_1', 'rg_a', 'rg-1', 'rg-b', 'rg-prüfung', 'rg-計算');
const subnet = fc.constantFrom('snet-training', 'Subnet_1.a', 'default');
const commentOfKey = text.map((one) => one.replaceAll(/[\t#]/g, '').trim());

const options = fc.record({
  tags,
  ssh: fc.option(
    fc.record({
      publicPort: fc.boolean(),
      adminUser: fc.constantFrom('anna', 'azureuser'),
      publicKey: commentOfKey.map((one) => `ssh-rsa ${rsa2048} ${one}`.trim()),
    }),
  ),
  identity: fc.oneof(
    fc.constant({ is: 'none' } as const),
    fc.constant({ is: 'system' } as const),
    group.map((one) => ({
      is: 'user' as const,
      id: `${planSubscription}/resourceGroups/${one}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-1`,
    })),
  ),
  publicIp: fc.boolean(),
});

const clusters = fc
  .record({
    min: fc.integer({ min: 0, max: 3 }),
    more: fc.integer({ min: 1, max: 9 }),
    idleMinutes: fc.integer({ min: 1, max: 600 }),
    priority: fc.constantFrom('Dedicated' as const, 'LowPriority' as const),
  })
  .map(({ min, more, ...rest }) => ({ ...clusterPlan, nodes: { min, max: min + more, ...rest } }));

const instances = fc
  .record({
    assignedTo: fc.option(
      fc.record({
        objectId: fc.uuid({ version: 4 }),
        tenantId: fc.uuid({ version: 4 }),
      }),
    ),
    idleShutdownMinutes: fc.option(fc.constantFrom(15, 60, 4320)),
    schedule: fc.option(
      fc
        .record({
          days: fc.constantFrom('everyDay' as const, 'weekdays' as const),
          start: fc.option(fc.constantFrom('08:00', '00:05')),
          stop: fc.option(fc.constantFrom('18:30', '23:59')),
          timeZone: fc.constantFrom('UTC', 'W. Europe Standard Time'),
        })
        .filter(({ start, stop }) => start !== null || stop !== null),
    ),
    setupScript: fc.option(
      fc.record({
        runs: fc.constantFrom('creation' as const, 'startup' as const),
        path: fc.constantFrom("Users/anna's/setup.sh", 'Users/zoë/a b.sh'),
        arguments: fc.oneof(fc.constant(''), text),
      }),
    ),
  })
  .map((more): ComputePlan => ({ ...instancePlan, ...more }));

/** Plans in an existing network, with fixes, or in the workspace's own. */
const existing = fc
  .record({
    network: group,
    subnet,
    fixes: fc.subarray([ruleFix, routeFix, linkFix, endpointFix]),
    managed: fc.boolean(),
  })
  .map((given) => (plan: ComputePlan): Case => {
    const id = `${planSubscription}/resourceGroups/${given.network}/providers/Microsoft.Network/virtualNetworks/vnet_1/subnets/${given.subnet}`;
    const place = given.managed ? { subnetId: null, publicIp: false } : { subnetId: id, fixes: given.fixes };
    return { plan: { ...plan, ...place }, around: context };
  });

/** Plans in a network that the files create, alone or peered. */
const created = fc
  .record({ group, peer: fc.option(fc.record({ group, zones: group }), { nil: undefined }), name: subnet })
  .map((given) => (plan: ComputePlan): Case => {
    const { kind, publicIp } = plan;
    const network = { subnetName: given.name };
    const made = newNetworkPlan({
      kind,
      publicIp,
      group: given.group,
      network,
      ...(given.peer ? { peer: given.peer } : {}),
    });
    return {
      plan: { ...made.plan, ...plan, subnetId: made.plan.subnetId, fixes: made.plan.fixes },
      around: made.context,
    };
  });

const cases = fc
  .record({ kind: fc.oneof(clusters, instances), options, place: fc.oneof(existing, created) })
  .map(({ kind, options: { ssh, ...rest }, place }) =>
    place({ ...kind, ...rest, ssh: sshOf(ssh, rest.publicIp) }),
  );

function sshOf(ssh: ComputePlan['ssh'], publicIp: boolean): ComputePlan['ssh'] {
  return ssh && { ...ssh, publicPort: ssh.publicPort && publicIp };
}

const all = fc.sample(cases, { numRuns: caseCount(100, 1000), seed: 41 });
const tagsOf = ({ plan }: Case): object =>
  Object.fromEntries(plan.tags.map(({ name, value }) => [name, value]));

function written(form: 'terraform' | 'yaml' | 'python' | 'az', { plan, around }: Case) {
  return codeFormFault(form, { ...around, ...plan })
    ? []
    : codeForms[form].write(plan, around, sayStrictly).files;
}

it('Terraform has arguments and values that the providers accept, and the values of the plan', async () => {
  const faults: unknown[] = [];
  let refused = 0;
  for (const one of all) {
    const files = written('terraform', one);
    refused += files.length === 0 ? 1 : 0;
    if (files.length === 0) continue;
    faults.push(...files.flatMap(({ text: code }) => terraformFaults(code)));
    const texts = Object.fromEntries(files.map(({ name, text: code }) => [name, code]));
    const { out } = await ran('resolve .', texts);
    const { resources } = JSON.parse(out) as { resources: Readonly<Record<string, Resolved>> };
    faults.push(...Object.values(resources).flatMap(({ type, values }) => valueFaults(type, values)));
    const compute = Object.entries(resources).find(([address]) => address.endsWith('.compute'))?.[1].values;
    expect(compute).toMatchObject({ name: one.plan.name });
    expect(compute?.['tags'] ?? {}).toEqual(tagsOf(one));
    expect(JSON.stringify(compute)).toContain(JSON.stringify(one.plan.ssh?.publicKey ?? '').slice(1, -1));
  }
  expect(faults).toEqual([]);
  // Names that azurerm refuses are some of all.
  expect(refused).toBeLessThan(all.length * 0.8);
});

interface Resolved {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

it('YAML has keys that the CLI accepts, and the tags and the key of the plan', () => {
  for (const one of all) {
    const [file] = written('yaml', one).filter(({ name }) => name.endsWith('.yml'));
    expect(yamlFaults(file?.text ?? '')).toEqual([]);
    expectYaml(file?.text ?? '', one);
  }
});

function expectYaml(code: string, one: Case): void {
  const read = load(code) as Readonly<Record<string, unknown>>;
  expect(read['tags'] ?? {}).toEqual(tagsOf(one));
  const { ssh_settings: ssh } = read as { readonly ssh_settings?: { readonly ssh_key_value?: string } };
  expect(ssh?.ssh_key_value).toBe(one.plan.ssh?.publicKey);
}

it('Python has arguments that the constructors accept, and the tags and the key of the plan', () => {
  const calls = pythonCalls(all.map((one) => written('python', one)[0]?.text ?? ''));
  for (const [at, found] of (calls ?? []).entries()) {
    const one = all[at]!;
    expect(pythonFaults(found)).toEqual([]);
    const compute = found.find(({ name }) => name === 'AmlCompute' || name === 'ComputeInstance');
    expect(compute?.values['tags'] ?? {}).toEqual(tagsOf(one));
    const keys = found.map(({ values }) => values['ssh_key_value']).filter((key) => key !== undefined);
    expect(keys).toEqual(one.plan.ssh ? [one.plan.ssh.publicKey] : []);
  }
});

/** Runs a script with a program in place of the Azure CLI, and returns the command lines that it gets. */
function commandsOf(script: string): readonly (readonly string[])[] | undefined {
  const instead = `az() {
  printf '%s\\0' "$@" >&3; printf '\\n\\0' >&3
  if [ "$1" = rest ]; then echo NotFound; return 1; fi
  local file=; while [ $# -gt 0 ]; do if [ "$1" = --file ]; then file=$2; fi; shift; done
  if [ -n "$file" ] && [ -e "$file" ]; then printf 'YAML\\0' >&3; cat "$file" >&3; printf '\\0\\n\\0' >&3; fi
}
`;
  const { error, status, output, stderr } = spawnSync('bash', [], {
    input: instead + script,
    encoding: 'utf8',
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  if (error) return undefined;
  if (status !== 0) throw new Error(stderr);
  const words = (output[3] ?? '').split('\0');
  return words.reduce<string[][]>(
    (lines, word) =>
      word === '\n' ? [...lines, []] : [...lines.slice(0, -1), [...(lines.at(-1) ?? []), word]],
    [[]],
  );
}

it('az has flags that exist, and what Bash passes has the settings of the plan', () => {
  for (const one of all.slice(0, caseCount(40, 1000))) {
    const [script = ''] = written('az', one).map(({ text: code }) => code);
    expect(yamlInScript(script).flatMap(yamlFaults)).toEqual([]);
    const lines = commandsOf(script);
    if (lines === undefined) return;
    expect(lines.flatMap(unknownFlags)).toEqual([]);
    const yaml = lines.find(([first]) => first === 'YAML')?.[1];
    if (yaml !== undefined) expectYaml(yaml, one);
    else expectFlags(lines.find((line) => line.join(' ').startsWith('ml compute create')) ?? [], one.plan);
  }
});

/** Returns the flags of a command of the ml extension that it doesn't have. */
function unknownFlags(line: readonly string[]): readonly string[] {
  if (line[0] !== 'ml') return [];
  const known = codeFacts.az[`az ${line.slice(0, 3).join(' ')}`] ?? [];
  return line.flatMap((word) => /^--[a-z-]+/.exec(word) ?? []).filter((flag) => !known.includes(flag));
}

function expectFlags(create: readonly string[], { vmSize, subnetId, tags: planned }: ComputePlan): void {
  expect(create).toContain(`--size=${vmSize}`);
  const subnets = create.filter((word) => word.startsWith('--subnet='));
  expect(subnets).toEqual(subnetId === null ? [] : [`--subnet=${subnetId}`]);
  const at = create.indexOf('--tags') + 1;
  const passed = create.slice(at, at + planned.length);
  expect(passed).toEqual(planned.map(({ name, value }) => `${name}=${value}`));
}

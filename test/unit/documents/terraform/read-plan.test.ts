import { describe, expect, it } from 'vitest';
import { isTerraformPlan, readTerraformPlan } from '../../../../src/documents/terraform/plan/read-plan';
import { planText, type PlannedResource } from './plan-text';

function argumentOf(resources: readonly PlannedResource[], address: string, name: string) {
  const { resources: read } = readTerraformPlan('plan.json', planText({ resources }));
  return read.find((one) => one.address === address)?.values.members.get(name);
}

const association = 'azurerm_subnet_network_security_group_association';

describe('a value that isn’t known before apply is a reference of the configuration', () => {
  it('it’s the ID of another resource', () => {
    const one = {
      address: `${association}.a`,
      values: {},
      unknown: { subnet_id: ['azurerm_subnet.a.id', 'azurerm_subnet.a'] },
    };
    expect(argumentOf([one], one.address, 'subnet_id')).toMatchObject({
      is: 'unknown',
      symbol: 'azurerm_subnet.a.id',
    });
  });

  it('an index with each.key is the key of the instance', () => {
    const one = {
      address: `${association}.a["train"]`,
      values: {},
      unknown: { subnet_id: ['azurerm_subnet.all', 'each.key'] },
    };
    expect(argumentOf([one], one.address, 'subnet_id')).toMatchObject({
      symbol: 'azurerm_subnet.all["train"].id',
    });
  });

  it('each.value is an item of the for_each resource', () => {
    const one = {
      address: `${association}.a["train"]`,
      values: {},
      unknown: { subnet_id: ['each.value.id', 'each.value'] },
      forEach: ['azurerm_subnet.all'],
    };
    expect(argumentOf([one], one.address, 'subnet_id')).toMatchObject({
      symbol: 'azurerm_subnet.all["train"].id',
    });
  });

  it('two possible references are ambiguous, so it’s neither', () => {
    const both = ['azurerm_subnet.a.id', 'azurerm_subnet.a', 'azurerm_subnet.b.id', 'azurerm_subnet.b'];
    const one = { address: `${association}.a`, values: {}, unknown: { subnet_id: both } };
    expect(argumentOf([one], one.address, 'subnet_id')).toMatchObject({ is: 'unknown', symbol: null });
  });

  it('a local value isn’t resolved, because the plan doesn’t contain it', () => {
    const one = { address: `${association}.a`, values: {}, unknown: { subnet_id: ['local.subnet'] } };
    expect(argumentOf([one], one.address, 'subnet_id')).toMatchObject({ symbol: null });
  });

  it.each([
    [
      'a local value next to it is possible too',
      ['azurerm_subnet.a.id', 'azurerm_subnet.a', 'local.subnet'],
      null,
    ],
    [
      'a variable of the root is known',
      ['azurerm_subnet.a.id', 'azurerm_subnet.a', 'var.subnet'],
      'azurerm_subnet.a.id',
    ],
    [
      'a value of the instance isn’t its key',
      ['azurerm_subnet.all', 'each.value.subnet', 'each.value'],
      'azurerm_subnet.all.id',
    ],
    [
      'a key next to a value of the instance isn’t the index',
      ['azurerm_subnet.all', 'each.key', 'each.value'],
      'azurerm_subnet.all.id',
    ],
  ])('%s', (_, references, symbol) => {
    const one = {
      address: `${association}.a["train"]`,
      values: {},
      unknown: { subnet_id: references },
      forEach: ['var.subnets'],
    };
    expect(argumentOf([one], one.address, 'subnet_id')).toMatchObject({ symbol });
  });

  it('a computed attribute without a value isn’t set', () => {
    const one = { address: 'azurerm_machine_learning_compute_cluster.a', values: { name: 'cpu' } };
    expect(argumentOf([one], one.address, 'id')).toBeUndefined();
  });
});

describe('references between modules', () => {
  const output = { expression: { references: ['azurerm_subnet.a.id', 'azurerm_subnet.a'] } };
  const module = (expressions: unknown) => ({
    planned_values: {
      root_module: {
        child_modules: [
          {
            address: 'module.use',
            resources: [
              {
                address: `module.use.${association}.x`,
                mode: 'managed',
                type: association,
                name: 'x',
              },
            ],
          },
        ],
      },
    },
    resource_changes: [
      { address: `module.use.${association}.x`, change: { after_unknown: { subnet_id: true } } },
    ],
    configuration: {
      root_module: {
        module_calls: {
          net: { module: { outputs: { training: output, name: { expression: {} } } } },
          use: {
            expressions,
            module: {
              resources: [
                {
                  mode: 'managed',
                  type: association,
                  name: 'x',
                  expressions: { subnet_id: { references: ['var.subnet'] } },
                },
              ],
            },
          },
        },
      },
    },
  });
  const symbolOf = (references: readonly string[]) => {
    const text = planText({ resources: [], more: module({ subnet: { references } }) });
    return readTerraformPlan('plan.json', text).resources[0];
  };

  it('a variable is resolved to the argument of the call, and an output to the resource', () => {
    const found = symbolOf(['module.net.training', 'module.net']);
    expect(found?.values.members.get('subnet_id')).toMatchObject({
      symbol: 'module.net.azurerm_subnet.a.id',
    });
    expect(found?.modules).toEqual(['use']);
  });

  it('an output with a truncated name is the only one that matches', () => {
    expect(symbolOf(['module.net', 'each.key'])?.values.members.get('subnet_id')).toMatchObject({
      symbol: 'module.net.azurerm_subnet.a.id',
    });
  });
});

it.each(['sensitive_values', 'after_sensitive'])('a value in %s isn’t read', (list) => {
  const one = {
    address: 'azurerm_subnet.a',
    values: { name: 'secret-name' },
    sensitive: { name: true as const },
  };
  const text = planText({ resources: [one] });
  const planned =
    list === 'sensitive_values' ? text : text.replace('"sensitive_values":{"name":true}', '"x":0');
  const changed = planned.replace('"after_unknown":', '"after_sensitive":{"name":true},"after_unknown":');
  const plan = readTerraformPlan('plan.json', list === 'sensitive_values' ? planned : changed);
  expect(plan.resources[0]?.values.members.get('name')).toMatchObject({ is: 'unknown' });
});

it('values have their range in the file', () => {
  const resources = [{ address: 'azurerm_subnet.a', values: { name: 'snet-a' } }];
  const text = planText({ resources });
  const { resources: read } = readTerraformPlan('plan.json', text);
  const from = read[0]?.values.members.get('name')?.from;
  expect(text.slice(from?.start, from?.end)).toBe('"snet-a"');
  expect(text.slice(read[0]?.namePlace.start, read[0]?.namePlace.end)).toBe('"azurerm_subnet.a"');
});

it('data sources that were already read come from the prior state', () => {
  const prior = { values: { root_module: { resources: [dataSource] } } };
  const text = planText({ resources: [], more: { prior_state: prior } });
  expect(readTerraformPlan('plan.json', text).resources).toMatchObject([{ mode: 'data', name: 'hub' }]);
});

const dataSource = {
  address: 'data.azurerm_virtual_network.hub',
  mode: 'data',
  type: 'azurerm_virtual_network',
  name: 'hub',
  values: { name: 'vnet-hub' },
};

describe('an incomplete plan', () => {
  it('another format is an error', () => {
    const { resources, errors } = readTerraformPlan('p', '{"format_version":"2.0","planned_values":{}}');
    expect(resources).toEqual([]);
    expect(errors.map(({ key }) => key)).toEqual(['documents.terraform.format']);
  });

  it.each([
    ['a resource without a name', { resources: [{ address: 't.r', type: 't' }] }],
    ['no root module', undefined],
  ])('%s', (_, root_module) => {
    const { errors } = readTerraformPlan(
      'p',
      JSON.stringify({ format_version: '1.2', planned_values: { root_module } }),
    );
    expect(errors.map(({ key }) => key)).toEqual(['documents.terraform.entry']);
  });

  it('a plan that failed, and one with targets, have errors', () => {
    const errorsOf = (more: Record<string, unknown>) =>
      readTerraformPlan('p', planText({ resources: [], more })).errors.map(({ key }) => key);
    expect(errorsOf({ errored: true, complete: false })).toEqual(['documents.terraform.errored']);
    expect(errorsOf({ complete: false })).toEqual(['documents.terraform.incomplete']);
    expect(errorsOf({ complete: true, errored: false })).toEqual([]);
  });

  it.each(['', '{', '{"format_version":"1.2","planned_values":', '{"format_version":"1.2","values":7}'])(
    'reads %j without an exception',
    (text) => {
      expect(readTerraformPlan('p', text).resources).toEqual([]);
    },
  );

  it('a cycle of modules ends', () => {
    const one = { address: `${association}.a["x"]`, values: {}, unknown: { subnet_id: ['each.value'] } };
    expect(argumentOf([{ ...one, forEach: ['each.value'] }], one.address, 'subnet_id')).toMatchObject({
      symbol: null,
    });
  });
});

it('recognizes plans and states, and nothing else', () => {
  expect(isTerraformPlan(planText({ resources: [] }))).toBe(true);
  expect(isTerraformPlan('{"format_version":"1.0","values":{"root_module":{}}}')).toBe(true);
  expect(isTerraformPlan('{"$schema":"x","resources":[]}')).toBe(false);
  expect(isTerraformPlan('resource "a" "b" {}')).toBe(false);
});

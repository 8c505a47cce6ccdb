import { describe, expect, test } from 'vitest';
import { ran } from './ran';

/* Files without Azure resources: what was read isn't called checked, whatever the kind of file or report. */

const otherPlan = JSON.stringify({
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        {
          address: 'aws_vpc.a',
          mode: 'managed',
          type: 'aws_vpc',
          name: 'a',
          values: { cidr_block: '10.0.0.0/16' },
        },
      ],
    },
  },
  configuration: { root_module: {} },
});

const read: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  ['an empty Bicep file', { 'a/main.bicep': '' }],
  ['a Bicep file without resources', { 'a/main.bicep': 'param a string\n' }],
  [
    'a template without resources',
    {
      'a/main.json':
        '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": []}',
    },
  ],
  ['Terraform without resources', { 'a/main.tf': 'variable "a" {}\n' }],
  [
    'Terraform of another provider',
    { 'a/main.tf': 'resource "aws_vpc" "a" {\n  cidr_block = "10.0.0.0/16"\n}\n' },
  ],
  ['a plan of another provider', { 'a/plan.json': otherPlan }],
  [
    'modules without resources',
    { 'a/main.bicep': "module b 'b.bicep' = {\n  name: 'b'\n}\n", 'a/b.bicep': "output c string = ''\n" },
  ],
];

describe.each(read)('%s', (_, files) => {
  test('the report states that nothing was checked', async () => {
    const { out, code } = await ran('check a', files);
    expect(out).toMatch(/^The files don’t contain Azure resources, so nothing was checked\./m);
    expect(out).toMatch(/^Nothing checked in \d files?$/m);
    expect(out).not.toContain('No errors');
    expect(code).toBe(0);
  });

  test('JSON lists the files', async () => {
    const { out } = await ran('check a --format json', files);
    const { summary } = JSON.parse(out) as { summary: { withoutResources: string[] } };
    expect(summary.withoutResources).toEqual(Object.keys(files).sort());
  });

  test('JUnit skips them, and SARIF has a note', async () => {
    const junit = await ran('check a --format junit', files);
    expect(junit.out).not.toContain('No findings');
    expect(junit.out).toContain(
      '<skipped message="This file doesn’t contain Azure resources, so nothing in it was checked." />',
    );
    const sarif = await ran('check a --format sarif', files);
    const { runs } = JSON.parse(sarif.out) as {
      runs: {
        invocations: { executionSuccessful: boolean; toolExecutionNotifications?: { level: string }[] }[];
      }[];
    };
    const invocation = runs[0]?.invocations[0];
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications?.map(({ level }) => level)).toEqual(['note']);
  });

  test('the summary line of pipelines states it too', async () => {
    for (const format of ['github', 'azure-pipelines', 'markdown']) {
      expect((await ran(`check a --format ${format}`, files)).out).toMatch(/Nothing checked in \d files?/);
    }
  });
});

test.each([
  ['package.json', '{"name": "package"}'],
  ['main.parameters.json', '{"contentVersion": "1.0.0.0", "parameters": {"a": {"value": 1}}}'],
  ['pipeline.yml', 'name: pipeline\n'],
])('%s, named alone, isn’t readable', async (name, text) => {
  const { code, error } = await ran(`check ${name}`, { [name]: text });
  expect(code).toBe(3);
  expect(error).toContain(name);
});

test('a folder with only a parameter file, or without any file, states that nothing was checked', async () => {
  const parameters =
    '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", "contentVersion": "1.0.0.0", "parameters": {}}';
  for (const files of [{ 'a/main.parameters.json': parameters }, { 'a/pipeline.yml': 'name: a\n' }]) {
    const { out } = await ran('check a', files);
    expect(out).toMatch(/^Nothing checked in 0 files$/m);
  }
});

test('files next to one with resources are counted, and listed in JSON', async () => {
  const files = {
    'a/main.bicep':
      "resource a 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {\n  name: 'st'\n}\n",
    'a/other.bicep': 'param a string\n',
  };
  expect((await ran('check a', files)).out).toContain('No errors in 2 files');
  const { out } = await ran('check a --format json', files);
  const { summary } = JSON.parse(out) as { summary: { withoutResources: string[] } };
  expect(summary.withoutResources).toEqual(['a/other.bicep']);
});

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { CodeFormId } from '../../../src/core/code-forms';
import { parseBicep } from '../../../src/documents/bicep/parser/parse';
import { parseHcl } from '../../../src/documents/hcl/parse-hcl';
import { formOfDocument, insertCode } from '../../../src/insert-code/insert-code';
import type { Plan } from '../../../src/plans/compute-plan';
import { attachPlans } from '../plans/attach-plans';
import { clusterPlan, context, instancePlan, samplePlans, sayStrictly } from '../plans/sample-plans';

interface At {
  readonly plan?: Plan;
  readonly indent?: string;
  readonly siblings?: readonly string[];
}

/** Returns the file after the insertion at `|`, or the key of the reason why it isn't possible. */
function inserted(
  form: CodeFormId,
  marked: string,
  { plan = clusterPlan, indent = '  ', siblings = [] }: At = {},
): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = insertCode(form, {
    plan,
    file: { text, offset, indent, siblings },
    context,
    say: sayStrictly,
  });
  if (found.is === 'refused') return found.because.key;
  return text.slice(0, found.at) + found.text + text.slice(found.at);
}

const bicep = `param location string

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'n|sg'
  location: location
}

output id string = nsg.id
`;

describe('in Bicep', () => {
  it('declarations follow the one at the cursor, with names that the file doesn’t have', () => {
    const after = inserted('bicep', bicep);
    expect(parseBicep(after, 'a.bicep').faults).toEqual([]);
    expect(after.indexOf('param location2 string')).toBeGreaterThan(after.indexOf("name: 'nsg'"));
    expect(after.indexOf('resource compute ')).toBeLessThan(after.indexOf('output id'));
    expect(after).toContain('  location: location2\n');
    expect(after).toContain('}\n\n// Compute cluster');
    expect(after).toContain('}\n\noutput id');
    const twice = inserted('bicep', `${after}|`);
    expect(twice).toContain("resource compute2 '");
    expect(twice).toContain('parent: workspace2\n');
  });

  it('an empty file, tabs, and another scope are supported', () => {
    expect(inserted('bicep', '|')).toMatch(/^\/\/ Compute cluster[^]*\n\}\n$/);
    expect(inserted('bicep', '|', { indent: '\t' })).toContain('\n\tparent: workspace\n');
    expect(inserted('bicep', "targetScope = 'subscription'\n|")).toBe('insert.bicepScope');
  });

  it('every plan is inserted', () => {
    for (const plan of Object.values({ ...samplePlans, ...attachPlans })) {
      expect(parseBicep(inserted('bicep', bicep, { plan }), 'a.bicep').faults).toEqual([]);
    }
  });
});

describe('in Terraform', () => {
  const tf = 'variable "location" {}\n\nresource "azurerm_subnet" "a" {\n  name = "x|"\n}\n';

  it('blocks follow the one at the cursor, with names that the folder doesn’t have', () => {
    const siblings = ['data "azurerm_machine_learning_workspace" "workspace" {\n}\n'];
    const after = inserted('terraform', tf, { siblings });
    expect(parseHcl(after, 'a.tf').faults).toEqual([]);
    expect(after).toContain('variable "location_2" {');
    expect(after).toMatch(/location +=\s+var\.location_2\n/);
    expect(after).toContain('data "azurerm_machine_learning_workspace" "workspace_2" {');
    expect(after).toContain('= data.azurerm_machine_learning_workspace.workspace_2.id');
    expect(after).not.toMatch(/provider "|required_providers|^output /m);
    const names = parseHcl(after, 'a.tf').body.blocks.map(({ type, labels }) =>
      [type, ...labels.map((one) => one.text)].join('.'),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('every plan is inserted, unless its subnet or target needs another provider', () => {
    const refused = Object.entries({ ...samplePlans, ...attachPlans }).flatMap(([name, plan]) => {
      // azurerm refuses the quotation mark in the name of this sample's resource group.
      const text = JSON.stringify(plan).replaceAll("rg-(security)'s", 'rg-(security)');
      const after = inserted('terraform', tf, { plan: JSON.parse(text) as typeof plan });
      if (after.startsWith('insert.')) return [`${name}: ${after}`];
      expect(parseHcl(after, 'a.tf').faults).toEqual([]);
      return [];
    });
    expect(refused).toEqual(['cluster-other-region: insert.otherSubscription']);
  });
});

describe('in ARM JSON', () => {
  const template = (resources: string): string =>
    `{\n  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",\n  "contentVersion": "1.0.0.0",\n  "resources": ${resources}\n}\n`;
  const typesIn = (text: string): readonly string[] => {
    const { resources } = JSON.parse(text) as { resources: Record<string, { type: string }> };
    return Object.values(resources).map(({ type }) => type.split('/').at(-1) ?? '');
  };

  it.each([
    ['[|]', ['computes']],
    ['[\n    {"type": "a/b"|}\n  ]', ['b', 'computes']],
    ['[|\n    {"type": "a/b"}\n  ]', ['computes', 'b']],
    ['[\n    {"type": "a/b"},|\n    {"type": "a/c"}\n  ]', ['b', 'computes', 'c']],
    ['{\n    "compute": {"type": "a/b"|}\n  }', ['b', 'computes']],
  ])('a resource is inserted into %j', (resources, types) => {
    for (const plan of [clusterPlan, instancePlan, samplePlans['cluster-all-options']!]) {
      expect(typesIn(inserted('arm', template(resources), { plan }))).toEqual(types);
    }
  });

  it('a resource isn’t inserted elsewhere, nor with a secret', () => {
    expect(inserted('arm', `|${template('[]')}`)).toBe('insert.noResources');
    expect(inserted('arm', '{"a": [|]}')).toBe('insert.noTemplate');
    expect(inserted('arm', template('[|]'), { plan: attachPlans['databricks']! })).toBe('insert.secret');
  });
});

describe('in scripts', () => {
  it('Python has the indentation of the line, and is valid', () => {
    const after = inserted('python', 'def main():\n    a = 1|\n    return a\n', { indent: '    ' });
    expect(after).toContain('\n    ml_client = MLClient(\n        credential=');
    expect(after).toContain('\n\n    return a\n');
    const { error, status } = spawnSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
      input: after,
    });
    expect([0, null]).toContain(error ? null : status);
  });

  it.each<[CodeFormId, string, RegExp]>([
    ['python', 'def main():|\n    return 1\n', /^def main\(\):\n\n {4}# Compute[^]*\n\n {4}return 1\n$/],
    ['python', 'a = 1 + \\|\n    2\nb = 3\n', /^a = 1 \+ \\\n {4}2\n\n# Compute/],
    ['python', 'a = [\n    1,|\n    2,\n]\n', /^insert\.inStatement$/],
    ['python', "a = '['  # (\nb = 1|\n", /^a = '\['[^]*# Compute/],
    ['python', '"""\ntext|\n"""\n', /^insert\.inStatement$/],
    ['az', 'az vm list \\|\n  --output table\n', /^az vm list \\\n {2}--output table\n\n\(\n/],
    ['az', "cat <<'E'\ntext|\nE\n", /^insert\.inStatement$/],
    [
      'python',
      'def f():\n    a = 1\n|\n    b = 2\n',
      /^def f\(\):\n {4}a = 1\n\n {4}# Compute[^]*\n\n {4}b = 2\n$/,
    ],
    ['python', 'if a:\n    b()\n|\nelse:\n    c()\n', /^if a:\n {4}b\(\)\n\n {4}# Compute[^]*\n\nelse:/],
    ['python', '@one|\ndef f(): pass\n', /^insert\.inStatement$/],
    ['python', 'match a:\n|\n    case 1: pass\n', /^insert\.inStatement$/],
    ['az', 'a="b\n|\nc"\n', /^insert\.inStatement$/],
    ['az', 'a=(\n  b|\n)\n', /^insert\.inStatement$/],
    ['az', 'case "$a" in\n  b)|\n    c ;;\nesac\n', /^insert\.inStatement$/],
    ['az', 'for a in b\n|\ndo c; done\n', /^insert\.inStatement$/],
    ['az', "cat <<< a # don't\nb=$((1<<2))\n|", /^cat <<< a[^]*\n\n\(\n/],
    ['bicep', '/*\n|\n*/\n', /^insert\.inStatement$/],
    ['bicep', '|var a = {\n  b: 1\n}\n', /^var a = \{\n {2}b: 1\n\}\n\n\/\/ Compute/],
    ['terraform', '/*\n|\n*/\n', /^insert\.inStatement$/],
    ['terraform', '|locals {\n  b = 1\n}\n', /^locals \{\n {2}b = 1\n\}\n\n# Compute/],
    ['az', "cat <<'E'\ntext\nE\n|", /^cat <<'E'\ntext\nE\n\n\(\n/],
  ])('%s is inserted between statements: %j', (form, text, expected) => {
    expect(inserted(form, text, { indent: '    ' })).toMatch(expected);
  });

  it('Bash is in a subshell, also with a here-document', () => {
    for (const plan of [clusterPlan, samplePlans['instance-all-options']!, attachPlans['databricks']!]) {
      const after = inserted('az', '#!/bin/bash\necho before\n|\necho after\n', { plan });
      expect(after).toMatch(/^#!\/bin\/bash\necho before\n\n\(\n[^]*\n\)\n\necho after\n$/);
      const { error, status, stderr } = spawnSync('bash', ['-n'], { input: after, encoding: 'utf8' });
      expect(error ? [null, ''] : [status, stderr]).toEqual(error ? [null, ''] : [0, '']);
    }
  });

  it('YAML is inserted only into a file without content', () => {
    expect(inserted('yaml', '# mine\n|')).toMatch(/^# mine\n\n# Compute cluster[^]*\$schema: /);
    expect(inserted('yaml', 'a: 1\n|')).toBe('insert.yamlNotEmpty');
    expect(inserted('yaml', '|', { plan: attachPlans['databricks']! })).toBe('write.form.noYaml');
  });
});

it('lines end like the cursor’s line, and a file of another language doesn’t have a form', () => {
  const after = inserted('bicep', "var a = 'b|'\r\nvar c = 'd'\r\n");
  expect(after.startsWith("var a = 'b'\n\n// Compute")).toBe(true);
  expect(formOfDocument('bicep', 'a.txt')).toBe('bicep');
  expect(formOfDocument('plaintext', 'main.tf')).toBe('terraform');
  expect(formOfDocument('plaintext', 'notes.txt')).toBeUndefined();
  expect(formOfDocument('markdown', 'main.bicep')).toBeUndefined();
});

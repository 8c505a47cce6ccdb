import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsedFiles } from '../../../src/documents/source/parsed-files';
import { analyzeFile, type AnalysisResult } from '../../../src/file-checks/analyze-file';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { longBicep, longTemplate, type LongFile } from '../../support/long-files';
import { testAnalysisOptions } from '../../support/analysis-options';
import { collectGarbage } from '../../support/collect-garbage';
import { analyzed, testFileSystem } from './analyzed';

async function analyzedAfter(file: LongFile, text: string, before?: AnalysisResult): Promise<AnalysisResult> {
  const found = await analyzeFile(file.name, testFileSystem({ [file.name]: text }), {
    ...testAnalysisOptions,
    ...(before ? { before } : {}),
  });
  if (!found) throw new Error('not read');
  return found;
}

test.each([longBicep(1000), longTemplate(1000)])(
  '$name: results after each keystroke equal those of a new analysis',
  async (file) => {
    const typed = [
      file.after(1),
      file.after(1).replace("'Deny'", "'Allow'").replace('"Deny"', '"Allow"'),
      `// a comment\n${file.after(1)}`,
      file.after(2).replaceAll('10.40.0.0/16', '10.40.0.0/15'),
      file.after(2).replaceAll('nsg', 'group'),
      file.text.slice(0, file.text.length / 2),
      file.after(3),
    ];
    let last = await analyzedAfter(file, file.text);
    for (const text of typed) {
      last = await analyzedAfter(file, text, last);
      const again = await analyzedAfter(file, text);
      expect(problemsOf(last.check)).toEqual(problemsOf(again.check));
      expect(last.check.subjects.map(({ results, findings }) => ({ results, findings }))).toEqual(
        again.check.subjects.map(({ results, findings }) => ({ results, findings })),
      );
    }
  },
);

test('a changed digit in one NSG keeps the objects of the other NSGs, the networks, and their results', async () => {
  const file = longBicep(1000);
  const before = await analyzedAfter(file, file.text);
  const after = await analyzedAfter(file, file.after(5), before);
  const [was, is] = [before.check.declared.model, after.check.declared.model];
  expect(is.virtualNetworks).toBe(was.virtualNetworks);
  const changed = is.securityGroups.filter((one, index) => one !== was.securityGroups[index]);
  expect(changed.map(({ name }) => name)).toEqual([is.securityGroups.at(-1)?.name]);
});

test('only the subnets that use a changed NSG are checked again', async () => {
  const file = longBicep(1000);
  const before = await analyzedAfter(file, file.text);
  const after = await analyzedAfter(file, file.after(5), before);
  const kept = after.check.subjects.map(
    ({ results, findings }, index) =>
      results === before.check.subjects[index]?.results && findings === before.check.subjects[index].findings,
  );
  expect(kept).toEqual(kept.map((_, index) => index < kept.length - 1));
});

test('an NSG that Batch creates affects every other subnet', async () => {
  const made = (access: string): string => `
resource made 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'x-azurebatch-cloudservicenetworksecuritygroup'
  properties: {
    securityRules: [{ name: 'own', properties: { priority: 100, direction: 'Outbound', access: '${access}', protocol: '*', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '*' } }]
  }
}
`;
  const file = longBicep(300);
  const before = await analyzedAfter(file, file.text + made('Allow'));
  const after = await analyzedAfter(file, file.text + made('Deny'), before);
  const found = (one: AnalysisResult): readonly string[] =>
    one.check.subjects.flatMap(({ findings }) => findings.map(({ check }) => check));
  expect(found(before)).not.toContain('auto-nsg-do-not-edit');
  expect(found(after)).toContain('auto-nsg-do-not-edit');
});

test('a comment keeps every result', async () => {
  const file = longBicep(1000);
  const before = await analyzedAfter(file, file.text);
  const after = await analyzedAfter(file, `// a word more\n${file.text}`, before);
  expect(after.check.declared.model).toBe(before.check.declared.model);
  expect(after.check.subjects[0]?.results).toBe(before.check.subjects[0]?.results);
  // Only their places change.
  const placesOf = (one: AnalysisResult): readonly number[] =>
    problemsOf(one.check).map(({ place }) => place.start);
  expect(placesOf(after)).toEqual(placesOf(before).map((start) => start + '// a word more\n'.length));
});

/** Types digits, and returns references to the networks between the first and the last text. */
async function typedNetworks(file: LongFile): Promise<{
  readonly last: AnalysisResult;
  readonly networks: readonly WeakRef<object>[];
}> {
  let last = await analyzedAfter(file, file.text);
  const networks: WeakRef<object>[] = [];
  for (let n = 1; n <= 9; n += 1) {
    last = await analyzedAfter(file, file.after(n), last);
    networks.push(new WeakRef(last.check.declared.model));
  }
  return { last, networks: networks.slice(0, -2) };
}

test('the networks of earlier texts don’t stay in memory', async () => {
  const { last, networks } = await typedNetworks(longBicep(300));
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(networks.filter((one) => one.deref() !== undefined)).toHaveLength(0);
  expect(last.check.subjects.length).toBeGreaterThan(0);
});

test('a text is parsed once, also if a later analysis reads it again', () => {
  const texts: string[] = [];
  const parse = (text: string, file: string): object => {
    texts.push(`${file} ${text}`);
    return {};
  };
  const first = parsedFiles();
  const a = first.parsed('a', '1', parse);
  expect(first.parsed('a', '1', parse)).toBe(a);
  const second = parsedFiles(first.texts);
  expect(second.parsed('a', '1', parse)).toBe(a);
  expect(second.parsed('b', '1', parse)).not.toBe(a);
  expect(second.parsed('a', '2', parse)).not.toBe(a);
  expect(texts).toEqual(['a 1', 'b 1', 'a 2']);
  // Another parser reads the same text differently.
  expect(second.parsed('a', '2', () => 'other')).toBe('other');
});

test('an edit of one Terraform file keeps the syntax of the other files and modules', async () => {
  const main = readFileSync(
    new URL('../../fixtures/terraform/associations/main.tf', import.meta.url),
    'utf8',
  );
  const files = (local: string): Record<string, string> => ({
    'main.tf': main,
    'locals.tf': `locals {\n  owner = "${local}"\n}\nmodule "tags" {\n  source = "./tags"\n}\n`,
    'prod.auto.tfvars': 'place = "westeurope"\n',
    'tags/main.tf': 'output "all" {\n  value = {}\n}\n',
    './': 'main.tf\nlocals.tf\nprod.auto.tfvars\ntags/',
    'tags/': 'main.tf',
  });
  const before = await analyzed(files('one'));
  const after = await analyzed(files('two'), 'main.tf', { before });
  const [was, is] = [before.terraform?.syntax, after.terraform?.syntax];
  const changed = [...(is ?? [])].filter(([file, one]) => was?.get(file) !== one).map(([file]) => file);
  expect(changed).toEqual(['locals.tf']);
  expect(is?.size).toBe(4);
  const again = await analyzed(files('two'));
  expect(problemsOf(after.check)).toEqual(problemsOf(again.check));
});

test('an edit of a Bicep file keeps its modules, and an edit of a module keeps the others', async () => {
  const files = (name: string, sku: string): Record<string, string> => ({
    'main.bicep': `module a 'a.bicep' = { name: '${name}' }\nmodule b 'b.json' = { name: 'b' }\n`,
    'a.bicep': `output sku string = '${sku}'\n`,
    'b.json':
      '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": [] }',
  });
  const changedIn = (before: AnalysisResult, after: AnalysisResult): readonly string[] =>
    [...after.templates].filter(([file, one]) => before.templates.get(file) !== one).map(([file]) => file);
  const first = await analyzed(files('a', 'Basic'));
  const second = await analyzed(files('c', 'Basic'), 'main.bicep', { before: first });
  expect(changedIn(first, second)).toEqual(['main.bicep']);
  const third = await analyzed(files('c', 'Premium'), 'main.bicep', { before: second });
  expect(changedIn(second, third)).toEqual(['a.bicep']);
  expect(third.templates.size).toBe(3);
});

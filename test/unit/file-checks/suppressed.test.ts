import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ignoreEdits } from '../../../src/file-checks/ignored-in-json';
import { ignoringEdit } from '../../../src/file-checks/ignoring-comments';
import type { Problem } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { analyzed, withEdits } from './analyzed';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url), 'utf8');
const template = fixture('arm/azuredeploy.json');
const network = fixture('infra/network.bicep');

async function problemsIn(text: string, file: string): Promise<readonly Problem[]> {
  return problemsOf((await analyzed({ [file]: text })).check);
}

const idsOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ id }) => id);

async function reportedIn(text: string, file: string): Promise<readonly string[]> {
  return idsOf(withoutSuppressed(await problemsIn(text, file), () => text));
}

const ignoring = (ids: readonly string[]): string =>
  `"metadata": { "aml-secure-compute": { "ignore": ${JSON.stringify(ids)} } },`;

describe('suppression in a file', () => {
  test('in Bicep, a comment on the line before applies only to the next line', async () => {
    const comment = '// aml-secure-compute: ignore-next-line outbound-storage-445';
    const all = await reportedIn(network, 'a.bicep');
    expect(all).toContain('outbound-storage-445');
    const quiet = network.replace('    securityRules: [', `    ${comment}\n    securityRules: [`);
    expect(await reportedIn(quiet, 'a.bicep')).toEqual(all.filter((id) => id !== 'outbound-storage-445'));
    expect(await reportedIn(`${comment}\n${network}`, 'a.bicep')).toEqual(all);
  });

  test('in Bicep, several comments apply to one line, next to compiler directives', async () => {
    const rule = "        name: 'Deny-All'";
    const spoken = network.replace(rule, `        #disable-next-line no-unused-vars\n${rule}`);
    const all = await problemsIn(spoken, 'a.bicep');
    const fixed = ['outbound-storage-445', 'outbound-aml-udp-5831'].reduce((text, id) => {
      const place = all.find((one) => one.id === id)?.place;
      if (!place) throw new Error(`${id} is not told`);
      const moved = text.length - spoken.length;
      const at = { ...place, start: place.start + moved, end: place.end + moved };
      return withEdits(text, [ignoringEdit(text, at, [id])]);
    }, spoken);
    expect(fixed).toBe(
      spoken.replace(
        '        #disable',
        '        // aml-secure-compute: ignore-next-line outbound-storage-445 outbound-aml-udp-5831\n        #disable',
      ),
    );
    const left = idsOf(all).filter((id) => !['outbound-storage-445', 'outbound-aml-udp-5831'].includes(id));
    expect(await reportedIn(fixed, 'a.bicep')).toEqual(left);
  });

  test('in Bicep, comments in a row, before or after a directive, apply to one line', async () => {
    const all = await reportedIn(network, 'a.bicep');
    const ignores = (id: string): string => `    // aml-secure-compute: ignore-next-line ${id}\n`;
    const rules = '    securityRules: [';
    const before = `${ignores('outbound-storage-445')}    #disable-next-line x\n${ignores('outbound-aml-udp-5831')}`;
    const left = all.filter((id) => !['outbound-storage-445', 'outbound-aml-udp-5831'].includes(id));
    expect(await reportedIn(network.replace(rules, `${before}${rules}`), 'a.bicep')).toEqual(left);
  });

  const comment = '// aml-secure-compute: ignore-next-line outbound-storage-445';

  test.each([
    ['the item of the deny rule', "      {\n        name: 'Deny-All'"],
    ['its name', "        name: 'Deny-All'"],
  ])('in Bicep, a comment applies before %s', async (_, before) => {
    const all = await reportedIn(network, 'a.bicep');
    const quiet = network.replace(before, `${/^ */.exec(before)?.[0] ?? ''}${comment}\n${before}`);
    expect(await reportedIn(quiet, 'a.bicep')).toEqual(all.filter((id) => id !== 'outbound-storage-445'));
    const other = quiet
      .replace(`${comment}\n`, '')
      .replace("      {\n        name: 'Allow-AML'", `      ${comment}\n$&`);
    expect(await reportedIn(other, 'a.bicep')).toEqual(all);
  });

  test('in Bicep, a comment before the item of a rule applies to findings of the rule', async () => {
    const wrong = network.replace(
      "destinationAddressPrefix: 'AzureMachineLearning'",
      "destinationAddressPrefix: 'AzureMachineLearnin'",
    );
    const all = await reportedIn(wrong, 'a.bicep');
    expect(all).toContain('misspelled-service-tag');
    const item = "      {\n        name: 'Allow-AML'\n";
    const quiet = wrong.replace(
      item,
      `      ${comment.replace('outbound-storage-445', 'misspelled-service-tag')}\n${item}`,
    );
    expect(await reportedIn(quiet, 'a.bicep')).toEqual(all.filter((id) => id !== 'misspelled-service-tag'));
  });

  test('in JSON, metadata of a resource applies to what the resource contains', async () => {
    const all = await reportedIn(template, 'a.json');
    expect(all).toContain('outbound-batch-443');
    const group = '"type": "Microsoft.Network/networkSecurityGroups",';
    const quiet = template.replace(group, `${ignoring(['outbound-batch-443'])}\n${group}`);
    expect(await reportedIn(quiet, 'a.json')).toEqual(all.filter((id) => id !== 'outbound-batch-443'));
    const other = '"type": "Microsoft.Network/virtualNetworks",';
    const elsewhere = template.replace(other, `${ignoring(['outbound-batch-443'])}\n${other}`);
    expect(await reportedIn(elsewhere, 'a.json')).toEqual(all);
  });

  test('in JSON, metadata of the template applies to the whole template', async () => {
    const all = await reportedIn(template, 'a.json');
    const quiet = template.replace('{', `{ ${ignoring(all)}`);
    expect(await reportedIn(quiet, 'a.json')).toEqual([]);
  });

  test('in JSON with comments, both comments and metadata apply', async () => {
    const all = await reportedIn(template, 'a.jsonc');
    const comment = '// aml-secure-compute: ignore-next-line outbound-batch-443, outbound-aml-443';
    const quiet = template.replace('"securityRules"', `${comment}\n"securityRules"`);
    const left = await reportedIn(quiet, 'a.jsonc');
    expect(left).toEqual(all.filter((id) => !['outbound-batch-443', 'outbound-aml-443'].includes(id)));
  });
});

describe('suppressing in plain JSON', () => {
  test('writes one ID after the other into the resource, and the file stays valid JSON', async () => {
    const wanted = ['outbound-batch-443', 'outbound-aml-443', 'outbound-arm-443'];
    let text = template;
    for (const id of wanted) {
      const problem = (await problemsIn(text, 'a.json')).find((one) => one.id === id);
      text = withEdits(text, problem ? ignoreEdits(text, problem.place, [id]) : []);
    }
    expect(JSON.parse(text)).toMatchObject({
      resources: [{ metadata: { 'aml-secure-compute': { ignore: wanted } } }, {}, {}],
    });
    expect(await reportedIn(text, 'a.json')).toEqual(
      (await reportedIn(template, 'a.json')).filter((id) => !wanted.includes(id)),
    );
  });

  test('keeps existing metadata', async () => {
    const group = '"type": "Microsoft.Network/networkSecurityGroups",';
    const described = template.replace(group, `"metadata": { "description": "ours" },\n${group}`);
    const problem = (await problemsIn(described, 'a.json')).find(({ id }) => id === 'outbound-batch-443');
    const after = withEdits(described, problem ? ignoreEdits(described, problem.place, [problem.id]) : []);
    expect(JSON.parse(after)).toMatchObject({
      resources: [
        { metadata: { description: 'ours', 'aml-secure-compute': { ignore: [problem?.id] } } },
        {},
        {},
      ],
    });
  });
});

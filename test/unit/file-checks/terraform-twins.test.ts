import { expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownValues, terraformFolder } from '../../support/terraform-folder';
import { denyOut, inFolder, misspelled, ruleForms } from '../../support/terraform-network';
import { writeOutDynamic } from '../../support/transformations/write-out-dynamic';
import { comparable } from './comparable';

const folder = 'test/fixtures/terraform';

function textsIn(name: string, extension: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(extension));
  const texts = files.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')] as const);
  return { ...Object.fromEntries(texts), './': files.join('\n') };
}

const first = (texts: Readonly<Record<string, string>>) => ({ 'main.tf': '', ...texts });

it.each(readdirSync(folder))('%s: the results, findings, and causes of Bicep', async (name) => {
  const terraform = await comparable(first(textsIn(name, '.tf')));
  const { 'main.bicep': bicep = '' } = textsIn(name, '.bicep');
  expect(terraform).toEqual(await comparable({ 'main.bicep': bicep }));
  expect(terraform.length).toBeGreaterThan(0);
});

it('the blocks of one file have the same results in several files', async () => {
  const { 'main.tf': text = '' } = textsIn('associations', '.tf');
  const blocks = text.split(/\n(?=resource )/);
  const names = blocks.map((_, at) => (at === 0 ? 'main.tf' : `part${String(at)}.tf`));
  const split = Object.fromEntries(blocks.map((block, at) => [names[at] ?? '', block]));
  const whole = await comparable({ 'main.tf': text, './': 'main.tf' });
  expect(await comparable({ ...split, './': names.join('\n') })).toEqual(whole);
});

it('rules of a loop have the results of single rules', async () => {
  const resultsOf = (form: string) =>
    comparable(inFolder(ruleForms[form]?.([misspelled, { ...denyOut, port: '443' }]) ?? {}));
  const single = await resultsOf('separate resources');
  expect(single).toHaveLength(1);
  for (const form of Object.keys(ruleForms)) expect(await resultsOf(form), form).toEqual(single);
});

/** Rules in a dynamic block, in each form that has one. */
const looped = Object.entries(ruleForms).flatMap(([name, write]) => {
  const files = inFolder(write([misspelled, { ...denyOut, port: '443' }]));
  return files['main.tf']?.includes('dynamic ') === true ? [[name, files] as const] : [];
});

/** Ways to write the collection of a dynamic block. */
const collections = {
  'as it is': '$1',
  'a map': '{ for key, one in ($1) : "rule-${key}" => one }',
  'a list': '[for one in ($1) : merge(one, { name = one.destination })]',
  'a set': 'toset([for one in ($1) : merge(one, { name = one.destination })])',
};

it.each(
  looped.flatMap(([form, files]) =>
    Object.entries(collections).map(([name, by]) => [`${form}, ${name}`, files, by] as const),
  ),
)('a dynamic block has the results of its blocks written out: %s', async (_, files, by) => {
  const main = (files['main.tf'] ?? '').replace(/(?<=dynamic "security_rule" \{\n *for_each = )(.*)/, by);
  const named = /toset|\[for/.test(by) ? main.replace('security_rule.key', 'security_rule.value.name') : main;
  const { texts, written, left } = writeOutDynamic({ ...files, 'main.tf': named });
  expect({ written, left, isLooped: texts['main.tf']?.includes('dynamic ') }).toEqual({
    written: 1,
    left: [],
    isLooped: false,
  });
  const results = await comparable(inFolder({ ...files, 'main.tf': named }));
  expect(results).toHaveLength(1);
  expect(await comparable(inFolder(texts))).toEqual(results);
});

it('dynamic blocks in dynamic blocks have the values of the blocks written out', () => {
  const text = `locals {
  collections = { web = ["a", "b"], empty = [], other = ["c"] }
}

resource "azurerm_firewall_policy_rule_collection_group" "group" {
  dynamic "application_rule_collection" {
    for_each = local.collections
    iterator = collection
    content {
      name = collection.key

      dynamic "rule" {
        for_each = toset(collection.value)
        content {
          name              = "\${collection.key}-\${rule.key}"
          destination_fqdns = [rule.value]
        }
      }
    }
  }
}
`;
  const { texts, written, left } = writeOutDynamic({ 'main.tf': text });
  expect({ written, left }).toEqual({ written: 4, left: [] });
  expect(shownValues(terraformFolder(texts))).toEqual(shownValues(terraformFolder(text)));
});

it('a network without Azure ML doesn’t have results', async () => {
  const { 'main.tf': text = '' } = textsIn('associations', '.tf');
  const quiet = text
    .split(/\n(?=resource )/)
    .filter((block) => !block.includes('machine_learning'))
    .join('\n');
  expect(await comparable({ 'main.tf': quiet, './': 'main.tf' })).toEqual([]);
});

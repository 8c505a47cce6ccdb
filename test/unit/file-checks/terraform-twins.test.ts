import { expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { denyOut, inFolder, misspelled, ruleForms } from '../../support/terraform-network';
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

it('a network without Azure ML doesn’t have results', async () => {
  const { 'main.tf': text = '' } = textsIn('associations', '.tf');
  const quiet = text
    .split(/\n(?=resource )/)
    .filter((block) => !block.includes('machine_learning'))
    .join('\n');
  expect(await comparable({ 'main.tf': quiet, './': 'main.tf' })).toEqual([]);
});

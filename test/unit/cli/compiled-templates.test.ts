import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

/* A template that was compiled from a Bicep file next to it isn't checked again. */

const folder = 'test/fixtures/documents/bicep/declarations';
const bicep = readFileSync(`${folder}/nullables.bicep`, 'utf8');
const byHand = readFileSync(`${folder}/nullables.json`, 'utf8');
// The fixture omits what differs between compiler versions.
const compiled = byHand.replace('"metadata": {}', '"metadata": { "_generator": { "name": "bicep" } }');

async function summaryOf(files: Readonly<Record<string, string>>, names = 'infra') {
  const { out } = await ran(`check ${names} --format json`, files);
  return (JSON.parse(out) as { summary: { compiledTemplates: string[]; filesRead: number } }).summary;
}

describe('a compiled template in a folder', () => {
  test.each([
    ['with the same name', 'main.json'],
    ['with another name and the same declarations', 'azuredeploy.json'],
  ])('isn’t checked again: %s', async (_, name) => {
    const files = { 'infra/main.bicep': bicep, [`infra/${name}`]: compiled };
    expect((await summaryOf(files)).compiledTemplates).toEqual([`infra/${name}`]);
    const { out } = await ran('check infra', files);
    expect(out).toContain(
      `Not checked again, because it was compiled from a Bicep file in the same folder: infra/${name}`,
    );
  });

  test.each([
    ['without its Bicep file', { 'infra/main.json': compiled }],
    ['in another folder', { 'infra/main.bicep': bicep, 'infra/out/main.json': compiled }],
    [
      'next to another Bicep file',
      { 'infra/other.bicep': 'param name string\n', 'infra/main.json': compiled },
    ],
    ['written by hand', { 'infra/main.bicep': bicep, 'infra/main.json': byHand }],
  ])('is checked: %s', async (_, files) => {
    expect((await summaryOf(files)).compiledTemplates).toEqual([]);
  });

  test('is checked if it’s named', async () => {
    const files = { 'infra/main.bicep': bicep, 'infra/main.json': compiled };
    expect((await summaryOf(files, 'infra infra/main.json')).compiledTemplates).toEqual([]);
  });
});

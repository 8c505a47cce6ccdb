import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { denyOut, ruleForms } from '../../support/terraform-network';
import { unreadable, ran } from './ran';

/* Each file name of the command line is independent: an error in one doesn't affect the others. */

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const good = { 'network.bicep': network };

const wrong: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ['lost.bicep', {}],
  ['bytes.bicep', { 'bytes.bicep': unreadable }],
  ['half.json', { 'half.json': '{ "id": ' }],
  ['other.json', { 'other.json': '{ "name": "no resource" }' }],
  ['empty/*.bicep', {}],
];

describe.each(wrong)('files named together with %s', (name, files) => {
  test.each([`${name} network.bicep`, `network.bicep ${name}`])('check %s', async (names) => {
    const { code, out, error } = await ran(`check ${names}`, { ...good, ...files });
    expect(code).toBe(3);
    expect(error).toContain(name);
    expect(out).toContain("'snet-training'");
    expect(out).toContain('1 not readable');
  });

  test.each([`${name} network.bicep`, `network.bicep ${name}`])('fix %s', async (names) => {
    const { code, error, written } = await ran(`fix ${names}`, { ...good, ...files });
    expect(code).toBe(3);
    expect(error).toContain(name);
    expect(Object.keys(written)).toEqual(['network.bicep']);
  });
});

test.each(['infra/.', 'other//../infra', './infra/./main.tf', 'other/../infra/*.tf'])(
  'the folder of %s is checked',
  async (name) => {
    const { 'main.tf': main = '' } = ruleForms['blocks of the NSG']?.([denyOut]) ?? {};
    const { out } = await ran(`check ${name}`, { 'infra/main.tf': main, 'infra/': 'main.tf' });
    expect(out).toContain("'snet-nodes'");
  },
);

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

/* A part that isn't read is reported with its place, and no command ends as if everything was read. */

const network = writtenNetwork();
const terraform = readFileSync('test/fixtures/terraform/associations/main.tf', 'utf8');

/** Files of which a part can't be read, the name of the template, and the place of the part. */
const damaged: readonly (readonly [what: string, files: Readonly<Record<string, string>>, place: string])[] =
  [
    ['only text that isn’t Bicep', { 'main.bicep': 'param x = \nresource a\n' }, 'main.bicep:1:9'],
    ['a syntax error after a network', { 'main.bicep': `${network}resource a\n` }, 'main.bicep:'],
    [
      'a module that doesn’t exist',
      { 'main.bicep': "module m 'lost.bicep' = { name: 'm' }\n" },
      'main.bicep:1:10',
    ],
    [
      'a module with a syntax error',
      { 'main.bicep': "module m 'net.bicep' = { name: 'm' }\n", 'net.bicep': `${network}param = 2\n` },
      'net.bicep:',
    ],
    [
      'parameters that aren’t valid',
      {
        'main.bicep': `param unused string\n${network}`,
        'main.bicepparam': "using 'main.bicep'\nparam unused =\n",
      },
      'main.bicepparam:',
    ],
    [
      'a template that isn’t complete JSON',
      { 'main.json': '{ "$schema": "deploymentTemplate.json#", "resources": [' },
      'main.json',
    ],
    ['a Terraform file with a syntax error', { 'main.tf': `${terraform}\nresource "a" {\n` }, 'main.tf:'],
  ];

const commands: readonly (readonly [command: string, line: (file: string) => string])[] = [
  ['check', (file) => `check ${file} --fail-on none`],
  ['fix', (file) => `fix ${file} --dry-run --fail-on none`],
  ['explain', (file) => `explain ${file}:1`],
  ['request', (file) => `request ${file}`],
  ['compare', (file) => `compare ${file} ${file}`],
  ['resolve', (file) => `resolve ${file}`],
];

describe.each(commands)('%s', (_, line) => {
  test.each(damaged)('%s', async (_what, files, place) => {
    const file = Object.keys(files).find((name) => name.startsWith('main.') && !name.endsWith('param')) ?? '';
    const { code, error } = await ran(line(file), files);
    expect(error).toContain(place);
    expect(code).toBe(3);
  });
});

test('a module of a registry that isn’t restored fails a fix, unless unknown results are allowed', async () => {
  const files = {
    'main.bicep': "module m 'br:example.azurecr.io/net:1' = { name: 'm' }\n",
  };
  const { code, error } = await ran('fix main.bicep --dry-run', files);
  expect(error).toContain('main.bicep:1:10');
  expect(code).toBe(1);
  expect((await ran('fix main.bicep --dry-run --allow-unknown', files)).code).toBe(0);
});

test.each([
  ['--var a=b', '--var'],
  ['--var-file values.tfvars', '--var-file'],
])('values of Terraform variables need a Terraform file: %s', async (option, name) => {
  const files = { 'main.bicep': network, 'values.tfvars': '', 'tf/main.tf': terraform };
  for (const line of ['check', 'fix', 'request', 'explain --error x']) {
    const { code, error } = await ran(`${line} main.bicep ${option}`, files);
    expect([line, code, error]).toEqual([
      line,
      2,
      expect.stringContaining(`${name} has values for Terraform`),
    ]);
    expect((await ran(`${line} main.bicep tf ${option}`, files)).error).not.toContain('has values for');
  }
});

test('parameters need a Bicep file or ARM template, and a folder without files doesn’t', async () => {
  const files = { 'values.json': '{}', 'tf/main.tf': terraform, 'none/': '' };
  for (const line of ['check', 'fix', 'request']) {
    expect(await ran(`${line} tf --params values.json`, files)).toMatchObject({
      code: 2,
      error: expect.stringContaining('--params has values for a Bicep file') as string,
    });
    expect((await ran(`${line} none --params values.json`, files)).error).not.toContain('has values for');
  }
});

test('explain uses effective routes, and values of variables', async () => {
  const routes = JSON.stringify({
    value: [
      { addressPrefix: ['0.0.0.0/0'], nextHopIpAddress: ['10.9.9.9'], source: 'VirtualNetworkGateway' },
    ],
  });
  const files = { 'main.bicep': network, 'routes.json': routes, 'tf/main.tf': terraform, 'a.tfvars': 'a =' };
  const line = network.split('\n').findIndex((one) => one.includes("'snet'")) + 1;
  const plain = await ran(`explain main.bicep:${line}`, files);
  const routed = await ran(`explain main.bicep:${line} --effective-routes routes.json`, files);
  expect(routed.out).not.toBe(plain.out);
  expect((await ran('explain tf/main.tf:1 --var-file a.tfvars', files)).error).toContain('a.tfvars:1:');
});

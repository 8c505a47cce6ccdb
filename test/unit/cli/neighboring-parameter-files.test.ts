import { describe, expect, test } from 'vitest';
import { parametersText, withParameters } from '../../../src/cli/parameter-choice';
import { messagesIn } from '../../support/messages-in';
import { writtenNetwork } from '../../support/written-network';
import { unreadable, ran } from './ran';

/* Parameter files that belong to a template are used without being named, and reported. */

const rules = [
  { name: 'aml', priority: 100, access: 'Allow' as const, destination: 'AzureMachineLearning', port: '443' },
];
const template = `param location string
param access string
${writtenNetwork({ rules, location: 'location' }).replace("'Allow'", 'access')}`;
const arm = (access: string): string =>
  JSON.stringify({ parameters: { location: { value: 'westeurope' }, access: { value: access } } });
const bicepparam = (access: string, using = 'main.bicep'): string =>
  `using '${using}'\nparam location = 'westeurope'\nparam access = '${access}'\n`;

const blocked = "Rule 100 'aml' blocks ";
const used = (template: string, file: string): string => `Parameter values:\n    ${template}: from ${file}\n`;

describe('parameter files that check uses', () => {
  test.each([
    ['main.bicep', 'main.bicepparam', bicepparam('Deny')],
    ['main.bicep', 'main.parameters.json', arm('Deny')],
    ['infra/main.bicep', 'infra/main.parameters.json', arm('Deny')],
    ['azuredeploy.bicep', 'azuredeploy.parameters.json', arm('Deny')],
    ['infra/main.bicep', 'env/prod.bicepparam', bicepparam('Deny', '../infra/main.bicep')],
    ['infra/main.bicep', 'infra/env/prod.bicepparam', bicepparam('Deny', '../main.bicep')],
  ])('include, for %s, the file %s', async (name, file, text) => {
    const { code, out, error } = await ran(`check ${name}`, { [name]: template, [file]: text });
    expect(error).toBe('');
    expect(code).toBe(1);
    expect(out).toContain(blocked);
    expect(out).toContain(used(name, file));
    const json = await ran(`check ${name} --format json`, { [name]: template, [file]: text });
    expect(JSON.parse(json.out)).toMatchObject({
      summary: { parameterFiles: [{ template: name, used: file, candidates: [file] }] },
    });
  });

  test('include the file with the template’s name among several', async () => {
    const files = {
      'main.bicep': template,
      'dev.bicepparam': bicepparam('Allow'),
      'main.bicepparam': bicepparam('Deny'),
    };
    const { out } = await ran('check main.bicep', files);
    expect(out).toContain(blocked);
    expect(out).toContain(used('main.bicep', 'main.bicepparam'));
  });

  test.each(['main.bicepparam', 'main.parameters.json'])(
    'aren’t replaced with other values if %s can’t be read',
    async (file) => {
      const defaults = template.replace('param access string', "param access string = 'Allow'");
      const { code, error } = await ran('check main.bicep', { 'main.bicep': defaults, [file]: unreadable });
      expect(code).toBe(3);
      expect(error).toContain(`${file} is a pipe`);
    },
  );

  test('are chosen for each template of a folder', async () => {
    const files = {
      'infra/a.bicep': template,
      'infra/a.parameters.json': arm('Deny'),
      'infra/b.bicep': template,
      'infra/b.bicepparam': bicepparam('Allow', 'b.bicep'),
    };
    const { out } = await ran('check infra', files);
    expect(out).toContain(`Parameter values:
    infra/a.bicep: from infra/a.parameters.json
    infra/b.bicep: from infra/b.bicepparam
`);
    expect(out.split(blocked)).toHaveLength(2);
  });
});

const several = {
  'main.bicep': template,
  'dev.bicepparam': bicepparam('Allow'),
  'prod.bicepparam': bicepparam('Deny'),
};

test('are none if there are several without the template’s name, and the report names them', async () => {
  const { out, code } = await ran('check main.bicep', several);
  expect(out).toContain(
    `Parameter values:
    main.bicep: none. Several files have values, and none has the name of the template: dev.bicepparam and prod.bicepparam. Choose one with --params.
`,
  );
  expect(out).not.toContain(blocked);
  expect(code).toBe(1);
  const json = await ran('check main.bicep --format json', several);
  expect(JSON.parse(json.out)).toMatchObject({
    summary: {
      parameterFiles: [
        { template: 'main.bicep', used: null, candidates: ['dev.bicepparam', 'prod.bicepparam'] },
      ],
    },
  });
});

test('are replaced with --params, and --no-params uses none', async () => {
  const files = { ...several, 'main.bicepparam': bicepparam('Allow') };
  const named = await ran('check main.bicep --params prod.bicepparam', files);
  expect(named.out).toContain(blocked);
  expect(named.out).toContain(used('main.bicep', 'prod.bicepparam'));
  const none = await ran('check main.bicep --no-params', files);
  expect(none.out).toContain('    main.bicep: none (--no-params)\n');
  const both = await ran('check main.bicep --no-params --params prod.bicepparam', files);
  expect(both).toMatchObject({ code: 2, out: '' });
});

test('aren’t reported for a template without parameter files', async () => {
  const { out } = await ran('check main.bicep', { 'main.bicep': template });
  expect(out).not.toContain('Parameter values:');
});

describe('every other command uses the same file and reports it', () => {
  const files = { 'main.bicep': template, 'main.parameters.json': arm('Deny') };

  test('fix', async () => {
    const { out } = await ran('fix main.bicep --dry-run', files);
    expect(out).toContain(used('main.bicep', 'main.parameters.json'));
    expect(out).toContain('AzureMachineLearning');
    const open = await ran('fix main.bicep --dry-run', several);
    expect(open.out).toContain('dev.bicepparam and prod.bicepparam');
  });

  test('explain', async () => {
    const line = template.split('\n').findIndex((one) => one.includes("name: 'aml'")) + 1;
    const { out } = await ran(`explain main.bicep:${String(line)}`, files);
    expect(out).toContain("rule 100 'aml' blocks it");
    expect(out).toContain(used('main.bicep', 'main.parameters.json'));
  });

  test('resolve', async () => {
    const { out, error } = await ran('resolve main.bicep', files);
    expect(out).toContain('"access": "Deny"');
    expect(error).toBe(used('main.bicep', 'main.parameters.json'));
  });

  test('compare', async () => {
    const both = { ...files, 'b.bicep': template, 'b.parameters.json': arm('Allow') };
    const { out, code } = await ran('compare b.bicep main.bicep', both);
    expect(code).toBe(1);
    expect(out).toContain(`Parameter values:
    b.bicep: from b.parameters.json
    main.bicep: from main.parameters.json
`);
    const json = await ran('compare b.bicep main.bicep --format json', both);
    expect(JSON.parse(json.out)).toMatchObject({
      parameterFiles: [{ used: 'b.parameters.json' }, { used: 'main.parameters.json' }],
    });
  });
});

test('a project that is too large to search is reported', () => {
  const choice = { template: 'main.bicep', used: null, candidates: [], isGiven: false, isWhole: false };
  const text = parametersText(messagesIn('en'), withParameters([choice]));
  expect(text).toBe(
    'Parameter values:\n    main.bicep: none. The project has too many files to find every parameter file. Choose one with --params, or use --no-params.',
  );
});

test('the cloud is determined from the location in the parameter file', async () => {
  const files = {
    'main.bicep': template,
    'main.parameters.json': arm('Deny').replace('westeurope', 'usgovvirginia'),
  };
  const { out } = await ran('check main.bicep --format json', files);
  expect(JSON.parse(out)).toMatchObject({ cloud: 'usgov' });
});

describe('a placeholder that a tool replaces before the deployment isn’t a value', () => {
  test.each([
    '${AZURE_LOCATION}',
    '${AZURE_LOCATION=westeurope}',
    '#{location}#',
    '$(location)',
    '__location__',
  ])('%s', async (placeholder) => {
    const files = {
      'main.bicep': template,
      'main.parameters.json': arm('Allow').replace('westeurope', placeholder),
    };
    const { out } = await ran('resolve main.bicep', files);
    expect(out).not.toContain(placeholder);
    expect(out).toContain('"$unknown"');
  });
});

test('a parameter file next to the template that isn’t JSON is reported, and its values are unknown', async () => {
  const files = { 'main.bicep': template, 'main.parameters.json': '{ "parameters": ' };
  const { code, out, error } = await ran('check main.bicep', files);
  expect(error).toContain('main.parameters.json:1:');
  expect(out).toContain(' in 2 files; 1 not readable');
  expect(code).toBe(1);
});

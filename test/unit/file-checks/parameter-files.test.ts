import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import { testAnalysisOptions } from '../../support/analysis-options';
import { writtenNetwork } from '../../support/written-network';
import {
  isJsonParametersOf,
  mayContainParameters,
  parameterCandidates,
  templateOfParameters,
  usualParameters,
} from '../../../src/file-checks/parameter-files';

const aml = {
  name: 'aml',
  priority: 100,
  access: 'Allow' as const,
  destination: 'AzureMachineLearning',
  port: '443',
};

describe('template of a .bicepparam file', () => {
  test.each([
    ["using './main.bicep'\nparam a = 1", '/w/infra/main.bicep'],
    ["using '../main.bicep'", '/w/main.bicep'],
    ["// first\n\nusing 'main.json'\n", '/w/infra/main.json'],
    ['using none', null],
    ["using 'br/public:avm/ptn/x:1.0.0'", null],
    ["using 'ts:1111/rg/spec:v1'", null],
    ['param a = 1', null],
    ["using './ma", null],
  ])('%j: %s', (text, template) => {
    expect(templateOfParameters('/w/infra/dev.bicepparam', text)).toBe(template);
  });
});

describe('JSON parameters files in the folder of a template', () => {
  test.each([
    ['/w/main.bicep', '/w/main.parameters.json', true],
    ['/w/main.bicep', '/w/main.params.json', true],
    ['/w/main.bicep', '/w/main.dev.parameters.json', true],
    ['/w/main.bicep', '/w/main.parameters.dev.json', true],
    ['/w/azuredeploy.json', '/w/azuredeploy.parameters.json', true],
    ['/w/Main.bicep', '/w/main.Parameters.json', true],
    ['/w/main.bicep', '/w/other/main.parameters.json', false],
    ['/w/main.bicep', '/w/mainnet.parameters.json', false],
    ['/w/main.bicep', '/w/main.json', false],
    ['/w/main.bicep', '/w/main.paramount.json', false],
    ['/w/main.bicep', '/w/azuredeploy.parameters.json', false],
  ])('%s with %s: %s', (template, file, belongs) => {
    expect(isJsonParametersOf(template, file)).toBe(belongs);
    if (belongs) expect(mayContainParameters(file)).toBe(true);
  });
});

test('candidates are the files that name the template and the JSON files next to it, without duplicates', () => {
  const bicepparams = [
    { file: '/w/env/prod.bicepparam', template: '/w/main.bicep' },
    { file: '/w/main.bicepparam', template: '/w/other.bicep' },
    { file: '/w/env/none.bicepparam', template: null },
  ];
  const neighbors = ['/w/main.bicep', '/w/main.parameters.json', '/w/other.parameters.json', '/w/main.json'];
  expect(parameterCandidates('/w/main.bicep', { bicepparams, candidates: neighbors })).toEqual([
    '/w/env/prod.bicepparam',
    '/w/main.parameters.json',
  ]);
});

test.each([
  ['that is named', {}],
  ['that another one extends', { 'main.bicepparam': "using './main.bicep'\nextends './base.bicepparam'\n" }],
])('no subnet is checked with other values if a parameter file %s can’t be read', async (_, more) => {
  const files: Readonly<Record<string, string>> = {
    'main.bicep': `param access string = 'Allow'\n${writtenNetwork({ rules: [aml] }).replace("'Allow'", 'access')}`,
    ...more,
  };
  const world = { isInside: () => true, read: (file: string) => Promise.resolve(files[file]) };
  const found = await analyzeFile('main.bicep', world, {
    ...testAnalysisOptions,
    parameters: 'main.bicepparam',
  });
  expect(found?.check).toMatchObject({ cut: 'file', subjects: [] });
  expect(found?.check.leftOut.length).toBeGreaterThan(0);
});

describe('default parameters file', () => {
  test.each([
    ['is the only one, whatever its name', ['/w/params/dev.bicepparam'], '/w/params/dev.bicepparam'],
    [
      'is the one with the template’s name',
      ['/w/dev.bicepparam', '/w/main.bicepparam'],
      '/w/main.bicepparam',
    ],
    ['is .bicepparam before JSON', ['/w/main.parameters.json', '/w/main.bicepparam'], '/w/main.bicepparam'],
    ['isn’t one of several with other names', ['/w/dev.bicepparam', '/w/prod.bicepparam'], null],
    ['doesn’t exist if there are no files', [], null],
  ])('%s', (_, candidates, taken) => {
    expect(usualParameters('/w/main.bicep', { files: candidates, isWhole: true })).toBe(taken);
  });

  test('is only the one with the template’s name if there might be others', () => {
    const usual = (file: string) => usualParameters('/w/main.bicep', { files: [file], isWhole: false });
    expect(usual('/w/dev.bicepparam')).toBeNull();
    expect(usual('/w/main.bicepparam')).toBe('/w/main.bicepparam');
  });
});

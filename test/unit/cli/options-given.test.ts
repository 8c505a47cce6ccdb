import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const files = { 'infra/network.bicep': network };

describe('an invalid command line', () => {
  test.each([
    'check infra/network.bicep --region westeurope --region eastus',
    'fix infra/network.bicep --region=westeurope --region eastus',
    'explain infra/network.bicep:3 --region westeurope --region westeurope',
    'compare infra/network.bicep infra/network.bicep --region a --region b',
  ])('has an option twice that accepts one value: %s', async (line) => {
    expect(await ran(line, files)).toEqual({
      code: 2,
      out: '',
      error: '--region accepts one value, but the command line has two. See --help.\n',
      written: {},
    });
  });

  test('includes resolve, but not options that can be repeated', async () => {
    const twice = await ran('resolve infra/network.bicep --location a --location b', files);
    expect(twice).toMatchObject({ code: 2, error: expect.stringContaining('--location accepts one value') });
    const line = 'check infra/network.bicep --subnet snet-training --subnet snet-training --allow-unknown';
    expect((await ran(`${line} --allow-unknown`, files)).error).toBe('');
  });

  test.each(['check', 'fix', 'resolve'])('has a --root that doesn’t exist: %s', async (command) => {
    const { code, error, out } = await ran(`${command} infra/network.bicep --root nowhere`, files);
    expect({ code, error, out }).toEqual({
      code: 2,
      error: 'Folder nowhere doesn’t exist.\n',
      out: '',
    });
    expect((await ran(`${command} infra/network.bicep --root infra`, files)).code).not.toBe(2);
  });

  test('has a line number that the file doesn’t have', async () => {
    const lines = network.trimEnd().split('\n').length;
    for (const line of [0, lines + 1, 99_999]) {
      const { code, error } = await ran(`explain infra/network.bicep:${line}`, files);
      expect({ code, error }).toEqual({
        code: 2,
        error: `infra/network.bicep has ${lines} lines, so line ${line} doesn’t exist.\n`,
      });
    }
    expect((await ran(`explain infra/network.bicep:${lines}`, files)).code).toBe(0);
  });

  test.each([
    ['mars', 'Check the spelling.'],
    ['westeurop', 'Did you mean westeurope?'],
    ['eatsus', 'Did you mean eastus?'],
  ])('an unknown region has a warning: %s', async (region, asks) => {
    const { error } = await ran(`check infra/network.bicep --region ${region}`, files);
    expect(error).toBe(`Region ${region} isn’t known, so its service tags aren’t known either. ${asks}\n`);
  });

  test.each(['westeurope', 'EastUS2', 'usgovvirginia', 'chinanorth3', 'australiacentral2'])(
    'a known region doesn’t have a warning: %s',
    async (region) => {
      expect((await ran(`check infra/network.bicep --region ${region}`, files)).error).toBe('');
    },
  );
});

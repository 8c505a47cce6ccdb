import { expect, test } from 'vitest';
import { shippedTagFile } from '../../support/shipped-tags';
import { ran } from './ran';

/** Basis of every result: some tags of one list, named like Microsoft's file of that day. */
const list = JSON.stringify({
  changeNumber: 300,
  cloud: 'Public',
  values: Object.keys(shippedTagFile('public').tags).map((name) => ({
    name,
    properties: { addressPrefixes: ['20.0.0.0/16'] },
  })),
});

const network = `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    // aml-secure-compute: cluster public-ip
    subnets: [{ name: 'ml', properties: { addressPrefix: '10.0.1.0/24' } }]
  }
}
`;

async function reportOf(file: string) {
  const { out, error: err } = await ran(`check a.bicep --service-tags ${file} --format json`, {
    'a.bicep': network,
    [file]: list,
  });
  const report = JSON.parse(out) as {
    serviceTags: { isOld: boolean };
    subnets: readonly { requirements: readonly { id: string; assumptions: readonly { key: string }[] }[] }[];
  };
  const storage = report.subnets[0]?.requirements.find(({ id }) => id === 'outbound-storage-443');
  return { err, isOld: report.serviceTags.isOld, assumed: storage?.assumptions.map(({ key }) => key) ?? [] };
}

test('a list of more than 60 days is old: the run, the report, and every flow state it', async () => {
  const { err, isOld, assumed } = await reportOf('ServiceTags_Public_20250801.json');
  expect(err).toContain('more than 60 days old');
  expect(err).toContain('--service-tags FILE');
  expect(isOld).toBe(true);
  expect(assumed).toContain('assumed.oldTags');
});

test.each([
  'fix --dry-run a.bicep',
  'explain a.bicep:2',
  'explain --error AllocationTimedout a.bicep',
  'compare a.bicep b.bicep',
])('%s states the age too, in the language of the run', async (line) => {
  const files = { 'a.bicep': network, 'b.bicep': network, 'ServiceTags_Public_20250801.json': list };
  for (const [language, words] of [
    ['en', 'more than 60 days old'],
    ['fr', 'plus de 60 jours'],
  ] as const) {
    const { error } = await ran(`${line} --service-tags ServiceTags_Public_20250801.json`, files, language);
    expect(error).toContain(words);
  }
});

test('a newer list isn’t reported as old', async () => {
  const { err, isOld, assumed } = await reportOf('ServiceTags_Public_20251101.json');
  expect(err).not.toContain('60 days');
  expect(isOld).toBe(false);
  expect(assumed).toContain('assumed.tags');
});

test('the output of az network list-service-tags doesn’t have a date, which every flow states', async () => {
  const { out } = await ran('check a.bicep --service-tags tags.json --flows', {
    'a.bicep': network,
    'tags.json': list,
  });
  expect(out).toContain(
    'Addresses of service tags from a list without a date, which might be older than 60 days\n',
  );
  expect(out).not.toContain('as of');
});

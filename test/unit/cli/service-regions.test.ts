import { expect, test } from 'vitest';
import { ran } from './ran';

const whole = 'vnet-show.json nsg-show.json rest-page.json';
const line = `check ${whole} --subnet snet-training --compute cluster --public-ip no --format json`;

interface Report {
  readonly subnets: readonly {
    readonly requirements: readonly {
      readonly id: string;
      readonly assumptions: readonly { text: string }[];
    }[];
  }[];
}

async function assumedOf(id: string, options: string): Promise<readonly string[]> {
  const { out } = await ran(`${line} ${options}`);
  const report = JSON.parse(out) as Report;
  const found = report.subnets[0]?.requirements.find((one) => one.id === id);
  return found?.assumptions.map(({ text }) => text) ?? [];
}

test('the option sets the region of a service that isn’t in the files', async () => {
  const options =
    '--service-regions storage=NorthEurope,key-vault=uksouth,datastores=westus,datastores=eastus';
  expect(await assumedOf('outbound-storage-443', options)).toEqual(
    expect.arrayContaining([
      'The workspace’s storage account is in northeurope.',
      'Storage accounts that datastores use are in westus and eastus.',
    ]),
  );
});

test.each([
  'storage',
  'storage=',
  'disk=northeurope',
  'storage=northeurope,',
  '=northeurope',
  'storage northeurope',
])('an invalid service or region is rejected: %s', async (value) => {
  const { code, error, out } = await ran([...line.split(' '), '--service-regions', value]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toBe(
    `--service-regions ${value}: write each service with its region, such as storage=northeurope,registry=francecentral. The services are storage, registry, key-vault, datastores, aml-registries.\n`,
  );
});

test('an unknown region is reported, and used', async () => {
  const { error } = await ran(`${line} --service-regions storage=nortehurope`);
  expect(error).toBe(
    'Region nortehurope isn’t known, so its service tags aren’t known either. Did you mean northeurope?\n',
  );
});

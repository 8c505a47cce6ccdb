import { expect, test } from 'vitest';
import type { CheckReport } from '../../../src/contract/check-report';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

/* An assumption about every subnet is one line of the report, and isn't counted as to confirm in a subnet. */

const other =
  "{ name: 'train', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }";
const files = {
  'main.bicep': writtenNetwork({ rules: [{ ...amlRule, access: 'Deny' }], subnetsBefore: [other] }),
};
const everywhere = [
  'lighthouse-unsupported',
  'storage-region-close-to-compute',
  'browser-doh',
  'control-plane-stays-public',
];

test('two subnets have one line for assumptions about every subnet', async () => {
  const { out } = await ran('check main.bicep --flows', files);
  expect(out.match(/^Applies to every subnet: .*$/gm)).toEqual([
    'Applies to every subnet: Account from the subscription’s tenant (no Azure Lighthouse), Storage in the compute resource’s region, Browsers use your DNS (no DNS over HTTPS), and Your machine reaches Azure Resource Manager.',
  ]);
  for (const id of everywhere) expect(out).not.toContain(id);
});

test('the text counts what it lists, and JSON has the same count', async () => {
  const { out } = await ran('check main.bicep --subnet train --flows', files);
  const listed = out.split('To confirm with your network team:\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];
  expect(out).toContain(`${String(listed.length)} to confirm with your network team`);
  const json = await ran('check main.bicep --subnet train --format json', files);
  const [subnet] = (JSON.parse(json.out) as CheckReport).subnets;
  expect(subnet?.counts.notes).toBe(listed.length);
  expect(subnet?.requirements.map(({ id }) => id)).toEqual(expect.arrayContaining(everywhere));
});

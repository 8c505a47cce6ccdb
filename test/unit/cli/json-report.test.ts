import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { checkReportSchema } from '../../../src/contract/check-report';
import { ran } from './ran';

/** After an intended change, `npx vitest run test/unit/cli -u` writes the file again. */
test('docs/check-report.schema.json describes the report', async () => {
  const schema = toJsonSchema(checkReportSchema, { target: 'draft-2020-12' });
  const text = `${JSON.stringify({ $id: 'check-report.schema.json', ...schema }, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/check-report.schema.json');
});

const lines = [
  'check rest-page.json',
  'check rest-page.json --public-ip yes --compute cluster --profile 2020-12',
  'check nsg-show.json --region westeurope --compute instance --public-ip no',
  'check vnet-show.json --subnet snet-privatelink --cloud usgov',
];
test.each(lines)('%s prints JSON that matches the schema', async (line) => {
  const { out, error } = await ran(`${line} --format json`);
  expect(error).toBe('');
  const report = v.parse(checkReportSchema, JSON.parse(out));
  expect(report.subnets.length).toBeGreaterThan(0);
  expect(report.subnets[0]?.requirements.length).toBeGreaterThan(30);
});

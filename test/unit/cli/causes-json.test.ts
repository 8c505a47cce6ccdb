import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { checkReportSchema } from '../../../src/contract/check-report';
import { ran } from './ran';

async function subnetsIn(line: string, files: Readonly<Record<string, string>> = {}) {
  const { out } = await ran(`${line} --format json`, files);
  return v.parse(checkReportSchema, JSON.parse(out)).subnets;
}

test('a rule that blocks many flows is one cause at its place, with one fix for all that it can allow', async () => {
  const text = readFileSync('test/fixtures/golden/data-exfiltration-prevented.bicep', 'utf8');
  const [subnet] = await subnetsIn('check main.bicep', { 'main.bicep': text });
  expect(subnet?.causes).toEqual([
    expect.objectContaining({
      kind: 'nsg-rule-blocks',
      title: 'NSG rule 4096 deny-internet-out blocks 6 flows',
      status: 'fails',
      severity: 'warning',
      at: {
        file: 'main.bicep',
        line: 35,
        column: 15,
      },
      packet: expect.objectContaining({ protocol: 'TCP', destinationPort: 445 }) as unknown,
    }),
  ]);
  const [cause] = subnet?.causes ?? [];
  expect(cause?.flows).toHaveLength(6);
  expect(cause?.action).toMatchObject({ kind: 'fix', text: 'Fix 5 flows', fix: { allow: [] } });
});

const lines = [
  'check rest-page.json',
  'check rest-page.json --public-ip yes --compute cluster --profile 2020-12',
  'check vnet-show.json --subnet snet-privatelink --cloud usgov',
];
test.each(lines)('%s: what fails or isn’t known is in one cause each', async (line) => {
  for (const { causes, requirements } of await subnetsIn(line)) {
    const passes = ['allowed', 'passed', 'not-applicable', 'note'];
    const left = requirements.filter(
      ({ id, outcome, ignored }) => !passes.includes(outcome) && !ignored && id !== 'outbound-default-open',
    );
    expect(causes.flatMap(({ flows }) => flows).toSorted()).toEqual(left.map(({ id }) => id).toSorted());
    for (const { action, flows, title } of causes) {
      const isOnlyFlows = flows.every((id) => requirements.find((one) => one.id === id)?.subject);
      const isCounted = action.kind !== 'fix' || isOnlyFlows || !action.text.includes('flow');
      expect([title, action.text, isCounted]).toEqual([title, action.text, true]);
    }
  }
});

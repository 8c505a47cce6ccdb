import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exports, ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const wider = network.replace("destinationPortRange: '443'", "destinationPortRange: '443-445'");

const compare = (before: string, after: string, options = '') =>
  ran(`compare a.bicep b.bicep${options}`, { 'a.bicep': before, 'b.bicep': after });

describe('comparison of two files', () => {
  test('reports newly allowed traffic with the rule that allows it, a packet, and the changed result', async () => {
    const { code, out } = await compare(network, wider);
    expect(code).toBe(1);
    expect(out).toContain('# b.bicep compared with a.bicep: vnet-ml/snet-training');
    expect(out).toMatch(
      /## Opens \(1\)\n\n- \*\*Outbound TCP 444-445\*\*, \d+ address ranges, by rule 120 Allow-Services\. Example packet: TCP 10\.40\.4\.4 → [\d.]+ port 444/,
    );
    expect(out).toContain('Nothing closes.');
    expect(out).toMatch(
      /\| File share +\| Blocked by rule 4096 Deny-All · TCP 445 \| Allowed by rule 120 Allow-Services/,
    );
  });

  test('reports blocked traffic in the opposite order', async () => {
    const { code, out } = await compare(wider, network);
    expect(code).toBe(1);
    expect(out).toContain('Nothing opens.');
    expect(out).toMatch(/## Closes \(1\)\n\n- \*\*Outbound TCP 444-445\*\*, .* by rule 4096 Deny-All\./);
  });

  test('exits with 0 if they’re the same', async () => {
    const { code, out } = await compare(network, network.replace('// The network', '// The very network'));
    expect(code).toBe(0);
    expect(out).toContain('Nothing opens.');
    expect(out).toContain('Nothing closes.');
    expect(out).toContain('Each requirement has the same result in both.');
  });

  test('prints French', async () => {
    const { out } = await ran('compare a.bicep b.bicep', { 'a.bicep': network, 'b.bicep': wider }, 'fr');
    expect(out).toContain('## S’ouvre (1)');
  });
});

test('a template is compared with the output of the Azure CLI, subnet by subnet', async () => {
  const { subnets } = JSON.parse(readFileSync(new URL('vnet-show.json', exports), 'utf8')) as {
    subnets: { name: string }[];
  };
  expect(subnets.map(({ name }) => name)).toContain('snet-training');
  const { code, out } = await ran('compare vnet-show.json b.bicep --subnet snet-training', {
    'b.bicep': network,
  });
  expect(code).toBe(1);
  expect(out).toContain('# b.bicep compared with vnet-show.json: vnet-ml/snet-training');
});

test('if the subnet’s addresses differ, only common ones are compared, with a note', async () => {
  const some = await compare(network, network.replace("'10.40.4.0/26'", "'10.40.4.0/27'"));
  expect(some.code).toBe(1);
  expect(some.out).toContain(
    'The subnet’s addresses differ: b.bicep has 10.40.4.0/27, a.bicep has 10.40.4.0/26.',
  );
  const none = await compare(network, network.replace("'10.40.4.0/26'", "'10.40.5.0/26'"));
  expect(none.code).toBe(1);
  expect(none.out).toContain('Check that it’s the same subnet.');
});

test('an error is reported if two files can’t be compared', async () => {
  const one = await ran('compare a.bicep', { 'a.bicep': network });
  expect(one).toMatchObject({ code: 2, error: 'Specify two files: the state before and the state after.\n' });
  const missing = await ran('compare a.bicep nothing.bicep', { 'a.bicep': network });
  expect(missing.code).toBe(3);
});

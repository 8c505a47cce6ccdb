import { describe, expect, test } from 'vitest';
import { ran } from './ran';

/* A result that rests on an assumption says so in its summary line. */

const rule = (name: string, priority: number, properties: string): string => `
      {
        name: '${name}'
        properties: {
          priority: ${String(priority)}
          protocol: '*'
          sourcePortRange: '*'
          ${properties}
        }
      }`;

const network = (rules: string, subnet = ''): string => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [${rules}
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'snet'
        properties: { addressPrefix: '10.0.2.0/24', networkSecurityGroup: { id: nsg.id }${subnet} }
      }
    ]
  }
}
`;

const allowOut = rule(
  'out',
  100,
  "direction: 'Outbound', access: 'Allow', sourceAddressPrefix: '*', destinationAddressPrefix: 'AzureMachineLearning', destinationPortRange: '*'",
);
const allow44224 = rule(
  'in',
  110,
  "direction: 'Inbound', access: 'Allow', sourceAddressPrefix: 'AzureMachineLearning', destinationAddressPrefix: '*', destinationPortRange: '44224'",
);

async function summary(text: string, options = ''): Promise<{ line: string; out: string; code: number }> {
  const { out, code } = await ran(`check main.bicep${options}`, { 'main.bicep': text });
  return { line: out.split('\n')[2] ?? '', out, code };
}

describe('a subnet whose compute nobody described', () => {
  test('without 44224, is ready assuming no public IP, and the hint is shown', async () => {
    const { line, out, code } = await summary(network(allowOut));
    expect(line).toMatch(/^Ready, assuming no public IP/);
    expect(out).toMatch(/\ninfo: .*\[inbound-aml-44224\]\n/);
    expect(code).toBe(0);
  });

  test('with 44224, is ready for both', async () => {
    const { line, out } = await summary(network(`${allowOut}${allow44224}`));
    expect(line).not.toContain('public IP');
    expect(out).not.toContain('[inbound-aml-44224]');
  });

  test('with --strict, an assumption ends the run with 1', async () => {
    expect((await summary(network(allowOut), ' --strict')).code).toBe(1);
    expect((await summary(network(allowOut), ' --strict --allow-unknown')).code).toBe(0);
  });

  test('with --public-ip, nothing is assumed', async () => {
    const { line, code } = await summary(network(allowOut), ' --public-ip yes');
    expect(line).toMatch(/^Not ready: 1 to fix/);
    expect(code).toBe(1);
    expect((await summary(network(allowOut), ' --public-ip no --workspace public')).line).not.toMatch(
      /^Ready, assuming/,
    );
  });
});

describe('with the requirements of December 2020', () => {
  test.each([
    ['cluster', ['inbound-batch-29876-29877']],
    ['instance', ['inbound-batch-29876-29877', 'inbound-aml-44224']],
  ])('a %s has a public IP where nothing states it', async (kind, ids) => {
    const options = ` --profile 2020-12 --compute ${kind}`;
    const { line, out, code } = await summary(network(allowOut), options);
    expect(line).toMatch(new RegExp(`^Not ready: ${String(ids.length)} to fix`));
    for (const id of ids) expect(out).toContain(`[${id}]`);
    expect(out).toContain('Each compute resource has a public IP, as in the article of December 2020');
    expect(code).toBe(1);
  });

  test('--public-ip no leaves the inbound ports out', async () => {
    const { out } = await summary(network(allowOut), ' --profile 2020-12 --public-ip no');
    expect(out).not.toContain('[inbound-batch-29876-29877]');
    expect(out).not.toContain('as in the article of December 2020');
  });
});

test('as JSON', async () => {
  const { out } = await ran('check main.bicep --format json', { 'main.bicep': network(allowOut) });
  expect(JSON.parse(out)).toMatchObject({
    subnets: [{ ready: true, onlyIf: [{ key: 'terminal.assuming.noPublicIp', text: 'no public IP' }] }],
  });
});

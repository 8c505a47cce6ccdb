import { describe, expect, test } from 'vitest';
import { ran } from './ran';
import { subnetStatuses } from '../../support/shown-lines';

/* If a parameter without a value decides a result, it's unknown, and never passed. */

const rule = (values: Readonly<Record<string, string>>): string => {
  const all = {
    priority: '100',
    direction: "'Outbound'",
    access: "'Allow'",
    protocol: "'*'",
    sourceAddressPrefix: "'*'",
    sourcePortRange: "'*'",
    destinationAddressPrefix: "'*'",
    destinationPortRange: "'*'",
    ...values,
  };
  const lines = Object.entries(all).map(([name, value]) => `          ${name}: ${value}`);
  return `      {
        name: 'rule${all.priority}'
        properties: {
${lines.join('\n')}
        }
      }
`;
};

interface Parts {
  readonly parameters?: string;
  readonly rules?: string;
  readonly condition?: string;
  readonly subnet?: string;
  readonly more?: string;
}

const inbound = rule({
  priority: '120',
  direction: "'Inbound'",
  sourceAddressPrefix: "'AzureMachineLearning'",
  destinationPortRange: "'44224'",
});

function template({
  parameters = '',
  rules = rule({}),
  condition = '',
  subnet = '',
  more = '',
}: Parts): string {
  return `${parameters}
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = ${condition}{
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [
${rules}${inbound}    ]
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
${more}`;
}

async function checked(parts: Parts): Promise<{ line: string; out: string; code: number }> {
  const { out, code } = await ran('check main.bicep --flows', { 'main.bicep': template(parts) });
  return { line: subnetStatuses(out)[0] ?? '', out, code };
}

const flows = /^Couldn’t be fully checked: \d+ unknown/;

describe('check, with a parameter without a value', () => {
  test('reports ready if there is none', async () => {
    expect((await checked({})).line).toMatch(/^Ready/);
  });

  test.each([
    ['access', 'string', { access: 'value' }],
    ['a port', 'string', { destinationPortRange: 'value' }],
    ['an address', 'string', { destinationAddressPrefix: 'value' }],
    ['a protocol', 'string', { protocol: 'value' }],
  ])('%s of the only deny rule', async (_, type, values) => {
    const rules = rule({ access: "'Deny'", ...values });
    const { line, out, code } = await checked({ parameters: `param value ${type}\n`, rules });
    expect(line).toMatch(flows);
    expect(out).toContain('known: parameter value doesn’t have a value');
    expect(code).toBe(1);
  });

  test('a priority that another rule might have', async () => {
    const rules = `${rule({})}${rule({ priority: 'value' })}`;
    const { out, code } = await checked({ parameters: 'param value int\n', rules });
    expect(out).toContain('known: parameter value doesn’t have a value');
    expect(out).toContain('  nsg-rule-wellformed\n');
    expect(code).toBe(1);
  });

  test('the condition of an NSG', async () => {
    const { line, code } = await checked({ parameters: 'param value bool\n', condition: 'if (value) ' });
    expect(line).toMatch(flows);
    expect(code).toBe(1);
  });

  test('the condition of a NAT gateway', async () => {
    const { line, code } = await checked({
      parameters: 'param value bool\n',
      subnet: ', natGateway: { id: nat.id }, defaultOutboundAccess: false',
      more: `resource nat 'Microsoft.Network/natGateways@2024-05-01' = if (value) {
  name: 'nat'
  location: 'westeurope'
  properties: { publicIpAddresses: [{ id: ip.id }] }
}
resource ip 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'ip'
  location: 'westeurope'
  sku: { name: 'Standard' }
}
`,
    });
    expect(line).toMatch(flows);
    expect(code).toBe(1);
  });

  test('the condition and the next hop of a route table', async () => {
    const table = (condition: string, hop: string): string =>
      `resource rt 'Microsoft.Network/routeTables@2024-05-01' = ${condition}{
  name: 'rt'
  location: 'westeurope'
  properties: { routes: [{ name: 'all', properties: { addressPrefix: '0.0.0.0/0', nextHopType: ${hop} } }] }
}
`;
    const subnet = ', routeTable: { id: rt.id }';
    const conditional = {
      parameters: 'param value bool\n',
      subnet,
      more: table('if (value) ', "'Internet'"),
    };
    const hopping = { parameters: 'param value string\n', subnet, more: table('', 'value') };
    for (const parts of [conditional, hopping]) {
      const { line, code } = await checked(parts);
      expect(line).toMatch(flows);
      expect(code).toBe(1);
    }
  });
});

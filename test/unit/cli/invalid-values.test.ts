import { describe, expect, test } from 'vitest';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

/*
 * A value that Azure refuses is reported once, at the value. Results that depend on it are unknown, neither failed nor
 * passed.
 */

interface Report {
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly subnets: readonly {
    readonly requirements: readonly { id: string; outcome: string; severity: string }[];
  }[];
  readonly findings: readonly {
    id: string;
    severity: string;
    because: { text: string };
    at: { place: object };
  }[];
}

async function reported(main: string): Promise<Report & { readonly code: number }> {
  const { code, out, error } = await ran('check main.bicep --format json', { 'main.bicep': main });
  expect(error).toBe('');
  return { code, ...(JSON.parse(out) as Report) };
}

/** Returns the IDs of failed requirements, apart from those with severity info. */
function failed({ subnets }: Report): readonly string[] {
  return subnets.flatMap(({ requirements }) =>
    requirements
      .filter(
        ({ outcome, severity }) =>
          severity !== 'info' && /blocked|failed|no-outbound-access|lost/.test(outcome),
      )
      .map(({ id }) => id),
  );
}

const wrong = ["''", "' '", "'10.0.0/24'", "'10.0.0.0/33'", "'some text'"];

const networks: readonly (readonly [string, string, (value: string) => string])[] = [
  ['a subnet', 'addressPrefix', (value) => writtenNetwork({ prefix: value })],
  [
    'a subnet',
    'addressPrefixes',
    (value) =>
      writtenNetwork().replace("addressPrefix: '10.0.2.0/24'", `addressPrefixes: ['10.0.2.0/24', ${value}]`),
  ],
  [
    'a network',
    'addressPrefixes',
    (value) => writtenNetwork().replace("['10.0.0.0/16']", `['10.0.0.0/16', ${value}]`),
  ],
  [
    'a network',
    'dnsServers',
    (value) => writtenNetwork({ properties: [`dhcpOptions: { dnsServers: [${value}] }`] }),
  ],
];

describe.each(networks)('%s, %s', (_, property, written) => {
  test.each(wrong)('%s', async (value) => {
    const main = written(value);
    const report = await reported(main);
    const text = value.slice(1, -1);
    expect(report.findings).toMatchObject([{ id: 'invalid-network-value', severity: 'error' }]);
    expect(report.findings[0]?.because.text).toMatch(
      `'${text}' isn’t an address or prefix (${property} of '`,
    );
    const before = main.slice(0, main.lastIndexOf(value)).split('\n');
    expect(report.findings[0]?.at.place).toEqual({
      file: 'main.bicep',
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
    expect(failed(report)).toEqual([]);
    expect(report.summary).toMatchObject({ errors: 1, warnings: 0 });
    expect(report.code).toBe(1);
  });
});

test('a subnet’s prefix that is a parameter without a value isn’t reported', async () => {
  const main = `param prefix string\n${writtenNetwork({ prefix: 'prefix' })}`;
  const report = await reported(main);
  expect(report.findings).toEqual([]);
  expect(failed(report)).toEqual([]);
});

const deny = { ...amlRule, name: 'bad', priority: 110, access: 'Deny' } as const;
const withRule = (from: string, to: string): string => {
  const text = writtenNetwork({ rules: [deny, { ...amlRule, priority: 120 }] });
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return changed;
};

const members: readonly (readonly [string, (value: string) => string])[] = [
  ['sourceAddressPrefix', (value) => withRule("sourceAddressPrefix: '*'", `sourceAddressPrefix: ${value}`)],
  [
    'sourceAddressPrefixes',
    (value) => withRule("sourceAddressPrefix: '*'", `sourceAddressPrefixes: [${value}]`),
  ],
  [
    'destinationAddressPrefix',
    (value) =>
      withRule("destinationAddressPrefix: 'AzureMachineLearning'", `destinationAddressPrefix: ${value}`),
  ],
  ['sourcePortRange', (value) => withRule("sourcePortRange: '*'", `sourcePortRange: ${value}`)],
  [
    'destinationPortRange',
    (value) => withRule("destinationPortRange: '443'", `destinationPortRange: ${value}`),
  ],
  [
    'destinationPortRanges',
    (value) => withRule("destinationPortRange: '443'", `destinationPortRanges: [${value}]`),
  ],
];

const isList = (property: string): boolean => /(?:es|Ranges)$/.test(property);

describe.each(members)('a rule’s %s', (property, written) => {
  const values = ["''", "' '", "'10.0.0/24'", "'70000-80000'"];
  test.each(isList(property) ? values : [...values, 'null'])('%s', async (value) => {
    const report = await reported(written(value));
    expect(report.findings.map(({ id }) => id)).toEqual(['invalid-rule-value']);
    expect(failed(report).filter((id) => id !== 'nsg-rule-wellformed')).toEqual([]);
    expect(report.summary).toMatchObject({ errors: 1, warnings: 0 });
    expect(report.code).toBe(1);
  });
});

const route = (properties: string): string => `${writtenNetwork({ subnet: ['routeTable: { id: table.id }'] })}
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'table'
  location: 'westeurope'
  properties: { routes: [{ name: 'r', properties: { ${properties} } }] }
}
`;

describe('a route', () => {
  test.each(["''", "' '", "'10.0.0/24'"])('to %s', async (value) => {
    const report = await reported(route(`addressPrefix: ${value}, nextHopType: 'None'`));
    expect(report.findings.map(({ id }) => id)).toEqual(['invalid-route-value']);
    expect(failed(report)).toEqual([]);
    expect(report.summary).toMatchObject({ errors: 1, warnings: 0 });
  });

  test.each(["''", "' '", 'null', "'10.0.0/24'", "'10.0.0.0/24'"])('by an appliance at %s', async (value) => {
    const report = await reported(
      route(`addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: ${value}`),
    );
    expect(report.findings.map(({ id }) => id)).toEqual(['invalid-route-value']);
    expect(failed(report)).toEqual([]);
    expect(report.summary).toMatchObject({ errors: 1, warnings: 0 });
  });
});

const withEndpoint = (address: string): string => `${writtenNetwork()}
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: 'pe'
  location: 'westeurope'
  properties: {
    subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') }
    ipConfigurations: [
      { name: 'blob', properties: { groupId: 'blob', memberName: 'blob', privateIPAddress: ${address} } }
    ]
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: resourceId('Microsoft.Storage/storageAccounts', 'st')
          groupIds: ['blob']
        }
      }
    ]
  }
}
`;

describe('a private endpoint’s address', () => {
  test.each(["'some text'", "'10.0.2'"])('%s', async (value) => {
    const report = await reported(withEndpoint(value));
    expect(report.findings.map(({ id }) => id)).toEqual(['invalid-network-value']);
    expect(report.findings[0]?.because.text).toBe(
      `${value} isn’t an address or prefix (privateIPAddress of 'pe').`,
    );
    expect(failed(report)).toEqual([]);
  });

  test.each(["'10.0.2.9'", "''"])('%s isn’t reported', async (value) => {
    expect((await reported(withEndpoint(value))).findings).toEqual([]);
  });
});

test('the text report contains the invalid value', async () => {
  const { out } = await ran('check main.bicep', { 'main.bicep': writtenNetwork({ prefix: "''" }) });
  expect(out).toMatch(
    / {2}main\.bicep:\d+:\d+ {2}error {2}'' isn’t an address or prefix \(addressPrefix of 'snet'\)\. {2}invalid-network-value\n/,
  );
  expect(out).not.toContain('all addresses are in use');
});

test('a subnet that --subnet names is checked for them too, without a sign of Azure ML', async () => {
  const main = writtenNetwork({ rules: [], prefix: "'10.1.2.0/24'" });
  const { out } = await ran('check main.bicep --subnet snet --format json', { 'main.bicep': main });
  const { findings } = JSON.parse(out) as Report;
  expect(findings.map(({ id }) => id)).toEqual(['invalid-network-value']);
});

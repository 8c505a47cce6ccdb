import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { propertyVersions, type PropertyVersion } from '../../../src/file-checks/edits/property-versions';
import { withBicep } from '../../support/bicep';

/** API versions of Microsoft.Network that the compiler knows, around those of the table. */
const known = [
  '2017-03-01',
  '2017-06-01',
  '2018-07-01',
  '2018-08-01',
  '2018-12-01',
  '2019-02-01',
  '2019-04-01',
];

const types: Readonly<Record<PropertyVersion['of'], string>> = {
  subnet: 'Microsoft.Network/virtualNetworks/subnets',
  rule: 'Microsoft.Network/networkSecurityGroups/securityRules',
};

const valueOf = (property: string): string => {
  if (property === 'natGateway') return "{ id: 'x' }";
  return property === 'privateEndpointNetworkPolicies' ? "'Disabled'" : '[]';
};

const needed: Readonly<Record<PropertyVersion['of'], string>> = {
  subnet: '',
  rule: "access: 'Allow'\n    direction: 'Outbound'\n    protocol: 'Tcp'\n    priority: 100\n    sourcePortRange: '*'\n    sourceAddressPrefix: '*'\n    destinationAddressPrefix: '*'\n    destinationPortRange: '*'\n    ",
};

function textOf({ of, property }: PropertyVersion, version: string): string {
  const body = `${needed[of]}${property}: ${valueOf(property)}`;
  return `resource one '${types[of]}@${version}' = {\n  name: 'a/b'\n  properties: {\n    ${body}\n  }\n}\n`;
}

test('every version in the table is known, and has a predecessor', () => {
  for (const { since } of propertyVersions) expect(known.indexOf(since)).toBeGreaterThan(0);
});

test('the Bicep compiler reports BCP037 at the version before the one in the table, and not at that version', async () => {
  await withBicep(async (bicep) => {
    const folder = mkdtempSync(join(tmpdir(), 'versions-'));
    const missingProperty = async (one: PropertyVersion, version: string): Promise<boolean> => {
      const file = join(folder, `${one.property}-${version}.bicep`);
      writeFileSync(file, textOf(one, version));
      const { diagnostics } = await bicep.compile(file);
      expect(diagnostics.map(({ code }) => code)).not.toContain('BCP081');
      return diagnostics.some(({ code, message }) => code === 'BCP037' && message.includes(one.property));
    };
    for (const one of propertyVersions) {
      const before = known[known.indexOf(one.since) - 1] ?? '';
      expect([
        one.property,
        await missingProperty(one, before),
        await missingProperty(one, one.since),
      ]).toEqual([one.property, true, false]);
    }
    rmSync(folder, { recursive: true });
  });
}, 60_000);

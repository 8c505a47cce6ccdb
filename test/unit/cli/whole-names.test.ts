import { expect, test } from 'vitest';
import { amlRule, writtenNetwork } from '../../support/written-network';
import { ran } from './ran';

/* Names are shown as written, including slashes. */

const deny = { ...amlRule, access: 'Deny' } as const;

test('two rules that differ before the last slash have two names, and Azure refuses both', async () => {
  const main = writtenNetwork({
    rules: [
      { ...deny, name: 'team/deny', priority: 100 },
      { ...deny, name: 'other/deny', priority: 110, destination: 'MicrosoftContainerRegistry' },
    ],
  });
  const { out } = await ran('check main.bicep', { 'main.bicep': main });
  expect(out).toContain("Rule 100 'team/deny' blocks 1 flow of 'snet'");
  expect(out).toContain('Azure doesn’t accept the name of rule 100 team/deny.');
  expect(out).toContain('Azure doesn’t accept the name of rule 110 other/deny.');
  expect(out).not.toContain('the same name');
});

test('a role’s name can contain slashes', async () => {
  const main = `${writtenNetwork()}
resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid('role')
  properties: {
    roleName: 'Team A / network join'
    type: 'CustomRole'
    permissions: [{ actions: ['Microsoft.Network/virtualNetworks/*/read', 'Microsoft.Network/virtualNetworks/subnet/join/action'] }]
    assignableScopes: [resourceGroup().id]
  }
}
`;
  const { out } = await ran('check main.bicep', { 'main.bicep': main });
  expect(out).toContain("role 'Team A / network join'");
});

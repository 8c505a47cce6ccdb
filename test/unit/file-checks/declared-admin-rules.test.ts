import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { writtenNetwork } from '../../support/written-network';
import { analyzed } from './analyzed';

const network = writtenNetwork();

const manager = `
resource manager 'Microsoft.Network/networkManagers@2024-05-01' = {
  name: 'manager'
  location: 'westeurope'
  properties: { networkManagerScopes: { subscriptions: [subscription().id] } }
  resource members 'networkGroups' = {
    name: 'members'
    properties: {}
    MEMBER
  }
  resource rules 'securityAdminConfigurations' = {
    name: 'rules'
    properties: {}
    resource collection 'ruleCollections' = {
      name: 'collection'
      properties: { appliesToGroups: [{ networkGroupId: members.id }] }
      resource denied 'rules' = {
        name: 'no-manager'
        kind: 'Custom'
        properties: {
          access: 'Deny'
          direction: 'Outbound'
          priority: 10
          protocol: 'Tcp'
          destinationPortRanges: ['443']
          destinations: [{ addressPrefix: 'AzureResourceManager', addressPrefixType: 'ServiceTag' }]
        }
      }
    }
  }
}
`;

function memberOf(id: string): string {
  return `resource own 'staticMembers' = {\n      name: 'own'\n      properties: { resourceId: ${id} }\n    }`;
}

async function reported(member: string) {
  const text = network + manager.replace('MEMBER', member);
  const { check } = await analyzed({ 'main.bicep': text });
  const [subject] = check.subjects;
  const outcome = subject?.results.find((one) => one.requirement === 'outbound-arm-443')?.outcome;
  const problem = problemsOf(check).find(({ id }) => id === 'outbound-arm-443');
  return {
    outcome,
    assumed: subject?.assumed ?? [],
    at: problem && text.slice(problem.place.start, problem.place.end),
  };
}

test('admin rules that a file declares for a network decide before its NSGs, and the assumption is listed', async () => {
  const { outcome, assumed, at } = await reported(memberOf('vnet.id'));
  expect(outcome).toMatchObject({
    is: 'blocked',
    by: { kind: 'rule', name: 'no-manager', level: 'network-manager' },
  });
  expect(assumed).toContainEqual({ key: 'file.assumed.adminRules', values: { name: 'vnet' } });
  expect(at).toBe(`'no-manager'`);
});

test('admin rules for other networks don’t apply', async () => {
  const { outcome, assumed } = await reported(memberOf(`'/subscriptions/s/other'`));
  expect(outcome).toMatchObject({ is: 'allowed', explicit: false });
  expect(assumed).not.toContainEqual(expect.objectContaining({ key: 'file.assumed.adminRules' }));
});

test('admin rules are unknown if a policy can add members to their network group', async () => {
  const { outcome } = await reported('');
  expect(outcome).toEqual({
    is: 'unknown',
    because: { key: 'document.noMembers', values: { name: 'members' } },
  });
});

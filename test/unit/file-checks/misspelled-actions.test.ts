import { describe, expect, test } from 'vitest';
import { attemptFixes, testedEdits, reasonWithoutFix } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import type { Problem } from '../../../src/file-checks/problem';
import { messagesIn } from '../../support/messages-in';
import { formatFixTitle } from '../../../src/wording/fix-title';
import { formatProblem } from '../../../src/wording/problem-text';
import { analyzed, testFixContext, withEdits } from './analyzed';

const misprint = 'Microsoft.Network/virtualNetworks/subnet/join/action';
const right = 'Microsoft.Network/virtualNetworks/subnets/join/action';
const say = messagesIn('en');

const role = (action: string, properties = "type: 'CustomRole'"): string => `targetScope = 'subscription'
param name string = 'Data scientist'
var networking = ['Microsoft.Network/virtualNetworks/read', '${action}']
resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(name)
  properties: {
    roleName: name
    ${properties}
    permissions: [{ actions: networking, notActions: [] }]
    assignableScopes: [subscription().id]
  }
}
`;

const template = (action: string): string =>
  JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [
        {
          type: 'Microsoft.Authorization/roleDefinitions',
          apiVersion: '2022-04-01',
          name: "[guid('role')]",
          properties: {
            roleName: 'Data scientist',
            permissions: [{ actions: ['*/read'], notActions: [action] }],
          },
        },
      ],
    },
    null,
    2,
  );

async function problemsIn(text: string, file = 'role.bicep'): Promise<readonly Problem[]> {
  return problemsOf((await analyzed({ [file]: text })).check);
}

describe('a role with a misspelled action for joining a subnet', () => {
  test.each([
    ['role.bicep', role(misprint)],
    ['role.bicep', role(misprint.toUpperCase(), '')],
    ['role.json', template(misprint)],
  ])('is reported at the action and corrected there: %s', async (file, text) => {
    const [problem, ...more] = await problemsIn(text, file);
    expect(more).toEqual([]);
    expect(problem && formatProblem(say, problem)).toMatch(
      /^'microsoft\.network\/virtualnetworks\/subnet\/join\/action' isn’t an Azure action, so role 'Data scientist' doesn’t allow joining a subnet\. Use 'Microsoft\.Network\/virtualNetworks\/subnets\/join\/action'\.$/i,
    );
    const fixed = problem && (await testedEdits(await testFixContext({ [file]: text }), problem));
    expect(fixed && formatFixTitle(say, fixed)).toBe(`Write ${right}`);
    const after = withEdits(text, fixed?.edits ?? []);
    expect(after).toContain(right);
    expect(await problemsIn(after, file)).toEqual([]);
  });

  test.each([
    ['spelled correctly', role(right)],
    ['a built-in role', role(misprint, "type: 'BuiltInRole'")],
    ['not a role', `output wrong string = '${misprint}'`],
    ['a wildcard', role('Microsoft.Network/virtualNetworks/*')],
  ])('isn’t reported: %s', async (_, text) => {
    expect(await problemsIn(text)).toEqual([]);
  });

  test.each([
    ["'${provider}/subnet/join/action'", "'${provider}/subnets/join/action'"],
    ["concat(provider, '/', 'subnet', '/join/action')", "concat(provider, '/', 'subnets', '/join/action')"],
    [
      "format('{0}/{1}/join/action', provider, 'subnet')",
      "format('{0}/{1}/join/action', provider, 'subnets')",
    ],
  ])(
    'is reported at the role and corrected in the part if the action is composed: %s',
    async (parts, fixed) => {
      const written = role(misprint).replace(`'${misprint}'`, parts);
      const whole = `var provider = 'Microsoft.Network/virtualNetworks'\n${written}`;
      const [problem] = await problemsIn(whole);
      expect(problem && whole.slice(problem.place.start, problem.place.end)).toBe('role');
      const changed = problem && (await testedEdits(await testFixContext({ 'role.bicep': whole }), problem));
      const after = withEdits(whole, changed?.edits ?? []);
      expect(after).toBe(whole.replace(parts, fixed));
      expect(await problemsIn(after)).toEqual([]);
    },
  );

  test('isn’t corrected if the misspelled word is split between parts', async () => {
    const text = role(misprint).replace(`'${misprint}'`, "'${provider}net/join/action'");
    const whole = `var provider = 'Microsoft.Network/virtualNetworks/sub'\n${text}`;
    const [problem] = await problemsIn(whole);
    const attempts = problem
      ? await attemptFixes(await testFixContext({ 'role.bicep': whole }), problem)
      : [];
    expect(reasonWithoutFix(attempts)).toMatchObject({ key: 'file.fix.computed' });
  });
});

import { expect, test } from 'vitest';
import { isPermitted } from '../../../src/core/governance';

const join = 'Microsoft.Network/virtualNetworks/subnets/join/action';
const allows = (actions: readonly string[], notActions: readonly string[] = []): boolean =>
  isPermitted([{ actions, notActions }], join);

// Wildcards of role definitions (role-definitions, 2025-03-30).
test.each([
  ['*'],
  ['Microsoft.Network/*'],
  ['*/action'],
  ['microsoft.network/virtualnetworks/subnets/join/ACTION'],
  ['Microsoft.Network/*/join/action'],
  ['Microsoft.Network/*/subnets/*/action'],
  ['*/virtualNetworks/*'],
  ['Microsoft.Network/virtualNetworks/subnets/join/action*'],
  ['*Microsoft.Network*/action'],
])('%s permits the join action', (action) => expect(allows([action])).toBe(true));

test.each([
  ['Microsoft.Network/virtualNetworks/subnets/join'],
  ['Microsoft.Network/virtualNetworks/subnets/join/action/x'],
  ['*/read'],
  ['Microsoft.Compute/*'],
  ['Microsoft.Network/*/peer/*/action'],
  // The parts must not share characters.
  ['Microsoft.Network/virtualNetworks/subnets/join/*/join/action'],
  ['Microsoft.Network/virtualNetworks/subnets/join/act*tion'],
  ['*/subnets/*/virtualNetworks/*'],
  ['*/subnets/join/*join/action'],
  [''],
])('%s doesn’t permit it', (action) => expect(allows([action])).toBe(false));

test('notActions exclude actions of the same role, and none of another role', () => {
  expect(allows(['*'], ['Microsoft.Network/*'])).toBe(false);
  expect(allows(['*'], ['Microsoft.Compute/*'])).toBe(true);
  const reader = { actions: ['*/read'], notActions: [join] };
  expect(isPermitted([reader, { actions: ['*'], notActions: [] }], join)).toBe(true);
  expect(isPermitted([], join)).toBe(false);
  expect(allows(['*/read', 'Microsoft.Network/*'])).toBe(true);
});

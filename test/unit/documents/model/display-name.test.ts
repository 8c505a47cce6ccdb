import { expect, test } from 'vitest';
import { displayName } from '../../../../src/documents/model/display-name';

test.each([
  ['nsg-training', 'nsg-training'],
  ['tolower(‹prefix›)-ci001', '‹prefix›-ci001'],
  [
    'vnet-tolower(‹prefix›)-substring(uniquestring(∕subscriptions∕‹subscription().subscriptionId›), 0, 4)',
    'vnet-‹prefix›-…',
  ],
  ['‹nsgName›', '‹nsgName›'],
  ['trim(toupper(‹a›))-x', '‹a›-x'],
  ['sys.string(‹a›)', 'sys.‹a›'],
  ['lower(upper(‹var.a›))-trimspace(‹b›)', '‹var.a›-‹b›'],
  ['newguid()', 'newguid'],
  ['f(g(‹a›), b)-‹c›', '…-‹c›'],
  ['f((‹a›))', 'f((‹a›))'],
  ['f(tolower(‹a›', 'f(tolower(‹a›'],
  ['a)b', 'a)b'],
])('%s is shown as %s', (name, shown) => {
  expect(displayName(name)).toBe(shown);
});

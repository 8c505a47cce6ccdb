import { expect, test } from 'vitest';
import { redactForSupport } from '../../../src/wording/redact-for-support';

const request = 'cae3e4ae-8f2d-9ebf-8d06-f1137b329c58';

test.each([
  ['an account', 'The client anna@contoso.com has no role.', 'The client <account> has no role.'],
  ['the ID of a person', "Object id '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10'.", "Object id '<id>'."],
  [
    'the ID of a subnet',
    "No join on '/subscriptions/3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet'.",
    "No join on '<Microsoft.Network/virtualNetworks/subnets>'.",
  ],
  [
    'a subscription',
    'scope /subscriptions/3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10 is',
    'scope <subscription> is',
  ],
  ['an address', 'Node 10.40.4.7 of 10.40.4.0/24', 'Node <address> of <address>'],
  [
    'a signed link',
    'https://a.blob.core.windows.net/x?sig=abc%3D&se=2026',
    'https://a.blob.core.windows.net/x?sig=<secret>&se=<secret>',
  ],
  ['a token', 'Authorization: Bearer eyJ0.eyJh-_x.y', 'Authorization: Bearer <secret>'],
  ['a key', `key ${'Ab3+'.repeat(22)}==`, 'key <secret>'],
  ['what support needs', `AllocationTimeout, request ${request}`, `AllocationTimeout, request ${request}`],
])('%s', (_, text, redacted) => {
  expect(redactForSupport(text, [request])).toBe(redacted);
});

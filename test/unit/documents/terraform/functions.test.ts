import { describe, expect, test } from 'vitest';
import { decodedJson } from '../../../../src/documents/terraform/functions/encoding-functions';
import { evaluatedHcl, terraformFolder } from '../../../support/terraform-folder';

/** Expressions with the result of HashiCorp's evaluator. */
const cases: readonly (readonly [expression: string, value: unknown])[] = [
  ['cidrsubnets("10.0.0.0/16", 8, 4, 8)', ['10.0.0.0/24', '10.0.16.0/20', '10.0.32.0/24']],
  ['cidrhost("10.0.0.0/24", -2)', '10.0.0.254'],
  ['cidrnetmask("10.0.0.0/20")', '255.255.240.0'],
  ['merge({ a = 1, b = 1 }, null, { b = 2 })', { a: 1, b: 2 }],
  ['flatten([[1, [2]], [], [[3]]])', [1, 2, 3]],
  ['zipmap(["b", "a"], [1, 2])', { b: 1, a: 2 }],
  [
    'setproduct(["a", "b"], [1, 2])',
    [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ],
  ],
  ['{ for k, v in { b = 1, a = 2 } : upper(k) => v if v > 1 }', { A: 2 }],
  ['[for k, v in ["x", "y"] : "${k}-${v}"]', ['0-x', '1-y']],
  ['{ for s in ["aa", "ab", "b"] : substr(s, 0, 1) => s... }', { a: ['aa', 'ab'], b: ['b'] }],
  ['true ? 1 : "a"', '1'],
  ['try({ a = 1 }.b, "fallback")', 'fallback'],
  ['can(tonumber("x"))', false],
  ['toset(["b", "a", "b"])', ['a', 'b']],
  ['format("%03d|%-4s|%v|%.1f|%%", 7, "ab", true, 2.5)', '007|ab  |true|2.5|%'],
  ['formatlist("%s-%s", "a", ["x", "y"])', ['a-x', 'a-y']],
  ['jsonencode({ b = [1, "<"], a = null })', '{"a":null,"b":[1,"\\u003c"]}'],
  ['yamldecode("a: [1, x]")', { a: [1, 'x'] }],
  ['coalesce("", null, "a")', 'a'],
  ['[] == tolist([])', false],
  ['0.1 + 0.2', 0.3],
  ['one([])', null],
  ['element(["a", "b"], 3)', 'b'],
  ['alltrue([true, "true"])', true],
];

describe('functions and operators of Terraform', () => {
  test.each(cases)('%s', (expression, value) => {
    expect(evaluatedHcl(expression)).toEqual(value);
  });

  test('an encoded value with the ID of a resource can be decoded', () => {
    const { resources } = terraformFolder(`
resource "azapi_resource" "c" {
  body = jsonencode({ properties = { subnet = { id = azurerm_subnet.s.id } } })
}
resource "azurerm_subnet" "s" {}
`);
    const body = resources.find(({ type }) => type === 'azapi_resource')?.values.members.get('body');
    const decoded = body && decodedJson(body);
    const properties = decoded?.is === 'object' ? decoded.members.get('properties') : undefined;
    const subnet = properties?.is === 'object' ? properties.members.get('subnet') : undefined;
    const id = subnet?.is === 'object' ? subnet.members.get('id') : undefined;
    expect(body?.is).toBe('unknown');
    expect(id).toMatchObject({ is: 'unknown', symbol: 'azurerm_subnet.s.id' });
  });
});

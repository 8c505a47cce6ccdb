import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';

const id = 'compute-before-private-endpoint';
const apart = readFileSync(`test/fixtures/checks/${id}.fails.tf`, 'utf8');
const end = 'scale_settings {';
const endpoint = 'azurerm_private_endpoint.to_workspace';

/** The example in which the cluster doesn't wait for the endpoint, with an additional line in the cluster. */
const withLine = (line: string, more = '') => `${apart.replace(end, `${line}\n  ${end}`)}\n${more}`;

const cases: readonly (readonly [string, string, string])[] = [
  ['no reference to the endpoint', apart, 'error'],
  ['depends_on', withLine(`depends_on = [${endpoint}]`), 'none'],
  ['a reference', withLine(`description = "Behind \${${endpoint}.name}"`), 'none'],
  [
    'a reference to one of its connections',
    withLine(`description = ${endpoint}.private_service_connection[0].name`),
    'none',
  ],
  [
    'a local value of a local value',
    withLine('description = local.a', `locals {\n  a = upper(local.b)\n  b = { x = ${endpoint}.id }\n}`),
    'none',
  ],
  [
    'another resource that depends on it',
    withLine(
      'depends_on = [azurerm_management_lock.keep]',
      `resource "azurerm_management_lock" "keep" {\n  name = "keep"\n  scope = ${endpoint}.id\n  lock_level = "CanNotDelete"\n}`,
    ),
    'none',
  ],
  ['a string that looks like it', withLine(`description = "${endpoint}.id"`), 'error'],
  [
    'a module with the endpoint as argument',
    withLine(
      'description = module.names.cluster',
      `module "names" {\n  source = "./names"\n  endpoint = ${endpoint}.id\n}`,
    ),
    'info',
  ],
  ['an unreadable argument', withLine('description = )'), 'info'],
];

it('in a module, an argument of the caller can refer to the endpoint, and a default can’t', async () => {
  const severityWith = async (argument: string, more = '') => {
    const { check } = await analyzed({
      'main.tf': `module "ml" {\n  source = "./ml"\n${argument}}\n${more}`,
      './': 'main.tf',
      'ml/main.tf': apart,
      'ml/': 'main.tf',
    });
    return problemsOf(check).find((one) => one.id === id)?.severity;
  };
  expect(apart).toContain('var.location');
  expect(await severityWith('')).toBe('error');
  expect(
    await severityWith('  location = var.region\n', 'variable "region" {\n  default = "westeurope"\n}\n'),
  ).toBe('error');
  expect(await severityWith('  location = lower(module.ml.endpoint)\n')).toBe('info');
});

it.each(cases)('%s', async (_, text, expected) => {
  const { check } = await analyzed({ 'main.tf': text, './': 'main.tf' });
  const found = problemsOf(check).find((one) => one.id === id);
  expect(found?.severity ?? 'none').toBe(expected);
});

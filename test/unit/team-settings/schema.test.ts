import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { messagesIn } from '../../support/messages-in';
import { aboutKey } from '../../../src/team-settings/settings-help';
import { settingSchemas } from '../../../src/team-settings/settings-schema';

type Schema = Readonly<Record<string, unknown>>;

/** Returns the schema as JSON, with descriptions of the settings in a language. */
function schemaIn(language: string): Schema {
  const say = messagesIn(language);
  const optional = Object.fromEntries(
    Object.entries(settingSchemas).map(([name, schema]) => [name, v.optional(schema as v.GenericSchema)]),
  );
  const plain = toJsonSchema(v.strictObject(optional), { target: 'draft-07', errorMode: 'ignore' });
  const describe = (schema: Schema, path: readonly string[]): Schema => {
    const properties = schema['properties'] as Readonly<Record<string, Schema>> | undefined;
    const items = schema['items'] as Schema | undefined;
    const about = aboutKey(path);
    return {
      ...schema,
      ...(path.length > 0 && say.has(about) ? { markdownDescription: say(about) } : {}),
      ...(items ? { items: describe(items, path) } : {}),
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, one]) => [name, describe(one, [...path, name])]),
        ),
      }),
    };
  };
  const { properties, ...rest } = describe(plain as Schema, []) as { readonly properties: object };
  // The file can reference its schema.
  return { ...rest, properties: { $schema: { type: 'string' }, ...properties } };
}

/** After an intended change, `npx vitest run test/unit/team-settings -u` writes the files again. */
test.each([
  ['en', 'team-settings.schema.json'],
  ['fr', 'team-settings.schema.fr.json'],
])('the schema for editors (%s) is up to date', async (language, file) => {
  const text = `${JSON.stringify(schemaIn(language), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../../../media/${file}`);
});

test('the schema accepts valid settings, and nothing else', () => {
  const check = new Ajv({ strict: false }).compile(schemaIn('en'));
  const entry = { id: 'nsg-rule-blocks', reason: 'x', expires: '2027-01-01' };
  expect(
    check({ publicIp: 'no', ignore: [entry], deployments: [{ name: 'a', parts: [{ template: 'b' }] }] }),
  ).toBe(true);
  expect(check({ ignore: [{ ...entry, expires: undefined }] })).toBe(false);
  expect(check({ hosts: ['a'] })).toBe(false);
  expect(check({ severity: { a: 'fatal' } })).toBe(false);
});

import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';
import { bicepEditor } from '../../../../src/documents/edits/file-editor';
import { withEdits, type TextEdit, type Written } from '../../../../src/documents/edits/text-edit';
import type { Expression } from '../../../../src/documents/template/expression';
import { startBicep } from '../../../support/bicep';
import { bicepFixtures, fixtureFolder, type BicepFixture } from '../../../support/bicep-fixtures';
import { written } from './written';

type ArrayExpression = Extract<Expression, { is: 'array' }>;
type ObjectExpression = Extract<Expression, { is: 'object' }>;

const fixtures = bicepFixtures().filter(({ name }) => name.endsWith('.bicep'));

/** Every list of a file, in the order of the text. */
function listsOf(text: string, name: string): (ArrayExpression | ObjectExpression)[] {
  const lists: (ArrayExpression | ObjectExpression)[] = [];
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if (isList(one)) lists.push(one);
    for (const inner of Object.values(one)) visit(inner);
  };
  visit(readBicep(text, name));
  return lists;
}

function isList(one: object): one is ArrayExpression | ObjectExpression {
  return 'is' in one && (one.is === 'array' || one.is === 'object');
}

/** The list that began at `start`, as it is understood after an edit that must not have broken anything. */
function afterwards(text: string, { name }: BicepFixture, start: number): string {
  expect(readBicep(text, name).errors).toEqual([]);
  const list = listsOf(text, name).find((one) => one.place.start === start);
  return list === undefined ? 'no list' : written(list);
}

const entriesOf = (list: ArrayExpression | ObjectExpression): string[] =>
  list.is === 'array' ? list.items.map(written) : list.members.map(written);

const listOf = (list: ArrayExpression | ObjectExpression, entries: readonly string[]): string =>
  list.is === 'array' ? `[${entries.join(', ')}]` : `{${entries.join(', ')}}`;

/** Values of entries, by which they are taken away; none of a spread. */
function removableOf(list: ArrayExpression | ObjectExpression): (Expression | undefined)[] {
  return list.is === 'array'
    ? list.items.map((item) => (item.is === 'spread' ? undefined : item))
    : list.members.map((member) => (member.is === 'spread' ? undefined : member.value));
}

describe.each(fixtures)('$name: after each edit the file says what it said, but for the edit', (fixture) => {
  const { name, text } = fixture;
  const lists = listsOf(text, name);

  test('an entry added to any list', () => {
    for (const list of lists) {
      for (const value of ["it's", { deep: { list: [1, 'two'] } }] as const) {
        const edits =
          list.is === 'array'
            ? bicepEditor.insertItem(text, list.place, value)
            : bicepEditor.setMember(text, list.place, { name: 'new-one', value });
        const shown = typeof value === 'string' ? '"it\'s"' : '{"deep": {"list": [1, "two"]}}';
        const entry = list.is === 'array' ? shown : `"new-one": ${shown}`;
        expect(afterwards(withEdits(text, edits), fixture, list.place.start)).toBe(
          listOf(list, [...entriesOf(list), entry]),
        );
      }
    }
  });

  test('any entry taken away', () => {
    for (const list of lists) {
      for (const [index, value] of removableOf(list).entries()) {
        if (value === undefined) continue;
        const edits = bicepEditor.removeValue(text, value.place);
        const left = entriesOf(list).filter((_entry, at) => at !== index);
        expect(afterwards(withEdits(text, edits), fixture, list.place.start)).toBe(listOf(list, left));
      }
    }
  });

  test('any plain value replaced', () => {
    for (const list of lists) {
      for (const [index, value] of removableOf(list).entries()) {
        if (value?.is !== 'literal') continue;
        const edits = bicepEditor.replaceValue(text, value.place, ['a', 2]);
        const before = entriesOf(list);
        const key = list.is === 'object' ? `${before[index]!.slice(0, -written(value).length)}` : '';
        const entries = before.map((entry, at) => (at === index ? `${key}["a", 2]` : entry));
        expect(afterwards(withEdits(text, edits), fixture, list.place.start)).toBe(listOf(list, entries));
      }
    }
  });
});

test('there is something to edit', () => {
  expect(fixtures.flatMap(({ name, text }) => listsOf(text, name)).length).toBeGreaterThan(200);
});

/** A value as JSON has it; undefined where it computes something. */
function plain(expression: Expression): Written | undefined {
  if (expression.is === 'literal') return expression.value;
  if (expression.is === 'array') {
    const items = expression.items.flatMap((item) => (item.is === 'spread' ? [undefined] : [plain(item)]));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (expression.is !== 'object') return undefined;
  const members = expression.members.flatMap((one) =>
    one.is === 'spread' || one.key.is !== 'literal'
      ? [undefined]
      : [[String(one.key.value), plain(one.value)]],
  );
  const isWhole = members.every(
    (one): one is [string, Written] => one?.[1] !== undefined && typeof one[0] === 'string',
  );
  return isWhole ? Object.fromEntries(members) : undefined;
}

const grown = ['securityRules', 'routes', 'subnets', 'addressPrefixes', 'destinationPortRanges', 'tags'];

/** What fixes do: another rule, route, subnet, port; a member set; one of several taken away. */
function editsLikeFixes({ name, text }: BicepFixture): (readonly TextEdit[])[] {
  const holders = listsOf(text, name).filter((list) => list.is === 'object');
  return holders.flatMap((holder) =>
    holder.members.flatMap((member) => {
      if (member.is === 'spread' || member.key.is !== 'literal') return [];
      const { value } = member;
      if (!grown.includes(String(member.key.value))) return [];
      if (value.is === 'object') {
        return [bicepEditor.setMember(text, value.place, { name: 'team', value: 'ml' })];
      }
      return value.is === 'array' ? editsOfArray(text, value) : [];
    }),
  );
}

function editsOfArray(text: string, { items, place }: ArrayExpression): (readonly TextEdit[])[] {
  return items.flatMap((item, index) => {
    const value = item.is === 'spread' ? undefined : plain(item);
    if (value === undefined || item.is === 'spread') return [];
    const isOneOfSeveral = items.length > 1 && index > 0;
    return [
      bicepEditor.insertItem(text, place, value),
      bicepEditor.replaceValue(text, item.place, value),
      ...(isOneOfSeveral ? [bicepEditor.removeValue(text, item.place)] : []),
    ];
  });
}

const bicep = startBicep();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edits-'));
  cpSync(fixtureFolder, folder, { recursive: true });
});
afterAll(() => {
  bicep?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fixable = fixtures
  .map((fixture) => ({ fixture, name: fixture.name, edits: editsLikeFixes(fixture) }))
  .filter(({ edits }) => edits.length > 0);

test('there are files to fix', () => {
  expect(fixable.flatMap(({ edits }) => edits).length).toBeGreaterThan(20);
});

if (bicep) {
  test.each(fixable)(
    '$name: the compiler finds nothing new after edits like those of fixes',
    async ({ fixture, edits }) => {
      const path = join(folder, fixture.name);
      const found = async (text: string): Promise<string[]> => {
        writeFileSync(path, text);
        const { diagnostics } = await bicep.compile(path);
        return diagnostics.map(({ level, code }) => `${level} ${code}`).sort();
      };
      const before = await found(fixture.text);
      for (const edit of edits) {
        expect(edit).not.toEqual([]);
        expect(await found(withEdits(fixture.text, edit))).toEqual(before);
      }
      writeFileSync(path, fixture.text);
    },
  );
}

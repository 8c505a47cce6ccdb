import { mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bicepEditor } from '../../../../src/documents/edits/file-editor';
import { withEdits, type TextEdit, type WrittenValue } from '../../../../src/documents/edits/text-edit';
import type { Expression } from '../../../../src/documents/template/expression';
import { startBicep } from '../../../support/bicep';
import { bicepFixtures, fixtureFolder, type BicepFixture } from '../../../support/bicep-fixtures';
import { someCases } from '../../../support/case-count';
import { editLosses, listsOf } from '../../../support/edit-losses';

type ArrayExpression = Extract<Expression, { is: 'array' }>;

const fixtures = bicepFixtures().filter(({ name }) => name.endsWith('.bicep'));

test('each edit changes only the edited declarations', { timeout: 600_000 }, () => {
  const losses = someCases(fixtures, 12).map((one) => ({ name: one.name, losses: editLosses(one) }));
  expect(losses.filter((one) => one.losses.length > 0)).toEqual([]);
});

test('there are enough lists to edit', () => {
  expect(fixtures.flatMap(({ name, text }) => listsOf(text, name)).length).toBeGreaterThan(200);
});

/** Returns a value as JSON, or undefined if it's computed. */
function plain(expression: Expression): WrittenValue | undefined {
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
    (one): one is [string, WrittenValue] => one?.[1] !== undefined && typeof one[0] === 'string',
  );
  return isWhole ? Object.fromEntries(members) : undefined;
}

const grown = ['securityRules', 'routes', 'subnets', 'addressPrefixes', 'destinationPortRanges', 'tags'];

/** Returns edits like those of fixes: another rule, route, subnet, or port; a changed member; a removed item. */
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
      bicepEditor.insertItems(text, place, [value]),
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

test('there are enough files to fix', () => {
  expect(fixable.flatMap(({ edits }) => edits).length).toBeGreaterThan(20);
});

if (bicep) {
  test('the compiler reports nothing new after edits like those of fixes', { timeout: 600_000 }, async () => {
    for (const { fixture, name, edits } of someCases(fixable, 3)) {
      const path = join(folder, name);
      const found = async (text: string): Promise<string[]> => {
        writeFileSync(path, text);
        const { diagnostics } = await bicep.compile(path);
        return diagnostics.map(({ level, code }) => `${level} ${code}`).sort();
      };
      const before = await found(fixture.text);
      for (const [at, edit] of edits.entries()) {
        expect(edit).not.toEqual([]);
        expect(await found(withEdits(fixture.text, edit)), `${name}, edit ${at}`).toEqual(before);
      }
      writeFileSync(path, fixture.text);
    }
  });
}

import { expect, test } from 'vitest';
import { withEdits, type TextEdit } from '../../../../src/documents/edits/text-edit';
import {
  editEntries,
  entriesOfBody,
  removeListed,
  setMembers,
} from '../../../../src/documents/hcl/hcl-edits';
import { insertTupleItems } from '../../../../src/documents/hcl/hcl-list-edits';
import type { HclSource } from '../../../../src/documents/hcl/hcl-text';
import type { HclExpression } from '../../../../src/documents/hcl/hcl-syntax';
import { parseHcl } from '../../../../src/documents/hcl/parse-hcl';

type Edit = (source: HclSource, value: HclExpression) => readonly TextEdit[] | undefined;

/** Returns the text of `a = …` after an edit of its value. */
function edited(text: string, edit: Edit): string {
  const [attribute] = parseHcl(text, 'a.tf').body.attributes;
  if (!attribute) throw new Error('there is no argument');
  return withEdits(text, edit({ file: 'a.tf', text }, attribute.value) ?? []);
}

const addText =
  (written: string): Edit =>
  (source, value) =>
    value.is === 'tuple' ? insertTupleItems(source, value, [() => written]) : undefined;

test.each([
  ['a = []\n', '"x"', 'a = ["x"]\n'],
  ['a = []\n', '{}', 'a = [\n  {}\n]\n'],
  ['a = ["b"]\n', '"x"', 'a = ["b", "x"]\n'],
  ['a = [\n  "b",\n]\n', '"x"', 'a = [\n  "b",\n  "x",\n]\n'],
  ['a = [\n  "b" # last\n]\n', '"x"', 'a = [\n  "b", # last\n  "x"\n]\n'],
  ['a = [\r\n  "b",\r\n]\r\n', '"x"', 'a = [\r\n  "b",\r\n  "x",\r\n]\r\n'],
  ['a = [{\n  b = 1\n}]\n', '{\n  b = 2\n}', 'a = [{\n  b = 1\n}, {\n  b = 2\n}]\n'],
  [
    `a = [{ b = "${'1'.repeat(120)}" }]\n`,
    '{ b = 2 }',
    `a = [\n  { b = "${'1'.repeat(120)}" },\n  { b = 2 },\n]\n`,
  ],
])('adds to %j: %s', (text, added, after) => {
  expect(edited(text, addText(added))).toBe(after);
});

test.each([
  ['a = { b = 1 }\n', 'a = { b = 2, long = 3 }\n'],
  ['a = {}\n', 'a = { b = 2, long = 3 }\n'],
  ['a = {\n  b = 1\n}\n', 'a = {\n  b    = 2\n  long = 3\n}\n'],
  ['a = {\n  b = 1,\n  cd = 4,\n}\n', 'a = {\n  b = 2,\n  cd = 4,\n  long = 3,\n}\n'],
  ['a = {\n  "b" : 1\n}\n', 'a = {\n  "b" : 2\n  "long" : 3\n}\n'],
])('sets members of %j', (text, after) => {
  const members = [
    { name: 'b', value: '2' },
    { name: 'long', value: '3' },
  ];
  const edit: Edit = (source, value) =>
    value.is === 'object' ? setMembers(source, value, members) : undefined;
  expect(edited(text, edit)).toBe(after);
});

test.each([
  ['a = ["b", "c"]\n', 0, 'a = ["c"]\n'],
  ['a = ["b", "c"]\n', 1, 'a = ["b"]\n'],
  ['a = [\n  "b",\n  "c",\n]\n', 1, 'a = [\n  "b",\n]\n'],
])('removes from %j item %i', (text, at, after) => {
  const edit: Edit = (source, value) =>
    value.is === 'tuple' ? removeListed(source, value.items, at) : undefined;
  expect(edited(text, edit)).toBe(after);
});

test('a renamed argument aligns the lines around it, and no others', () => {
  const text = 'x {\n  b    = 1\n  port = 2\n\n  c = 3\n}\n';
  const [block] = parseHcl(text, 'a.tf').body.blocks;
  if (!block) throw new Error('there is no block');
  const changed = new Map([[1, { name: 'ports', value: '[2, 3]' }]]);
  const edits = editEntries({ file: 'a.tf', text }, entriesOfBody(block.body), { changed });
  expect(withEdits(text, edits ?? [])).toBe('x {\n  b     = 1\n  ports = [2, 3]\n\n  c = 3\n}\n');
});

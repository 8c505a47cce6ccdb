import { describe, expect, test } from 'vitest';
import {
  insertJsonItems,
  removeJsonValue,
  replaceJsonValue,
  setJsonMember,
} from '../../../../src/documents/arm/json-edits';
import { withEdits, type TextEdit } from '../../../../src/documents/edits/text-edit';
import type { SourceRange } from '../../../../src/documents/source/source-range';

const placeOf = (text: string, part: string): SourceRange => {
  const start = text.indexOf(part);
  return { file: 'a.json', start, end: start + part.length };
};

const edited = (text: string, edits: readonly TextEdit[]): string => withEdits(text, edits);

describe('edits of JSON keep the style of the file', () => {
  test('an item is added to the end of a list, with its indentation', () => {
    const text = '{\n  "rules": [\n    { "name": "a" }\n  ]\n}\n';
    const after = edited(
      text,
      insertJsonItems(text, placeOf(text, '[\n    { "name": "a" }\n  ]'), [{ name: 'b' }]),
    );
    expect(after).toBe('{\n  "rules": [\n    { "name": "a" },\n    { "name": "b" }\n  ]\n}\n');
  });

  test('tabs and Windows line endings are kept', () => {
    const text = '{\r\n\t"rules": []\r\n}\r\n';
    const after = edited(text, insertJsonItems(text, placeOf(text, '[]'), ['x']));
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(JSON.parse(after)).toEqual({ rules: ['x'] });
    expect(after).toContain('\t\t"x"');
  });

  test('a member is set, or added if it’s missing, and comments are kept', () => {
    const text = '{\n  // why\n  "a": { "b": 1 }\n}';
    const object = placeOf(text, '{ "b": 1 }');
    expect(edited(text, setJsonMember(text, object, { name: 'b', value: 2 }))).toBe(
      '{\n  // why\n  "a": { "b": 2 }\n}',
    );
    const added = edited(text, setJsonMember(text, object, { name: 'c', value: true }));
    expect(added).toContain('// why');
    expect(added).toMatch(/"b": 1,\s*"c": true/);
  });

  test('the only item is removed with the lines of its brackets, but not with a comment', () => {
    const text = '{\n  "list": [\n    3\n  ]\n}';
    expect(edited(text, removeJsonValue(text, placeOf(text, '3')))).toBe('{\n  "list": []\n}');
    const overrides = '{ "list": [\n // why\n 3 ] }';
    expect(edited(overrides, removeJsonValue(overrides, placeOf(overrides, '3')))).toContain('// why');
  });

  test('a value is replaced, and an item is removed with its comma', () => {
    const text = '{ "list": [1, 2, 3] }';
    expect(edited(text, replaceJsonValue(text, placeOf(text, '2'), 20))).toBe('{ "list": [1, 20, 3] }');
    expect(edited(text, removeJsonValue(text, placeOf(text, '3')))).toBe('{ "list": [1, 2] }');
    expect(edited(text, removeJsonValue(text, placeOf(text, '1')))).toBe('{ "list": [2, 3] }');
  });
});

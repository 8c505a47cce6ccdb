import { describe, expect, test } from 'vitest';
import { insertBicepItems } from '../../../../src/documents/bicep/edits/bicep-edits';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';
import { bicepEditor, editorOf } from '../../../../src/documents/edits/file-editor';
import { withEdits, type WrittenValue } from '../../../../src/documents/edits/text-edit';
import type { SourceRange } from '../../../../src/documents/source/source-range';

const placeOf = (text: string, part: string): SourceRange => {
  const start = text.indexOf(part);
  expect(start, `‘${part}’ stands in the text`).toBeGreaterThanOrEqual(0);
  return { file: 'main.bicep', start, end: start + part.length };
};

/** A variable with the lines as its value, before and after the edit. */
const lines = (...all: string[]): string => `var it = ${all.join('\n')}\n`;

function inserted(text: string, array: string, item: WrittenValue): string {
  return withEdits(text, bicepEditor.insertItems(text, placeOf(text, array), [item]));
}

function set(text: string, object: string, member: { name: string; value: WrittenValue }): string {
  return withEdits(text, bicepEditor.setMember(text, placeOf(text, object), member));
}

function replaced(text: string, part: string, value: WrittenValue): string {
  return withEdits(text, bicepEditor.replaceValue(text, placeOf(text, part), value));
}

function removed(text: string, part: string): string {
  return withEdits(text, bicepEditor.removeValue(text, placeOf(text, part)));
}

test('Bicep files and their parameter files are edited as Bicep', () => {
  expect(editorOf('/a/main.bicep')).toBe(bicepEditor);
  expect(editorOf('/a/main.bicepparam')).toBe(bicepEditor);
});

describe('adding an item to the end of a list', () => {
  const rule = { name: 'b', properties: { priority: 200, ports: ['443', '8787'] } };

  test('uses separate lines if the others do', () => {
    expect(inserted(lines('[', '  {', "    name: 'a'", '  }', ']'), '[', rule)).toBe(
      lines(
        '[',
        '  {',
        "    name: 'a'",
        '  }',
        '  {',
        "    name: 'b'",
        '    properties: {',
        '      priority: 200',
        '      ports: [',
        "        '443'",
        "        '8787'",
        '      ]',
        '    }',
        '  }',
        ']',
      ),
    );
  });

  test('uses one line if the others do, and writes short lists on one line if the file does', () => {
    expect(inserted(lines("['443', '8787']"), '[', '18881')).toBe(lines("['443', '8787', '18881']"));
    expect(inserted(lines('[1, 2,]'), '[', 3)).toBe(lines('[1, 2, 3,]'));
    expect(inserted(lines('[', "  { ports: ['1'] }", ']'), '[', { ports: ['2', '3'] })).toBe(
      lines('[', "  { ports: ['1'] }", "  { ports: ['2', '3'] }", ']'),
    );
    expect(inserted(lines("[{ name: 'a' }]"), '[', { name: 'b', list: [] })).toBe(
      lines("[{ name: 'a' }, { name: 'b', list: [] }]"),
    );
  });

  test('inserts after the comment of the last item, and before comments at the end', () => {
    expect(inserted(lines('[', '  1 // one', '  // end', ']'), '[', 2)).toBe(
      lines('[', '  1 // one', '  2', '  // end', ']'),
    );
    expect(inserted(lines('[ // first', '  1 /* one */ ]'), '[', 2)).toBe(
      lines('[ // first', '  1', '  2 /* one */ ]'),
    );
  });

  test('works for an empty list', () => {
    expect(inserted(lines('[]'), '[', 'a')).toBe(lines("['a']"));
    expect(inserted(lines('[]'), '[', { a: 1 })).toBe(lines('[', '  {', '    a: 1', '  }', ']'));
    expect(inserted(lines('[', ']'), '[', 1)).toBe(lines('[', '  1', ']'));
    expect(inserted(lines('[', '', ']'), '[', 1)).toBe(lines('[', '  1', ']'));
    expect(inserted(lines('[', '  // none yet', ']'), '[', 1)).toBe(lines('[', '  // none yet', '  1', ']'));
    expect(inserted(lines('[ /* none */ ]'), '[', 1)).toBe(lines('[ /* none */ ', '  1', ']'));
  });

  test('uses the indentation and line endings of the file', () => {
    const tabs = 'var it = {\r\n\ta: [\r\n\t\t1\r\n\t]\r\n}\r\n';
    expect(inserted(tabs, '[', { b: 2 })).toBe(
      'var it = {\r\n\ta: [\r\n\t\t1\r\n\t\t{\r\n\t\t\tb: 2\r\n\t\t}\r\n\t]\r\n}\r\n',
    );
    const four = lines('{', '    a: []', '}');
    expect(inserted(four, '[', { b: 2 })).toBe(
      lines('{', '    a: [', '        {', '            b: 2', '        }', '    ]', '}'),
    );
  });

  test('adds several items at once', () => {
    const text = lines("['443']");
    const edits = insertBicepItems(text, placeOf(text, '['), ['8787', '18881']);
    expect(withEdits(text, edits)).toBe(lines("['443', '8787', '18881']"));
  });

  test('isn’t possible for a loop, another expression, or a list with syntax errors', () => {
    for (const [text, part] of [
      [lines('[for x in y: x]'), '['],
      [lines('union(a, b)'), 'union'],
      [lines('[', '  1'), '['],
      [lines('[', '  = 1', ']'), '['],
    ] as const) {
      expect(bicepEditor.insertItems(text, placeOf(text, part), [1])).toEqual([]);
    }
  });
});

describe('setting a member', () => {
  test('replaces its value, however its name is written', () => {
    const text = lines('{', '  a: 1 // why', "  'b-c': 'x'", '}');
    expect(set(text, '{', { name: 'a', value: 2 })).toBe(lines('{', '  a: 2 // why', "  'b-c': 'x'", '}'));
    expect(set(text, '{', { name: 'b-c', value: 'y' })).toBe(
      lines('{', '  a: 1 // why', "  'b-c': 'y'", '}'),
    );
  });

  test('adds it at the end, and quotes its name if necessary', () => {
    const text = lines('{', '  a: 1', '}');
    expect(set(text, '{', { name: 'b', value: { c: true } })).toBe(
      lines('{', '  a: 1', '  b: {', '    c: true', '  }', '}'),
    );
    expect(set(text, '{', { name: 'x-y', value: null })).toBe(lines('{', '  a: 1', "  'x-y': null", '}'));
    expect(set(text, '{', { name: 'true', value: 1 })).toBe(lines('{', '  a: 1', "  'true': 1", '}'));
    expect(set(lines('{ a: 1 }'), '{', { name: 'b', value: [1] })).toBe(lines('{ a: 1, b: [1] }'));
    expect(set(lines('{}'), '{', { name: 'b', value: 1 })).toBe(lines('{', '  b: 1', '}'));
  });
});

describe('replacing a value', () => {
  test.each<[string, WrittenValue, string]>([
    ["'443'", '8787', "'8787'"],
    ["'443'", ['443', '8787'], "[\n  '443'\n  '8787'\n]"],
    ['[1]', [1, 2], '[1, 2]'],
    ["'a'", "it's \\ ${x}\n", "'it\\'s \\\\ \\${x}\\n'"],
    ['true', false, 'false'],
    ['1', 1.5, "json('1.5')"],
  ])('replaces %s with %j', (before, value, after) => {
    expect(replaced(`var it = ${before}\n`, before, value)).toBe(`var it = ${after}\n`);
  });

  test('needs a value with exactly that range', () => {
    const text = lines("'443'");
    expect(bicepEditor.replaceValue(text, placeOf(text, "'44"), 'x')).toEqual([]);
  });
});

describe('removing a value', () => {
  test('removes its lines and the comments directly above', () => {
    const text = lines(
      '[',
      '  // of the first',
      '  1',
      '',
      '  // apart',
      '',
      '  /* of the second',
      '     over lines */',
      '  #disable-next-line BCP001',
      '  2 // behind',
      '  3',
      ']',
    );
    expect(removed(text, '2')).toBe(lines('[', '  // of the first', '  1', '', '  // apart', '', '  3', ']'));
    expect(removed(lines('[', '  1', '  2', ']'), '2')).toBe(lines('[', '  1', ']'));
  });

  test('removes the lines of the brackets if it’s the only item', () => {
    expect(removed(lines('[', '  1', ']'), '1')).toBe(lines('[]'));
    expect(removed(lines('{', '  // of it', '  a: [1] // it', '}'), '[1]')).toBe(lines('{}'));
    // Comments about something else are kept.
    expect(removed(lines('[', '  // apart', '', '  1', ']'), '1')).toBe(lines('[', '  // apart', '', ']'));
  });

  test('removes its comma', () => {
    expect(removed(lines('[1, 2, 3]'), '1')).toBe(lines('[2, 3]'));
    expect(removed(lines('[1, 2, 3]'), '2')).toBe(lines('[1, 3]'));
    expect(removed(lines('[1, 2, 3]'), '3')).toBe(lines('[1, 2]'));
    expect(removed(lines('[1, 2,]'), '2')).toBe(lines('[1, ]'));
    expect(removed(lines('[ 1 ]'), '1')).toBe(lines('[]'));
  });

  test('removes a member by its value', () => {
    expect(removed(lines('{', '  a: 1', '  b: { c: 2 }', '}'), '{ c: 2 }')).toBe(lines('{', '  a: 1', '}'));
    expect(removed(lines('{ a: 1, b: 2 }'), '1')).toBe(lines('{ b: 2 }'));
  });

  test('keeps a bracket on the same line', () => {
    expect(removed(lines('[1', '  2 // two', '  3]'), '3')).toBe(lines('[1', '  2 // two', '  ]'));
    expect(removed(lines('[1', '  2]'), '1')).toBe(lines('[', '  2]'));
  });

  test('removes a whole declaration', () => {
    const text = [
      '// of a',
      "resource a 'Microsoft.Network/routeTables/routes@2024-05-01' = {",
      "  name: 'a'",
      '}',
      'param b string',
      '',
    ].join('\n');
    const [a] = readBicep(text, 'main.bicep').resources;
    expect(withEdits(text, bicepEditor.removeValue(text, a!.place))).toBe('param b string\n');
  });
});

describe('removing a declaration leaves one blank line instead of two', () => {
  const a = "var a = 'a'\n";
  const b = "var b = 'b'\n";
  const c = "var c = 'c'\n";

  test.each([
    ['between two', `${a}\n${b}\n${c}`, `${a}\n${c}`],
    ['first', `${b}\n${c}`, c],
    ['last', `${a}\n${b}`, a],
    ['with its comment', `${a}\n// what b is for\n${b}\n${c}`, `${a}\n${c}`],
    ['without empty lines', `${a}${b}${c}`, `${a}${c}`],
    [
      'with Windows line endings',
      `${a}\n${b}\n${c}`.replaceAll('\n', '\r\n'),
      `${a}\n${c}`.replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_, text, left) => {
    expect(removed(text, "var b = 'b'")).toBe(left);
  });
});

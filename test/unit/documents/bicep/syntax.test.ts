import { expect, test } from 'vitest';
import { parseBicep } from '../../../../src/documents/bicep/parser/parse';
import { isToken, syntaxParts } from '../../../../src/documents/bicep/syntax/parts';
import type { SyntaxNode } from '../../../../src/documents/bicep/syntax/syntax';
import { marks } from '../../../../src/documents/bicep/tokens/token';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import { lossesOf } from '../../../support/bicep-syntax';

const fixtures = bicepFixtures();

test('no fixture has a fault', () => {
  expect(fixtures.flatMap(({ name, text }) => parseBicep(text, name).faults)).toEqual([]);
});

test('each fixture equals its tokens byte for byte, and each token is in the syntax tree once', () => {
  for (const { name, text } of fixtures) expect(lossesOf(text, name), name).toBeUndefined();
});

test('an invalid text has a lossless syntax tree', () => {
  for (const text of [
    '@@ param } ${ \u0000 é 😀 ))) = [',
    "resource a 'b",
    'var a = {\n  b: [\n    c(',
    "var a = '${'${",
    "$'''${\n}'''",
    '\r\r\n\n/* ',
    "resource ''={{}\nb:t\n@\n",
    'type{@\n',
    'type a = {\n  b: int\n  @a()\n\n',
    'type a = [\n  int\n  @a()\n\n',
    'type a = [\n  @\n  )\n\nvar b = 1',
    "resource ''={{}\nb:t\n@a()\n\n\nc:d\n@\n\n",
  ]) {
    expect(lossesOf(text, 'main.bicep')).toBeUndefined();
  }
});

/** Nodes that only invalid text has, and kinds that are part of others everywhere. */
const onlyBroken = new Set(['broken', 'orphan']);

const nodeKinds: Readonly<Record<Exclude<SyntaxNode['is'], 'broken' | 'orphan'>, true>> = {
  file: true,
  targetScope: true,
  metadata: true,
  param: true,
  var: true,
  output: true,
  assert: true,
  type: true,
  func: true,
  resource: true,
  module: true,
  test: true,
  import: true,
  extension: true,
  using: true,
  extends: true,
  decorator: true,
  literal: true,
  string: true,
  object: true,
  array: true,
  for: true,
  name: true,
  parentheses: true,
  call: true,
  property: true,
  item: true,
  inner: true,
  'not-null': true,
  unary: true,
  binary: true,
  choice: true,
  lambda: true,
  if: true,
  member: true,
  spread: true,
  arguments: true,
  generic: true,
  'object-type': true,
  'tuple-type': true,
  'type-suffix': true,
  union: true,
  'signed-type': true,
  'type-parentheses': true,
  'resource-type': true,
  'type-arguments': true,
  'type-member': true,
  'tuple-item': true,
  'typed-names': true,
  'typed-name': true,
  'imported-names': true,
  'imported-name': true,
  'all-imported': true,
};

test('the fixtures contain every kind of node and token', () => {
  const nodes = new Set<string>();
  const tokens = new Set<string>();
  const visit = (node: SyntaxNode): void => {
    nodes.add(node.is);
    for (const part of syntaxParts(node)) {
      if (isToken(part)) tokens.add(part.kind);
      else visit(part);
    }
  };
  for (const { name, text } of fixtures) visit(parseBicep(text, name).root);
  expect([...nodes].filter((kind) => !onlyBroken.has(kind)).sort()).toEqual(Object.keys(nodeKinds).sort());
  const words = ['identifier', 'constant', 'number', 'string', 'string-start', 'string-middle', 'string-end'];
  expect([...tokens].sort()).toEqual([...marks, ...words, 'newline', 'end'].sort());
});

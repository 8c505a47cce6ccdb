import type {
  AllImportedSyntax,
  AssignmentSyntax,
  DeclarationSyntax,
  DeclaredSyntax,
  FunctionSyntax,
  ImportedNameSyntax,
  ImportedNamesSyntax,
  ImportSyntax,
  ModuleSyntax,
  OrphanSyntax,
  ReferenceSyntax,
  ResourceSyntax,
  StringSyntax,
  TypeDeclarationSyntax,
  TypedNamesSyntax,
  TypedNameSyntax,
} from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { consumeLinesBeforeValue } from './declaration-start';
import { readBody, readExpression, readKey, readName, readString } from './expressions';
import { readSkippedTokens } from './skipped-tokens';
import { unreadLineEnds, readLeading } from './leading';
import { readList } from './lists';
import {
  addSyntaxError,
  expect,
  expectKeyword,
  isNext,
  isKeyword,
  peek,
  peekPastLines,
  type Reader,
  spanFrom,
  consume,
  consumeLines,
  consumeKeyword,
} from './reader';
import { readDeclaredType, readType } from './types';

type DeclarationHead = Pick<DeclaredSyntax, 'leading' | 'keyword' | 'start'>;

/** Reads a declaration with its decorators, or a line that isn't a declaration. */
export function readDeclaration(reader: Reader): DeclarationSyntax {
  const { start } = peek(reader);
  const leading = readLeading(reader);
  const read = isNext(reader, 'identifier') ? readers[peek(reader).text] : undefined;
  return read === undefined
    ? readOrphan(reader, { leading, start })
    : read(reader, { leading, keyword: consume(reader), start });
}

function readOrphan(
  reader: Reader,
  { leading, start }: Pick<OrphanSyntax, 'leading' | 'start'>,
): OrphanSyntax {
  addSyntaxError(reader, 'bicep.unknownDeclaration');
  const rest = readSkippedTokens(reader, { upToComma: false });
  return { is: 'orphan', leading, rest, ...spanFrom(reader, start) };
}

/** Reads a nested resource, or returns undefined if the next tokens are a member. */
function readNested(reader: Reader): ResourceSyntax | OrphanSyntax | undefined {
  const startsResource = isKeyword(peek(reader), 'resource') && peek(reader, 1).kind === 'identifier';
  if (!startsResource && !isNext(reader, '@')) return undefined;
  const { start } = peek(reader);
  const leading = readLeading(reader);
  if (!isKeyword(peek(reader), 'resource')) {
    unreadLineEnds(reader, leading);
    return readOrphan(reader, { leading, start });
  }
  return readResource(reader, { leading, keyword: consume(reader), start });
}

const readers: Readonly<Record<string, (reader: Reader, head: DeclarationHead) => DeclarationSyntax>> = {
  targetScope: (reader, head) =>
    finishAssignment(reader, head, { is: 'targetScope', name: null, type: null }),
  metadata: (reader, head) => readUntyped(reader, head, 'metadata'),
  assert: (reader, head) => readUntyped(reader, head, 'assert'),
  param: readParameter,
  var: readVariable,
  output: readOutput,
  type: readTypeDeclaration,
  func: readFunction,
  resource: readResource,
  module: (reader, head) => readModule(reader, head, 'module'),
  test: (reader, head) => readModule(reader, head, 'test'),
  import: readImport,
  extension: (reader, head) => readReference(reader, head, 'extension'),
  using: (reader, head) => readReference(reader, head, 'using'),
  extends: (reader, head) => readReference(reader, head, 'extends'),
};

function readUntyped(reader: Reader, head: DeclarationHead, is: 'metadata' | 'assert'): AssignmentSyntax {
  return finishAssignment(reader, head, { is, name: expect(reader, 'identifier'), type: null });
}

function finishAssignment(
  reader: Reader,
  { leading, keyword, start }: DeclarationHead,
  { is, name, type }: Pick<AssignmentSyntax, 'is' | 'name' | 'type'>,
): AssignmentSyntax {
  const equals = expect(reader, '=');
  const value = equals === null ? null : readExpression(reader);
  return { is, leading, keyword, name, type, equals, value, ...spanFrom(reader, start) };
}

/** Reads `param name type`, with or without a default; in a parameter file, `param name = value`. */
function readParameter(reader: Reader, head: DeclarationHead): AssignmentSyntax {
  const name = expect(reader, 'identifier');
  const isUntyped = isNext(reader, '=') && reader.isParameterFile;
  const type = name === null || isUntyped ? null : readDeclaredType(reader);
  if (type !== null && !isNext(reader, '=')) {
    const { leading, keyword, start } = head;
    return {
      is: 'param',
      leading,
      keyword,
      name,
      type,
      equals: null,
      value: null,
      ...spanFrom(reader, start),
    };
  }
  return finishAssignment(reader, head, { is: 'param', name, type });
}

function readVariable(reader: Reader, head: DeclarationHead): AssignmentSyntax {
  const name = expect(reader, 'identifier');
  const isUntyped =
    name === null || isNext(reader, '=') || isNext(reader, 'newline') || isNext(reader, 'end');
  return finishAssignment(reader, head, {
    is: 'var',
    name,
    type: isUntyped ? null : readDeclaredType(reader),
  });
}

function readOutput(reader: Reader, head: DeclarationHead): AssignmentSyntax {
  const name = expect(reader, 'identifier');
  return finishAssignment(reader, head, {
    is: 'output',
    name,
    type: name === null ? null : readDeclaredType(reader),
  });
}

function readTypeDeclaration(
  reader: Reader,
  { leading, keyword, start }: DeclarationHead,
): TypeDeclarationSyntax {
  const name = expect(reader, 'identifier');
  const equals = expect(reader, '=');
  return { is: 'type', leading, keyword, name, equals, type: readType(reader), ...spanFrom(reader, start) };
}

function readFunction(reader: Reader, { leading, keyword, start }: DeclarationHead): FunctionSyntax {
  const name = expect(reader, 'identifier');
  const parameters = readTypedNames(reader);
  const returns = parameters === null ? null : readDeclaredType(reader);
  const arrow = returns === null ? null : expect(reader, '=>');
  const before = arrow === null ? [] : consumeLinesBeforeValue(reader);
  const body = arrow === null ? null : readExpression(reader);
  return {
    is: 'func',
    leading,
    keyword,
    name,
    parameters,
    returns,
    arrow,
    before,
    body,
    ...spanFrom(reader, start),
  };
}

function readTypedNames(reader: Reader): TypedNamesSyntax | null {
  if (!isNext(reader, '(')) {
    addSyntaxError(reader, 'bicep.expectedText', '(');
    return null;
  }
  const list = readList<TypedNameSyntax>(reader, { close: ')', entry: readTypedName, separator: 'commas' });
  return { is: 'typed-names', ...list };
}

function readTypedName(reader: Reader): TypedNameSyntax {
  const { start } = peek(reader);
  const name = expect(reader, 'identifier');
  return { is: 'typed-name', name, type: readDeclaredType(reader), ...spanFrom(reader, start) };
}

function readResource(reader: Reader, { leading, keyword, start }: DeclarationHead): ResourceSyntax {
  const name = expect(reader, 'identifier');
  const type = readText(reader);
  const existing = consumeKeyword(reader, 'existing');
  const equals = expect(reader, '=');
  const before = consumeLinesBeforeIf(reader);
  const body = equals === null ? null : readBody(reader, readNested);
  return {
    is: 'resource',
    leading,
    keyword,
    name,
    type,
    existing,
    equals,
    before,
    body,
    ...spanFrom(reader, start),
  };
}

function readModule(reader: Reader, head: DeclarationHead, is: 'module' | 'test'): ModuleSyntax {
  const { leading, keyword, start } = head;
  const name = expect(reader, 'identifier');
  const path = readText(reader);
  const equals = expect(reader, '=');
  const before = consumeLinesBeforeIf(reader);
  const body = equals === null ? null : readBody(reader);
  return { is, leading, keyword, name, path, equals, before, body, ...spanFrom(reader, start) };
}

function consumeLinesBeforeIf(reader: Reader): Token[] {
  return isKeyword(peekPastLines(reader), 'if') ? consumeLines(reader) : [];
}

function readText(reader: Reader): StringSyntax | null {
  const { kind } = peek(reader);
  if (kind === 'string' || kind === 'string-start') return readString(reader);
  addSyntaxError(reader, 'bicep.expectedString');
  return null;
}

function readImport(reader: Reader, { leading, keyword, start }: DeclarationHead): ImportSyntax {
  const names = readImportedNames(reader);
  const from = names === null ? null : expectKeyword(reader, 'from');
  const path = from === null ? null : readText(reader);
  return { is: 'import', leading, keyword, names, from, path, ...spanFrom(reader, start) };
}

function readImportedNames(reader: Reader): ImportedNamesSyntax | AllImportedSyntax | null {
  const { kind, start } = peek(reader);
  if (kind === '{') {
    const list = readList<ImportedNameSyntax>(reader, {
      close: '}',
      entry: readImportedName,
      separator: 'lines',
    });
    return { is: 'imported-names', ...list };
  }
  if (kind !== '*') {
    addSyntaxError(reader, 'bicep.expectedText', '{');
    return null;
  }
  const star = consume(reader);
  const as = expectKeyword(reader, 'as');
  const alias = as === null ? null : expect(reader, 'identifier');
  return { is: 'all-imported', star, as, alias, ...spanFrom(reader, start) };
}

function readImportedName(reader: Reader): ImportedNameSyntax {
  const { start } = peek(reader);
  const name = readKey(reader) ?? null;
  if (name === null) addSyntaxError(reader, 'bicep.expectedName');
  const as = consumeKeyword(reader, 'as');
  const alias = as === null ? null : expect(reader, 'identifier');
  return { is: 'imported-name', name, as, alias, ...spanFrom(reader, start) };
}

function readReference(reader: Reader, head: DeclarationHead, is: ReferenceSyntax['is']): ReferenceSyntax {
  const { leading, keyword, start } = head;
  const of = isNext(reader, 'identifier') ? readName(reader) : readText(reader);
  const withWord = consumeKeyword(reader, 'with');
  const configuration = withWord === null ? null : readExpression(reader);
  const as = consumeKeyword(reader, 'as');
  const alias = as === null ? null : expect(reader, 'identifier');
  return {
    is,
    leading,
    keyword,
    of,
    with: withWord,
    configuration,
    as,
    alias,
    ...spanFrom(reader, start),
  };
}

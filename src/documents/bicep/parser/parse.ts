import type { SyntaxFault } from '../../template/template';
import type { FileSyntax } from '../syntax/syntax';
import { lex, tooLong } from '../tokens/lex';
import type { Remark, Token } from '../tokens/token';
import { readDeclaration } from './declarations';
import { readSkippedTokens } from './skipped-tokens';
import { pairBrackets } from './pair-brackets';
import { addSyntaxError, isNext, peek, type Reader, consume } from './reader';

/** A complete syntax tree: no text of the file is missing from it. */
export interface SyntaxTree {
  readonly file: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly remarks: readonly Remark[];
  readonly root: FileSyntax;
  /** Sorted by their position in the text. */
  readonly faults: readonly SyntaxFault[];
}

/**
 * Parses a Bicep file, or a parameter file if the file's name ends with `.bicepparam`. Every text has a tree. A part
 * that can't be parsed is a broken node, and doesn't affect what comes before it or after the next blank line.
 */
export function parseBicep(text: string, file: string): SyntaxTree {
  const { tokens, remarks, faults } = lex(text, file);
  const reader: Reader = {
    text,
    file,
    isParameterFile: file.endsWith('.bicepparam'),
    tokens,
    pairs: pairBrackets(tokens),
    faults: [],
    awaited: new Map(),
    index: 0,
    indent: 0,
    depth: 0,
    deepest: 0,
    isLoose: false,
    isInString: false,
  };
  const root = readFile(reader);
  // Constructs that a cut leaves open aren't separate faults.
  const isCut = faults.some(({ key }) => key === tooLong);
  const cut = isCut ? (tokens.at(lastComplete)?.end ?? 0) : Infinity;
  const own = reader.faults.filter(({ place }) => place.start < cut);
  const all = [...faults, ...own].sort((a, b) => a.place.start - b.place.start);
  return { file, text, tokens, remarks, root, faults: all };
}

/** In a file that is cut, the tokens after this one are its line end, the rest as one token, and the end. */
const lastComplete = -4;

function readFile(reader: Reader): FileSyntax {
  const entries: FileSyntax['entries'][number][] = [];
  while (!isNext(reader, 'end')) {
    if (isNext(reader, 'newline')) {
      entries.push(consume(reader));
      continue;
    }
    entries.push(readDeclaration(reader));
    if (isNext(reader, 'newline') || isNext(reader, 'end')) continue;
    addSyntaxError(reader, 'bicep.expectedLineEnd');
    entries.push(readSkippedTokens(reader, { upToComma: false }));
  }
  return { is: 'file', entries, last: peek(reader), start: 0, end: reader.text.length };
}

import type { SyntaxFault } from '../../template/template';
import type { FileSyntax } from '../syntax/syntax';
import { lex, tooLong } from '../tokens/lex';
import type { Remark, Token } from '../tokens/token';
import { readDeclaration } from './declarations';
import { readJunk } from './junk';
import { pairBrackets } from './pair-brackets';
import { addSyntaxError, isNext, peek, type Reader, take } from './reader';

/** A file as it is written: nothing of its text is missing in it. */
export interface SyntaxTree {
  readonly file: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly remarks: readonly Remark[];
  readonly root: FileSyntax;
  /** In the order of the text. */
  readonly faults: readonly SyntaxFault[];
}

/**
 * Reads a Bicep file, or a parameter file where its name ends so. Every text has a tree: what cannot be read is in it
 * as broken, and costs nothing of what stands before it or after the next blank line.
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
  // What a cut leaves open is no other fault.
  const isCut = faults.some(({ key }) => key === tooLong);
  const cut = isCut ? (tokens.at(lastWhole)?.end ?? 0) : Infinity;
  const own = reader.faults.filter(({ place }) => place.start < cut);
  const all = [...faults, ...own].sort((a, b) => a.place.start - b.place.start);
  return { file, text, tokens, remarks, root, faults: all };
}

/** Of a file that is cut, what comes after this token is its line end, the rest in one word, and the end. */
const lastWhole = -4;

function readFile(reader: Reader): FileSyntax {
  const entries: FileSyntax['entries'][number][] = [];
  while (!isNext(reader, 'end')) {
    if (isNext(reader, 'newline')) {
      entries.push(take(reader));
      continue;
    }
    entries.push(readDeclaration(reader));
    if (isNext(reader, 'newline') || isNext(reader, 'end')) continue;
    addSyntaxError(reader, 'bicep.expectedLineEnd');
    entries.push(readJunk(reader, { upToComma: false }));
  }
  return { is: 'file', entries, last: peek(reader), start: 0, end: reader.text.length };
}

import { parseBicep, type SyntaxTree } from '../../src/documents/bicep/parser/parse';
import {
  cutLosses,
  declarationsIn,
  declarationsWithOffsets,
  prefixLosses,
  wholeBefore,
  type IntactDeclaration,
  type Loss,
} from './damaged-syntax';

/**
 * Truncates a file at every character, and returns the damage. To parse each prefix completely would take hours for a
 * corpus, so work with the same result is left out; `every-cut.generative.test.ts` checks that it is the same.
 * - The part before the last declaration that must be parsed isn't parsed again at each cut. Lexer and parser start the
 * declaration in the same state as a file: no bracket is open there, and no later bracket closes an earlier one. An
 * unclosed comment or multi-line string requires parsing the whole text again: such a prefix is parsed completely.
 * - Inside of a plain string, a line comment, or leading blanks of a line, only the first cuts are tested. The others
 * produce the same kinds of tokens, and the parser reads the texts of names only.
 * A file that already has errors is parsed completely at every cut.
 */
export function everyPrefixLosses(text: string, file: string): Loss[] {
  const tree = parseBicep(text, file);
  if (tree.faults.length > 0) return prefixLosses(text, file);
  const whole = declarationsIn(text, file);
  return distinctCuts(tree).flatMap((cut) => {
    const { from, read } = readBefore({ text, file, whole }, cut);
    const expected = wholeBefore(whole, text, cut).filter(({ start }) => start >= from);
    return cutLosses(text, cut, { expected, read });
  });
}

interface Cuttable {
  readonly text: string;
  readonly file: string;
  readonly whole: readonly IntactDeclaration[];
}

/** Parses a truncated file, starting with `from`, the last declaration that must be parsed. */
export function readBefore(
  { text, file, whole }: Cuttable,
  cut: number,
): { readonly from: number; readonly read: readonly IntactDeclaration[] } {
  const from = lineOf(wholeBefore(whole, text, cut).at(-1), text);
  const tree = parseBicep(text.slice(from, cut), file);
  if (from === 0 || !tree.faults.some(({ key }) => unclosed.has(key))) {
    return { from, read: declarationsWithOffsets(tree, from) };
  }
  return { from: 0, read: declarationsIn(text.slice(0, cut), file) };
}

const unclosed: ReadonlySet<string> = new Set(['bicep.unterminatedComment', 'bicep.unterminatedText']);

/** Start of the line of a declaration that is first on it; otherwise the start of the file. */
function lineOf(one: IntactDeclaration | undefined, text: string): number {
  if (!one) return 0;
  const from = text.lastIndexOf('\n', one.start - 1) + 1;
  return text.slice(from, one.start).trim() === '' ? from : 0;
}

/** Returns the cuts that produce other tokens than the previous cut. */
export function distinctCuts({ text, tokens, remarks }: SyntaxTree): number[] {
  const isTelling = new Uint8Array(text.length).fill(1);
  const plain = tokens.filter((one) => one.kind === 'string' && /^'[^'$\\]+'$/.test(one.text));
  for (const { start, end } of plain) isTelling.fill(0, start + 3, end);
  const comments = remarks.filter(({ is }) => is === 'line-comment');
  for (const { start, end } of comments) isTelling.fill(0, start + 3, end);
  for (const { index, 0: blanks } of text.matchAll(/(?<=\n)[ \t]+/g)) {
    isTelling.fill(0, index + 2, index + blanks.length);
  }
  return [...isTelling.keys()].filter((cut) => isTelling[cut] === 1);
}

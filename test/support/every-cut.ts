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
 * A file cut off at every character, and what that costs. To read each prefix whole would take hours for a corpus, so
 * work is left away that would be the same again; `every-cut.generative.test.ts` holds that it is.
 *
 * - What stands before the last declaration that must be read is not read again at each cut. Lexer and parser begin it
 *   in the state in which they begin a file: no bracket is open there, and none that is closed before has its partner
 *   behind. A comment or multi-line string without its end has the whole text read a second time: such a prefix is read whole.
 * - Inside of a plain string, a line comment or the blanks that begin a line only the first cuts are tried. The others
 *   leave the same kinds of words, and of words the parser looks at the texts of names alone.
 *
 * A file that has faults as it is is read whole at every cut.
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

/** What is read of a file that is cut off, `from` the last declaration on that must be read. */
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

/** Where the line of a declaration begins that stands first in it; otherwise where the file does. */
function lineOf(one: IntactDeclaration | undefined, text: string): number {
  if (!one) return 0;
  const from = text.lastIndexOf('\n', one.start - 1) + 1;
  return text.slice(from, one.start).trim() === '' ? from : 0;
}

/** The cuts that leave other words than the one before. */
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

import type { SyntaxFault } from '../documents/template/template';
import { positionsIn } from '../file-checks/shown-range';
import type { Say } from '../messages/say';
import { placeText } from './report/place-text';
import { wordReason } from '../wording/reason-words';

type Positions = ReturnType<typeof positionsIn>;

/** `main.bicep:12:3: what is wrong`, with line and column as people count them; each file is looked through once. */
export function faultTexts(
  say: Say,
  faults: readonly SyntaxFault[],
  textOf: (file: string) => string | undefined,
): readonly string[] {
  const known = new Map<string, Positions>();
  const positionsOf = (file: string): Positions => {
    const positions = known.get(file) ?? positionsIn(textOf(file) ?? '');
    known.set(file, positions);
    return positions;
  };
  return faults.map((fault) => {
    const { file, start } = fault.place;
    const { line, column } = positionsOf(file)(start);
    return `${placeText({ file, line: line + 1, column: column + 1 })}: ${wordReason(say, fault)}`;
  });
}

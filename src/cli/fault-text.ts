import type { SyntaxFault } from '../documents/template/template';
import { positionsIn } from '../file-checks/shown-range';
import type { Say } from '../messages/say';
import { wordReason } from '../wording/reason-words';

/** `main.bicep:12:3: what is wrong`, with line and column as people count them. */
export function faultText(
  say: Say,
  fault: SyntaxFault,
  textOf: (file: string) => string | undefined,
): string {
  const { file, start } = fault.place;
  const { line, column } = positionsIn(textOf(file) ?? '')(start);
  return `${file}:${line + 1}:${column + 1}: ${wordReason(say, fault)}`;
}

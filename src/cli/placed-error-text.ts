import type { SyntaxFault } from '../documents/template/template';
import { positionsIn } from '../file-checks/diagnostic-range';
import type { Say } from '../messages/say';
import { placeText } from './report/place-text';
import { formatReason } from '../wording/reason-text';
import type { FilePlace } from './source';

type Positions = ReturnType<typeof positionsIn>;

/** What is wrong at a place of a file, in words. */
export interface PlacedFault {
  readonly place: FilePlace;
  readonly because: string;
}

/** Faults with line and column as people count them; each file is looked through once. */
export function placedFaults(
  say: Say,
  faults: readonly SyntaxFault[],
  textOf: (file: string) => string | undefined,
): readonly PlacedFault[] {
  const known = new Map<string, Positions>();
  const positionsOf = (file: string): Positions => {
    const positions = known.get(file) ?? positionsIn(textOf(file) ?? '');
    known.set(file, positions);
    return positions;
  };
  return faults.map((fault) => {
    const { file, start } = fault.place;
    const { line, column } = positionsOf(file)(start);
    return { place: { file, line: line + 1, column: column + 1 }, because: formatReason(say, fault) };
  });
}

/** `main.bicep:12:3: what is wrong`. */
export function placedErrorText({ place, because }: PlacedFault): string {
  return `${placeText(place)}: ${because}`;
}

/** The same fault of two templates once. */
export function eachFaultOnce(faults: readonly PlacedFault[]): readonly PlacedFault[] {
  return [...new Map(faults.map((one) => [placedErrorText(one), one])).values()];
}

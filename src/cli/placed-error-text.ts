import type { SyntaxFault } from '../documents/template/template';
import type { AnalysisResult } from '../file-checks/analyze-file';
import { positionsIn } from '../file-checks/diagnostic-range';
import type { Say } from '../messages/say';
import { placeText } from './report/place-text';
import { formatReason } from '../wording/reason-text';
import type { FilePlace } from './source';

type Positions = ReturnType<typeof positionsIn>;

/** A fault at a place of a file, as text. */
export interface PlacedFault {
  readonly place: FilePlace;
  readonly because: string;
}

/** Converts faults to one-based lines and columns. Each file is only scanned once. */
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

/** Converts missing modules to faults at the places that name them. */
export function missingModuleFaults(
  say: Say,
  missing: AnalysisResult['missingModules'],
  textOf: (file: string) => string | undefined,
): readonly PlacedFault[] {
  return placedFaults(
    say,
    missing.map(({ place, because: { key, values = {} } }) => ({ key, values, place })),
    textOf,
  );
}

/** Formats `main.bicep:12:3: what is wrong`. */
export function placedErrorText({ place, because }: PlacedFault): string {
  return `${placeText(place)}: ${because}`;
}

/** Returns faults without duplicates of two templates. */
export function eachFaultOnce(faults: readonly PlacedFault[]): readonly PlacedFault[] {
  return [...new Map(faults.map((one) => [placedErrorText(one), one])).values()];
}

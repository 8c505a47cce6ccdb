import type { OutcomeCell } from '@contract/wizard/shared-schemas';

/** One column. */
export interface ListColumn {
  readonly id: string;
  readonly label: string;
  /** What the label's term means, in a sentence. */
  readonly means?: string;
  /** Pixels that it needs at least; its text wraps below its full width. */
  readonly least: number;
  /** Its share of the room that is left. */
  readonly grow: number;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  /** Where the list has little room, the column with the lowest number goes first. Without, it's always shown. */
  readonly goes?: number;
}

/** Pixels between two columns, and before the first and after the last one. */
const columnGap = 8;

interface Room {
  /** Inner width of the list. */
  readonly width: number;
  /** The longest name, in pixels: the first column never shrinks below it. */
  readonly name: number;
  /** What stands next to the columns: the mark of the chosen row, and its result. */
  readonly others: readonly number[];
}

/** The columns for which a list has room; what it leaves out is in each row's tooltip. */
export function columnsIn(columns: readonly ListColumn[], room: Room): readonly ListColumn[] {
  let shown = columns;
  const goers = columns.filter((one) => one.goes !== undefined).sort((a, b) => (a.goes ?? 0) - (b.goes ?? 0));
  for (const goer of goers) {
    if (widthOf(shown, room) <= room.width) break;
    shown = shown.filter((one) => one !== goer);
  }
  return shown;
}

function widthOf([, ...rest]: readonly ListColumn[], { name, others }: Room): number {
  const all = [name, ...rest.map((one) => one.least), ...others];
  return all.reduce((sum, one) => sum + one, 0) + (all.length + 1) * columnGap;
}

/** A row as the list shows it: texts by the column's id (the first column is `name`), and a result in the last column where the list has one. */
export interface ListRow {
  readonly id: string;
  readonly name: string;
  /** After the name: why the row is the chosen one, in a word. */
  readonly tag: string | null;
  readonly cells: Readonly<Record<string, string>>;
  /** Second line where the list is narrow; tooltip where columns are dropped. */
  readonly more: string;
  readonly spoken: string;
  /** Null: not checked yet, or a list without results. */
  readonly outcome: OutcomeCell | null;
  /** Why the row does not fit; such rows stand last, under a line. */
  readonly unfit: string | null;
  /** Also found by this, though it is not shown. */
  readonly foundBy: string;
  /** First and last IPv4 address of what the row holds: an address finds its row. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** From where to where, in characters of a text. */
export type Span = readonly [start: number, end: number];

import type { OutcomeCell } from '@contract/wizard/shared-schemas';

/** A column of a list. */
export interface ListColumn {
  readonly id: string;
  readonly label: string;
  /** Explanation of the label's term in a sentence. */
  readonly means?: string;
  /** Minimum width in pixels. Its text wraps below its full width. */
  readonly least: number;
  /** Its share of the remaining width. */
  readonly grow: number;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  /**
   * Order in which columns are dropped if there is little room, the lowest first. A column without it is always shown.
   */
  readonly dropOrder?: number;
}

/** Pixels between two columns, and before the first and after the last. */
const columnGap = 8;

interface Room {
  /** Inner width of the list. */
  readonly width: number;
  /** Width of the longest name in pixels. The first column never shrinks below it. */
  readonly name: number;
  /** Widths of other parts: the mark of the chosen row, and its result. */
  readonly others: readonly number[];
}

/** Returns the columns for which a list has room. Dropped columns are in each row's tooltip. */
export function columnsIn(columns: readonly ListColumn[], room: Room): readonly ListColumn[] {
  let shown = columns;
  const goers = columns
    .filter((one) => one.dropOrder !== undefined)
    .sort((a, b) => (a.dropOrder ?? 0) - (b.dropOrder ?? 0));
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

/**
 * A row in display form: texts by column ID (the first column is `name`), and a result in the last column if the list
 * has one.
 */
export interface ListRow {
  readonly id: string;
  readonly name: string;
  /** Tag after the name: why the row is the chosen one, in a word. */
  readonly tag: string | null;
  readonly cells: Readonly<Record<string, string>>;
  /** Second line if the list is narrow; tooltip if columns are dropped. */
  readonly more: string;
  readonly spoken: string;
  /** Null if it isn't checked yet, or if the list doesn't have results. */
  readonly outcome: OutcomeCell | null;
  /** Why the row isn't suitable. Such rows come last, under a divider. */
  readonly unfit: string | null;
  /** Text that also matches the filter, although it isn't shown. */
  readonly foundBy: string;
  /** First and last IPv4 address of the row's ranges, so that an address finds its row. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A range of characters in a text. */
export type Span = readonly [start: number, end: number];

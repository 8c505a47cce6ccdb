import type { OutcomeCell } from '@contract/wizard/shared-schemas';
import type { ListLayout } from '../wizard/layout';

/**
 * What a list leaves out first where it has little room: columns that need `plenty`, then those that need `some`.
 * Without, a column is always shown.
 */
type RoomNeeded = 'plenty' | 'some';

/** One column; `width` is a CSS grid track. */
export interface ListColumn {
  readonly id: string;
  readonly label: string;
  /** What the label's term means, in a sentence. */
  readonly means?: string;
  readonly width: string;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  readonly needs?: RoomNeeded;
}

/** The columns that a list of one-line rows shows; what it leaves out is said of each row in a tooltip. */
export function columnsIn(layout: ListLayout, columns: readonly ListColumn[]): readonly ListColumn[] {
  const missing = leftOut[layout];
  return columns.filter(({ needs }) => needs === undefined || !missing.includes(needs));
}

const leftOut: Readonly<Record<ListLayout, readonly RoomNeeded[]>> = {
  all: [],
  most: ['plenty'],
  few: ['plenty', 'some'],
  'two-line': [],
};

/** A row as the list shows it: texts by the column's id (the first column is `name`), and a result in the last column where the list has one. */
export interface ListRow {
  readonly id: string;
  readonly name: string;
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

import type { Readiness } from '@contract/wizard/readiness';

/** For how long a row says what it was, and a cause that it's fixed, in milliseconds. */
export const wasShownFor = 10_000;

/** What rows were before, and until when that is shown (milliseconds), by requirement id. */
export type WasMarks = ReadonlyMap<string, { readonly was: string; readonly until: number }>;

/** The marks after a new board has come: its own start now, older ones stay until their time. */
export function renewWas(marks: WasMarks, board: Readiness, now: number): WasMarks {
  const renewed = new Map(stillShown(marks, now));
  for (const group of board.groups) {
    for (const row of group.rows) {
      if (row.was !== null) renewed.set(row.id, { was: row.was, until: now + wasShownFor });
    }
  }
  return renewed;
}

/** The marks whose time is not over. */
export function stillShown(marks: WasMarks, now: number): WasMarks {
  return new Map([...marks].filter(([, mark]) => mark.until > now));
}

import type { Readiness } from '@contract/wizard/readiness';

/** Milliseconds for which a row shows its previous result, and a cause shows that it is fixed. */
export const wasShownFor = 10_000;

/** Previous results of rows, and until when they are shown (in milliseconds), by requirement ID. */
export type WasMarks = ReadonlyMap<string, { readonly was: string; readonly until: number }>;

/** Returns the marks after a new Readiness: its own marks start now, and older ones stay until their time is over. */
export function renewWas(marks: WasMarks, readiness: Readiness, now: number): WasMarks {
  const renewed = new Map(stillShown(marks, now));
  for (const group of readiness.groups) {
    for (const row of group.rows) {
      if (row.was !== null) renewed.set(row.id, { was: row.was, until: now + wasShownFor });
    }
  }
  return renewed;
}

/** Returns the marks whose time isn't over. */
export function stillShown(marks: WasMarks, now: number): WasMarks {
  return new Map([...marks].filter(([, mark]) => mark.until > now));
}

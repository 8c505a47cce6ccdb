import { later, type Later } from './announcer';

const most = 50;
const gather = 50;

export interface RowCheckQueue {
  /** Adds rows that are in view and wait for their result. */
  readonly see: (ids: readonly string[]) => void;
  /** Discards results after new lists arrive, because they may be for another plan. They are requested again. */
  readonly forget: () => void;
}

/**
 * Collects the rows that come into view for 50 ms and requests their results, 50 at a time, each once. Rows of a failed
 * request are requested again when they come into view again. A response from before `forget` isn't used.
 */
export function createRowCheckQueue<T>(
  checkRows: (ids: readonly string[]) => Promise<T>,
  answered: (answer: T) => void,
  after: Later = later,
): RowCheckQueue {
  let requested = new Set<string>();
  let waiting = new Set<string>();
  let scheduled = false;

  function flush(): void {
    scheduled = false;
    const batch = [...waiting].slice(0, most);
    if (batch.length === 0) return;
    for (const id of batch) waiting.delete(id);
    const round = requested;
    void checkRows(batch).then(
      (answer) => {
        if (round === requested) answered(answer);
      },
      () => {
        for (const id of batch) round.delete(id);
      },
    );
    if (waiting.size > 0) schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    after(flush, gather);
  }

  return {
    see: (ids) => {
      for (const id of ids) {
        if (requested.has(id)) continue;
        requested.add(id);
        waiting.add(id);
      }
      if (waiting.size > 0) schedule();
    },
    forget: () => {
      requested = new Set();
      waiting = new Set();
    },
  };
}

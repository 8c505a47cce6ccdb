import type { TreesPorts } from '../ports';
import type { Reads } from './reads';

/** Milliseconds until what failed is asked for again: soon at first, sparing where Azure stays away. */
const firstWait = 10_000;
const longestWait = 120_000;
const growth = 2;

export interface Recovery {
  /** Something was read, or is seen again. */
  look(): void;
  stop(): void;
}

/**
 * What Azure could not answer for a while is asked for again without anybody's doing, so that no tree keeps an error
 * that is over: only while a tree is seen and the window has the focus. `current` says nothing while none is seen.
 */
export function createRecovery(
  ports: Pick<TreesPorts, 'after' | 'isFocused'>,
  current: () => { readonly reads: Reads } | undefined,
): Recovery {
  const stopping = new AbortController();
  let wait = firstWait;
  let isWaiting = false;

  function look(): void {
    const reads = current()?.reads;
    if (isWaiting || !reads || !ports.isFocused()) return;
    const { cells, waitSeconds } = reads.passing();
    if (cells.length === 0) {
      wait = firstWait;
      return;
    }
    isWaiting = true;
    ports.after(Math.max(wait, waitSeconds * 1000), stopping.signal, again);
    wait = Math.min(wait * growth, longestWait);
  }
  async function renew(): Promise<void> {
    const reads = ports.isFocused() ? current()?.reads : undefined;
    await Promise.all(reads?.passing().cells.map((one) => one.renew()) ?? []);
    isWaiting = false;
    look();
  }
  function again(): void {
    void renew();
  }
  return { look, stop: () => stopping.abort() };
}

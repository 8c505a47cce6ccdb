/** The work is no longer wanted: the file was closed, or somebody typed on. */
export class CanceledError extends Error {}

/** Milliseconds of work before others of the extension host have their turn. */
const slice = 8;

/** A pause between two pieces of work, taken where the last one was a while ago; rejects once the work is not wanted. */
export function pausing(isWanted: () => boolean): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > slice) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    if (!isWanted()) throw new CanceledError();
  };
}

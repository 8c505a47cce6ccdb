/** Thrown when the work is no longer needed: the file was closed, or the user continued to type. */
export class CanceledError extends Error {}

/** Milliseconds of work before the extension host gets a turn. */
const slice = 8;

/**
 * Returns a function that yields to the extension host if the last pause was a while ago. It rejects once the work is
 * no longer needed.
 */
export function pausing(isCurrent: () => boolean): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > slice) {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    if (!isCurrent()) throw new CanceledError();
  };
}

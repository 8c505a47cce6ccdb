import { setMaxListeners } from 'node:events';

// Node.js 22 prints a warning for more than ten requests at once with one signal. Newer versions don't limit signals.
setMaxListeners(0);

/** A signal that never aborts: reads aren't canceled individually, because Ctrl+C ends the program. */
export const neverAborted = new AbortController().signal;

const quiet = 800;

/** Schedules `run` and returns a function that cancels it. */
export type Later = (run: () => void, milliseconds: number) => () => void;

export const later: Later = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/**
 * Announces sentences to a screen reader: at most one in 800 ms, and never the same twice in a row. The first is
 * announced at once. Sentences that come too soon wait, and only the last of them is announced.
 */
export function createAnnouncer(write: (sentence: string) => void, after: Later = later) {
  let lastText = '';
  let next: string | null = null;
  let resting = false;

  function say(sentence: string): void {
    if (resting) {
      next = sentence;
      return;
    }
    if (sentence === lastText || sentence === '') return;
    lastText = sentence;
    resting = true;
    write(sentence);
    after(() => {
      resting = false;
      const waiting = next;
      next = null;
      if (waiting !== null) say(waiting);
    }, quiet);
  }
  return say;
}

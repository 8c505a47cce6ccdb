import { signal } from '@preact/signals-core';

/** Shares long work among turns of the event loop: whatever derives many values asks before each of them. */
export interface ComputeTurns {
  /** False once this turn's time is used up: whoever asked is computed again in the next turn. */
  mayGoOn(): boolean;
  /** Everything that `work` asks for is computed in this turn. */
  atOnce<T>(work: () => T): T;
  /** Called in each turn in which something that waited can be computed. */
  onNext(listener: () => void): void;
}

/** Milliseconds of a turn: what the page or the user asks for meanwhile is answered before the next one. */
const turnTime = 30;

export function createComputeTurns(): ComputeTurns {
  const turn = signal(0);
  const listeners: (() => void)[] = [];
  let began: number | undefined;
  let isAtOnce = false;
  let somethingWaits = false;

  function next(): void {
    began = undefined;
    if (!somethingWaits) return;
    somethingWaits = false;
    turn.value += 1;
    for (const listener of listeners) listener();
  }

  return {
    mayGoOn() {
      if (isAtOnce) return true;
      if (began === undefined) {
        began = performance.now();
        setImmediate(next);
      }
      if (performance.now() - began < turnTime) return true;
      somethingWaits = true;
      // The read subscribes whoever asks.
      return turn.value < 0;
    },
    atOnce(work) {
      const before = isAtOnce;
      isAtOnce = true;
      try {
        return work();
      } finally {
        isAtOnce = before;
      }
    },
    onNext: (listener) => void listeners.push(listener),
  };
}

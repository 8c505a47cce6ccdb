import { signal } from '@preact/signals-core';

/** Splits long computations among turns of the event loop. Code that derives many values asks before each one. */
export interface ComputeTurns {
  /** Returns false if the turn's time is used up. The caller is then computed again in the next turn. */
  mayGoOn(): boolean;
  /** Computes everything that `work` reads in this turn. */
  atOnce<T>(work: () => T): T;
  /** Subscribes to turns in which deferred values can be computed. */
  onNext(listener: () => void): void;
}

/** Milliseconds per turn. Requests from the page or the user are answered before the next turn. */
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
      // Reading the signal subscribes the caller.
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

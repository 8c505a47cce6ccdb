/** Time as the sandbox sees it; tests move it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The current time as ARM writes it. */
  text(): string;
  advance(milliseconds: number): void;
}

export function createClock(now: () => number = Date.now): Clock {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    text: () => new Date(now() + ahead).toISOString(),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** Time as the sandbox sees it; tests move it by hand. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The current time as ARM writes it. */
  text(): string;
  advance(milliseconds: number): void;
  /** Runs something as if it were that time. */
  at<T>(time: number, run: () => T): T;
}

export function createClock(now: () => number = Date.now): SandboxClock {
  let ahead = 0;
  let fixed: number | undefined;
  const time = (): number => fixed ?? now() + ahead;
  return {
    now: time,
    text: () => new Date(time()).toISOString(),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    at: (moment, run) => {
      fixed = moment;
      try {
        return run();
      } finally {
        fixed = undefined;
      }
    },
  };
}

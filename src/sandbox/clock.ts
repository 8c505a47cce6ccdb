/** Clock of the sandbox. Tests move it by hand. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns the current time in ARM's format. */
  text(): string;
  advance(milliseconds: number): void;
  /** Runs a function as if it were that time. */
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

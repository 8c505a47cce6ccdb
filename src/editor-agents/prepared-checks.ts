import type { Reads } from '../azure-store/reads';

/** Calls that were prepared and never ran, at most: the user said no to them. */
const mostWaiting = 100;

/**
 * Checks of a subnet that the user saw before they run, each with the account that it was prepared for. VS Code doesn't
 * state which call it prepared, so a call is recognized by its input.
 */
export interface PreparedChecks {
  add(input: unknown, account: Reads): void;
  /** True where the next call with this input was prepared for this account. */
  take(input: unknown, account: Reads): boolean;
}

export function createPreparedChecks(): PreparedChecks {
  const waiting = new Map<string, readonly Reads[]>();
  return {
    add(input, account) {
      const key = keyOf(input);
      waiting.set(key, [...(waiting.get(key) ?? []), account].slice(-mostWaiting));
      const [oldest] = waiting.keys();
      if (waiting.size > mostWaiting && oldest !== undefined) waiting.delete(oldest);
    },
    take(input, account) {
      const key = keyOf(input);
      const all = waiting.get(key) ?? [];
      // One that was prepared for another account may be the one that runs now.
      const isFor = all.length > 0 && all.every((one) => one === account);
      waiting.set(key, all.filter((one) => one === account).slice(isFor ? 1 : 0));
      return isFor;
    },
  };
}

/** What an agent sent is JSON. */
function keyOf(input: unknown): string {
  return JSON.stringify(input ?? null);
}

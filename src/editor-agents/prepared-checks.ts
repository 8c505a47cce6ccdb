import type { Reads } from '../azure-store/reads';

/** Maximum number of prepared calls that haven't run, because the user declined them. */
const mostWaiting = 100;

/**
 * Prepared subnet checks that the user was asked about, each with its account. VS Code doesn't state which call it
 * prepared, so a call is recognized by its input.
 */
export interface PreparedChecks {
  add(input: unknown, account: Reads): void;
  /** Removes the next call with this input. Returns whether it was prepared for this account. */
  consume(input: unknown, account: Reads): boolean;
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
    consume(input, account) {
      const key = keyOf(input);
      const all = waiting.get(key) ?? [];
      // A call that was prepared for another account can be the one that runs now.
      const isFor = all.length > 0 && all.every((one) => one === account);
      waiting.set(key, all.filter((one) => one === account).slice(isFor ? 1 : 0));
      return isFor;
    },
  };
}

/** Returns the key of an input, which is JSON. */
function keyOf(input: unknown): string {
  return JSON.stringify(input ?? null);
}

import type { Reads } from '../azure-store/reads';

/** Maximum number of prepared calls that haven't run, for example because the user declined them. */
const mostWaiting = 100;

/**
 * Prepared subnet checks, each with the account that it was prepared for. VS Code doesn't report which call it
 * prepared, so a call is recognized by its input.
 */
export interface PreparedChecks {
  add(input: unknown, account: Reads): void;
  /** Removes the next call with this input. Returns true if it was prepared for this account. */
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
      // If calls were prepared for different accounts, it's unknown which of them runs now.
      const isPrepared = all.length > 0 && all.every((one) => one === account);
      waiting.set(key, all.filter((one) => one === account).slice(isPrepared ? 1 : 0));
      return isPrepared;
    },
  };
}

/** Returns the key of an input, which is a JSON value. */
function keyOf(input: unknown): string {
  return JSON.stringify(input ?? null);
}

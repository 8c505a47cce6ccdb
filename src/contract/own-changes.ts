import type { ShownState } from './channel';

/** Changes of a part of the host's state that only the page's own calls made. */
interface Followed {
  /** The effect of calls before each change, by the token that the page showed then. */
  readonly effects: ReadonlyMap<string | undefined, string>;
  readonly now: string | undefined;
}

export interface OwnChanges {
  /** Runs a call of the page, and follows what it changes before it waits. */
  follow<T>(call: () => T): T;
  /**
   * True if a token is current, or if since then, only the page's own calls changed its part, and not what calls do.
   */
  isCurrent(part: string, token: string | undefined): boolean;
}

/**
 * Follows changes that the page's own calls make. The user knows them, also while a slow page still shows the earlier
 * state.
 */
export function createOwnChanges(current: () => ShownState, effect: () => string): OwnChanges {
  const parts = new Map<string, Followed>();

  return {
    follow(call) {
      const before = current();
      const effectBefore = effect();
      const answer = call();
      for (const [part, now] of Object.entries(current())) {
        const token = before[part];
        if (token === now) continue;
        const earlier = parts.get(part);
        const known = earlier?.now === token ? (earlier?.effects ?? []) : [];
        parts.set(part, { effects: new Map([...known, [token, effectBefore]]), now });
      }
      return answer;
    },
    isCurrent(part, token) {
      const now = current()[part];
      if (token === now) return true;
      const followed = parts.get(part);
      return followed?.now === now && followed?.effects.get(token) === effect();
    },
  };
}

import type { Prefix } from '../../../src/core/addresses/prefix';
import type { PeerWork } from './work';

/** Returns a reduced ordered binary decision diagram over the 32 bits of an address, as network verifiers use them. */
export function stoppedByBdd({ rules, required }: PeerWork): number {
  const bdd = createBdd();
  let rest = bdd.any(required);
  let stopped = bdd.no;
  for (const { allow, prefixes } of rules) {
    const taken = bdd.and(rest, bdd.any(prefixes));
    if (!allow) stopped = bdd.or(stopped, taken);
    rest = bdd.without(rest, taken);
  }
  return bdd.count(bdd.or(stopped, rest));
}

const bits = 32;

function createBdd() {
  const [no, yes] = [0, 1];
  const level = [bits, bits];
  const low = [0, 1];
  const high = [0, 1];
  const nodes = new Map<number, number>();
  const known = new Map<number, number>();

  function node(at: number, whenClear: number, whenSet: number): number {
    if (whenClear === whenSet) return whenClear;
    const key = (at * 2 ** 22 + whenClear) * 2 ** 22 + whenSet;
    const before = nodes.get(key);
    if (before !== undefined) return before;
    level.push(at);
    low.push(whenClear);
    nodes.set(key, high.push(whenSet) - 1);
    return high.length - 1;
  }
  function part(of: number, at: number, side: readonly number[]): number {
    return level[of] === at ? (side[of] as number) : of;
  }
  /** `isOr` selects one of the two operations. Both end if one side decides. */
  function combine(a: number, b: number, isOr: boolean): number {
    const [decides, leaves] = isOr ? [yes, no] : [no, yes];
    if (a === decides || b === decides) return decides;
    if (a === leaves || a === b) return b;
    if (b === leaves) return a;
    const key = ((isOr ? 1 : 0) * 2 ** 22 + Math.min(a, b)) * 2 ** 22 + Math.max(a, b);
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = Math.min(level[a] as number, level[b] as number);
    const made = node(
      at,
      combine(part(a, at, low), part(b, at, low), isOr),
      combine(part(a, at, high), part(b, at, high), isOr),
    );
    known.set(key, made);
    return made;
  }
  const opposites = new Map<number, number>();
  function not(a: number): number {
    if (a < 2) return 1 - a;
    const before = opposites.get(a);
    if (before !== undefined) return before;
    const made = node(level[a] as number, not(low[a] as number), not(high[a] as number));
    opposites.set(a, made);
    return made;
  }
  function prefix({ first, length }: Prefix): number {
    let made = yes;
    for (let at = length - 1; at >= 0; at--) {
      const isSet = Math.floor(first / 2 ** (bits - 1 - at)) % 2 === 1;
      made = isSet ? node(at, no, made) : node(at, made, no);
    }
    return made;
  }
  function any(prefixes: readonly Prefix[]): number {
    return prefixes.reduce((sum, one) => combine(sum, prefix(one), true), no);
  }
  const sizes = new Map<number, number>();
  /** Number of addresses below a node, as if it were at its own level. */
  function size(a: number): number {
    if (a < 2) return a;
    const before = sizes.get(a);
    if (before !== undefined) return before;
    const at = level[a] as number;
    const below = (child: number): number => size(child) * 2 ** ((level[child] as number) - at - 1);
    const made = below(low[a] as number) + below(high[a] as number);
    sizes.set(a, made);
    return made;
  }
  return {
    no,
    any,
    and: (a: number, b: number) => combine(a, b, false),
    or: (a: number, b: number) => combine(a, b, true),
    without: (a: number, b: number) => combine(a, not(b), false),
    count: (a: number) => size(a) * 2 ** (level[a] as number),
  };
}

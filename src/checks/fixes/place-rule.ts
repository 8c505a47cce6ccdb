import { limits } from '../../core/azure-facts/limits';
import type { Known } from '../../core/known';
import type { Direction, SecurityRule } from '../../core/network/model';

/** Rules stand this far apart, so that others find a place between them. */
const step = 10;

const { least, greatest } = limits.customPriority;

/** Priorities that a direction of a group has given away; undefined where one is not known, so no place is proven free. */
export function takenPriorities(
  rules: Known<readonly SecurityRule[]>,
  direction: Direction,
): ReadonlySet<number> | undefined {
  if (!rules.known) return undefined;
  const taken = new Set<number>();
  for (const rule of rules.value) {
    if (rule.direction.known && rule.direction.value !== direction) continue;
    if (!rule.priority.known) return undefined;
    taken.add(rule.priority.value);
  }
  return taken;
}

/**
 * The priority of a new rule that must come before `below`: the first free one in steps of 10 after the rules that
 * come before `below` already; else any free one, the latest first; undefined where none is left.
 */
export function freePriority(taken: ReadonlySet<number>, below: number): number | undefined {
  const ceiling = Math.min(below - 1, greatest);
  const before = Math.max(least - 1, ...[...taken].filter((one) => one < below));
  for (let at = (Math.floor(before / step) + 1) * step; at <= ceiling; at += step) {
    if (!taken.has(at)) return at;
  }
  for (let at = ceiling; at >= least; at -= 1) {
    if (!taken.has(at)) return at;
  }
  return undefined;
}

/** `wanted`, or `wanted-2`, `wanted-3` …: Azure compares names of rules and routes without regard to case. */
export function freeName(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let count = 2; ; count += 1) {
    const name = `${wanted}-${count}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

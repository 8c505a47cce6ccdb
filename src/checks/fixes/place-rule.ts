import { limits } from '../../core/azure-facts/limits';
import type { Known } from '../../core/known';
import type { Direction, SecurityRule } from '../../core/network/model';

/** Distance between the priorities of rules, so that other rules fit between them. */
const step = 10;

const { least, greatest } = limits.customPriority;

/**
 * Returns the taken priorities in a direction of an NSG; undefined if one isn't known, because no priority is certainly
 * free then.
 */
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
 * Returns the priority of a new rule that must come before `below`. It is the first free one in steps of 10 after the
 * existing rules before `below`. Otherwise it is the highest free one. Undefined if none is free.
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

/** Returns `wanted`, or `wanted-2`, `wanted-3`, …: Azure compares names of rules and routes ignoring case. */
export function freeName(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let count = 2; ; count += 1) {
    const name = `${wanted}-${count}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

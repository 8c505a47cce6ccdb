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
export function usedPriorities(
  rules: Known<readonly SecurityRule[]>,
  direction: Direction,
): ReadonlySet<number> | undefined {
  if (!rules.known) return undefined;
  const used = new Set<number>();
  for (const rule of rules.value) {
    if (rule.direction.known && rule.direction.value !== direction) continue;
    if (!rule.priority.known) return undefined;
    used.add(rule.priority.value);
  }
  return used;
}

/**
 * Returns the priority of a new rule that must come before `below`. It is the first free one in steps of 10 after the
 * existing rules before `below`. Otherwise it is the highest free one. Undefined if none is free.
 */
export function freePriority(used: ReadonlySet<number>, below: number): number | undefined {
  const ceiling = Math.min(below - 1, greatest);
  const before = Math.max(least - 1, ...[...used].filter((one) => one < below));
  for (let at = (Math.floor(before / step) + 1) * step; at <= ceiling; at += step) {
    if (!used.has(at)) return at;
  }
  for (let at = ceiling; at >= least; at -= 1) {
    if (!used.has(at)) return at;
  }
  return undefined;
}

/** Returns `wanted`, or `wanted-2`, `wanted-3`, …: Azure compares names of rules and routes ignoring case. */
export function freeName(used: ReadonlySet<string>, preferred: string): string {
  if (!used.has(preferred.toLowerCase())) return preferred;
  for (let count = 2; ; count += 1) {
    const name = `${preferred}-${count}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

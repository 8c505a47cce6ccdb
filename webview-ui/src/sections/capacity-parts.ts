import type { Capacity } from '@contract/wizard/plan';

export type CapacityKind = 'unreadable' | 'inUse' | 'reserved' | 'plan' | 'short' | 'left';

/** A part of the bar: `n` addresses, drawn with a `share` (0 to 1) of the whole width. */
export interface CapacityPart {
  readonly kind: CapacityKind;
  readonly n: number;
  readonly share: number;
}

/**
 * Returns the bar's parts from left to right, whose shares add up to 1. If the plan needs more than is free, its part
 * is what is free, drawn as insufficient. Empty parts are omitted, except the last and those that aren't readable.
 */
export function capacityParts(capacity: Capacity): CapacityPart[] {
  const { total, inUse, reserved, plan, left, short } = capacity;
  const used = clamp(inUse ?? 0, total);
  const given = clamp(reserved, total - used);
  const plannedPart = clamp(plan, total - used - given);
  const rest = total - used - given - plannedPart;
  const parts: CapacityPart[] = [
    inUse === null
      ? { kind: 'unreadable', n: 0, share: 0 }
      : { kind: 'inUse', n: inUse, share: share(used, total) },
    { kind: 'reserved', n: reserved, share: share(given, total) },
    { kind: short === null ? 'plan' : 'short', n: plan, share: share(plannedPart, total) },
    { kind: 'left', n: left, share: share(rest, total) },
  ];
  return parts.filter((part) => part.n > 0 || part.kind === 'left' || part.kind === 'unreadable');
}

function share(n: number, total: number): number {
  return total > 0 ? n / total : 0;
}

function clamp(n: number, most: number): number {
  return Math.max(0, Math.min(n, most));
}

import { isBilled, isBilledByData, type ResourceChange } from '../core/resource-change';
import type { Say } from '../messages/say';

/** Describes the cost of changes by their title. If nothing is billed, states that. The same in every preview. */
export function formatCost(say: Say, changes: readonly ResourceChange[], title: string): string {
  if (!changes.some(isBilled)) return say('diff.cost.free');
  return say(changes.some(isBilledByData) ? 'diff.cost.data' : 'diff.cost.unknown', { title });
}

/** Returns the price of changes that are listed apart, or that they remove something. */
export function formatPrice(say: Say, changes: readonly ResourceChange[]): string {
  if (!changes.some(isBilled)) return say('diff.price.removes');
  return say(changes.some(isBilledByData) ? 'diff.price.data' : 'diff.price.unknown');
}

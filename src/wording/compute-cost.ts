import { traitsOf } from '../core/compute-kinds';
import type { Say } from '../messages/say';
import type { ComputePlan } from '../plans/compute-plan';
import { formatMoney } from './money';

/** Price of a machine per hour, as Azure lists it. */
interface MachinePrice {
  readonly amount: number;
  readonly currency: string;
}

/** A virtual machine size with its price, as far as the cost needs it. */
interface PricedSize {
  readonly name: string;
  readonly price: {
    readonly currency: string;
    readonly dedicated: number | null;
    readonly lowPriority: number | null;
  } | null;
}

/** Returns the price of the plan's size and priority; null if Azure doesn't list one. */
export function machinePrice(
  sizes: readonly PricedSize[],
  { kind, vmSize, nodes }: ComputePlan,
): MachinePrice | null {
  const price = sizes.find((one) => one.name.toLowerCase() === vmSize.toLowerCase())?.price ?? null;
  if (price === null) return null;
  const isLow = traitsOf(kind).scales && nodes.priority === 'LowPriority';
  const amount = isLow ? price.lowPriority : price.dedicated;
  return amount === null ? null : { amount, currency: price.currency };
}

/** “US$0.23 per hour.” */
export function priceText(say: Say, price: MachinePrice | null): string {
  if (price === null) return say('cost.unknown');
  return say('cost.perHour', { price: formatMoney(say, price.amount, price.currency) });
}

/** What the compute resource costs: per hour, without a node, and at most. */
export function costText(say: Say, price: MachinePrice | null, plan: ComputePlan): string {
  if (price === null) return say('cost.unknown');
  const money = (n: number): string => formatMoney(say, price.amount * n, price.currency);
  if (!traitsOf(plan.kind).scales) return say('cost.instance', { price: money(1) });
  const { min, max } = plan.nodes;
  const values = { price: money(1), max, most: money(max) };
  return min === 0
    ? say('cost.cluster', values)
    : say('cost.clusterKept', { ...values, min, least: money(min) });
}

import { traitsOf } from '../core/compute-kinds';
import type { Say } from '../messages/say';
import type { ComputePlan } from '../plans/compute-plan';
import { formatMoney } from './money';

/** Price of a virtual machine per hour, as Azure lists it. */
interface MachinePrice {
  readonly amount: number;
  readonly currency: string;
}

/** The parts of a virtual machine size that the cost depends on. */
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

/** Formats a price: “US$0.23 per hour.” */
export function priceText(say: Say, price: MachinePrice | null): string {
  if (price === null) return say('cost.unknown');
  return say('cost.perHour', { price: formatMoney(say, price.amount, price.currency) });
}

/**
 * Describes the cost of the compute resource per hour, without nodes, and at most. Also describes additional costs
 * (concept-plan-manage-cost, read 2026-12-01): load balancers and data transfer, and the disk of an instance even while
 * it's stopped. Without public IP addresses, Azure doesn't create a load balancer.
 */
export function costText(say: Say, price: MachinePrice | null, plan: ComputePlan): string {
  if (price === null) return say('cost.unknown');
  const money = (n: number): string => formatMoney(say, price.amount * n, price.currency);
  return [machineCost(say, money, plan), say(plan.publicIp ? 'cost.also.public' : 'cost.also.private')].join(
    ' ',
  );
}

function machineCost(say: Say, money: (n: number) => string, { kind, nodes }: ComputePlan): string {
  if (!traitsOf(kind).scales) return say('cost.instance', { price: money(1) });
  const { min, max } = nodes;
  const values = { price: money(1), max, most: money(max) };
  return min === 0
    ? say('cost.cluster', values)
    : say('cost.clusterKept', { ...values, min, least: money(min) });
}

import { sameId } from '../../../core/network/find';
import type { WatchedSubnet, WatchedSubnets } from '../../../platform/watched-subnets';
import type { SubnetTarget } from '../model/node';

/** The watched subnets, and for which of them the user wants notifications. */
export interface WatchList {
  all(): readonly WatchedSubnet[];
  has(subnetId: string): boolean;
  add(target: SubnetTarget): void;
  remove(target: SubnetTarget): void;
  /** Keeps watching the subnets, but without notifications. */
  quieten(targets: readonly SubnetTarget[]): void;
}

export function watchListOf({ all, keep }: WatchedSubnets): WatchList {
  const isOne = (one: WatchedSubnet, { subnetId }: SubnetTarget): boolean => sameId(one.subnetId, subnetId);
  const others = (target: SubnetTarget): readonly WatchedSubnet[] =>
    all().filter((one) => !isOne(one, target));
  return {
    all,
    has: (subnetId) => all().some((one) => sameId(one.subnetId, subnetId)),
    add(target) {
      const { subscriptionId, subnetId } = target;
      keep([...others(target), { subscriptionId, subnetId, isQuiet: false }]);
    },
    remove: (target) => keep(others(target)),
    quieten(targets) {
      const isSelected = (one: WatchedSubnet): boolean => targets.some((target) => isOne(one, target));
      keep(all().map((one) => (isSelected(one) ? { ...one, isQuiet: true } : one)));
    },
  };
}

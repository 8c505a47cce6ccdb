import type { Direction } from '../../core/network/model';
import type { Profile } from '../../core/plan';
import type { FlowTemplate } from '../../requirements/requirement';
import { requirementsOf } from '../../requirements/requirements';

/** Every flow that some requirement of the profile asks, of whatever kind of compute. */
export function askedFlows(profile: Profile): readonly FlowTemplate[] {
  return requirementsOf(profile).flatMap(({ asked }) => (asked.what.is === 'flows' ? asked.what.flows : []));
}

/** Flows to or from the service tag `base`, in whatever region. */
export function askedOf(profile: Profile, direction: Direction, base: string): readonly FlowTemplate[] {
  return askedFlows(profile).filter(
    (one) =>
      one.direction === direction &&
      one.remote.is === 'tag' &&
      one.remote.tag.toLowerCase() === base.toLowerCase(),
  );
}

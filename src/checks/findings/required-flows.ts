import type { Direction } from '../../core/network/model';
import type { Profile } from '../../core/plan';
import type { FlowTemplate } from '../../requirements/requirement';
import { requirementsOf } from '../../requirements/requirements';

/**
 * Returns the flows that a requirement of the profile needs, for any kind of compute resource, to or from the service
 * tag `base`, in any region.
 */
export function requiredFlows(profile: Profile, direction: Direction, base: string): readonly FlowTemplate[] {
  return flowsByTag(profile).get(tagKey(direction, base)) ?? [];
}

/** Cache by profile, because every rule of every NSG needs these. */
const known = new Map<Profile, ReadonlyMap<string, readonly FlowTemplate[]>>();

function flowsByTag(profile: Profile): ReadonlyMap<string, readonly FlowTemplate[]> {
  const before = known.get(profile);
  if (before) return before;
  const all = requirementsOf(profile).flatMap(({ inProfile }) =>
    inProfile.what.is === 'flows' ? inProfile.what.flows : [],
  );
  const byTag = new Map<string, FlowTemplate[]>();
  for (const flow of all) {
    if (flow.remote.is !== 'tag') continue;
    const key = tagKey(flow.direction, flow.remote.tag);
    byTag.set(key, [...(byTag.get(key) ?? []), flow]);
  }
  known.set(profile, byTag);
  return byTag;
}

function tagKey(direction: Direction, tag: string): string {
  return `${direction} ${tag.toLowerCase()}`;
}

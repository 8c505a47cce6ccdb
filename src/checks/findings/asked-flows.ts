import type { Direction } from '../../core/network/model';
import type { Profile } from '../../core/plan';
import type { FlowTemplate } from '../../requirements/requirement';
import { requirementsOf } from '../../requirements/requirements';

/** Every flow that some requirement of the profile asks, of whatever kind of compute. */
export function askedFlows(profile: Profile): readonly FlowTemplate[] {
  return flowsOf(profile).all;
}

/** Flows to or from the service tag `base`, in whatever region. */
export function askedOf(profile: Profile, direction: Direction, base: string): readonly FlowTemplate[] {
  return flowsOf(profile).byTag.get(tagKey(direction, base)) ?? [];
}

interface ProfileFlows {
  readonly all: readonly FlowTemplate[];
  readonly byTag: ReadonlyMap<string, readonly FlowTemplate[]>;
}

/** Asked for every rule of every group, so looked for once. */
const known = new Map<Profile, ProfileFlows>();

function flowsOf(profile: Profile): ProfileFlows {
  const before = known.get(profile);
  if (before) return before;
  const all = requirementsOf(profile).flatMap(({ asked }) =>
    asked.what.is === 'flows' ? asked.what.flows : [],
  );
  const byTag = new Map<string, FlowTemplate[]>();
  for (const flow of all) {
    if (flow.remote.is !== 'tag') continue;
    const key = tagKey(flow.direction, flow.remote.tag);
    byTag.set(key, [...(byTag.get(key) ?? []), flow]);
  }
  const made = { all, byTag };
  known.set(profile, made);
  return made;
}

function tagKey(direction: Direction, tag: string): string {
  return `${direction} ${tag.toLowerCase()}`;
}

import type { Profile } from '../core/plan';
import { definitions } from './list';
import type { FlowTemplate, InProfile, Requirement, RequirementKind } from './requirement';

/** Date of the newest page that the requirements were checked against (how-to-troubleshoot-secure-connection-workspace). */
export const requirementsDate = '2026-09-11';

/** All requirements, in the order of the catalog. */
export const requirements: readonly Requirement[] = Object.entries(definitions).map(([id, definition]) =>
  withServerless(definition.hosts ? withOwnNames({ id, ...definition }) : { id, ...definition }),
);

/** Returns the requirement with its own ID for the host names of its flows. */
function withOwnNames({ id, profiles, ...definition }: Requirement): Requirement {
  const named = (flow: FlowTemplate): FlowTemplate =>
    flow.remote.is === 'tag' ? { names: id, ...flow } : flow;
  const whatOf = (what: RequirementKind): RequirementKind => {
    if (what.is === 'flows') return { ...what, flows: what.flows.map(named) };
    return what.is === 'note' && what.byName ? { ...what, byName: named(what.byName) } : what;
  };
  const perProfile = Object.entries(profiles).map(([profile, one]) => [
    profile,
    { ...one, what: whatOf(one.what) },
  ]);
  return { id, ...definition, profiles: Object.fromEntries(perProfile) as Requirement['profiles'] };
}

/**
 * Returns the requirement with serverless compute among its kinds, if it applies to that, too. The profile of December
 * 2020 doesn't have serverless compute.
 */
function withServerless(requirement: Requirement): Requirement {
  const { current } = requirement.profiles;
  if (!current || requirement.serverless === undefined) return requirement;
  const { appliesTo } = current;
  const kinds = [...new Set([...appliesTo.kinds, 'serverless' as const])];
  return {
    ...requirement,
    profiles: { ...requirement.profiles, current: { ...current, appliesTo: { ...appliesTo, kinds } } },
  };
}

const byId = new Map(requirements.map((one) => [one.id, one]));

/** Finds the requirement `id`; undefined if there is no such requirement. */
export function findRequirement(id: string): Requirement | undefined {
  return byId.get(id);
}

interface RequirementInProfile {
  readonly requirement: Requirement;
  readonly inProfile: InProfile;
}

/** Returns the definitions in `profile`, each with its requirement. */
export function requirementsOf(profile: Profile): readonly RequirementInProfile[] {
  return byProfile[profile];
}

const byProfile: Readonly<Record<Profile, readonly RequirementInProfile[]>> = {
  current: requirementsInProfile('current'),
  '2020-12': requirementsInProfile('2020-12'),
};

function requirementsInProfile(profile: Profile): readonly RequirementInProfile[] {
  return requirements.flatMap((requirement) => {
    const inProfile = requirement.profiles[profile];
    return inProfile ? [{ requirement, inProfile }] : [];
  });
}

/** True if a requirement is the same for every subnet. */
export function isSameForEverySubnet(id: string): boolean {
  return findRequirement(id)?.isSameForEverySubnet === true;
}

/** True for a requirement about hosts that are identified only by name, which a security rule can't allow. */
export function isIdentifiedByName(id: string): boolean {
  const profiles = Object.values(findRequirement(id)?.profiles ?? {});
  return profiles.some(({ what }) => what.is === 'note' && what.byName !== undefined);
}

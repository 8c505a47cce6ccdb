import { getOrCreate } from '../core/get-or-create';
import { known, valueOr, type Known } from '../core/known';
import type { Cloud } from '../core/network/model';
import { isAttachedKind, isComputeKind, type ComputeKind } from '../core/compute-kinds';
import { needsPrivateLink, type PlanToCheck } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import type { AppliesTo, InProfile, Requirement, RequirementKind } from '../requirements/requirement';
import { requirementsOf } from '../requirements/requirements';
import { attachTargetOf, publicIpOf } from './target';

/** Whether a requirement applies to a plan. `assumed`: it applies if the assumptions about the plan are true. */
export type Applies =
  | { readonly is: 'yes' }
  | { readonly is: 'assumed'; readonly assumptions: readonly Reason[] }
  | { readonly is: 'no'; readonly because: Reason };

/** A requirement with its definition in the plan's profile. */
export interface ProfiledRequirement {
  readonly requirement: Requirement;
  readonly inProfile: InProfile;
}

/**
 * Returns the requirements for the plan's kind. An attached kind and serverless compute have their own requirements,
 * which don't include those of a cluster or an instance, not even as not applicable. An unknown kind counts as a
 * cluster or an instance.
 */
export function requirementsFor(plan: PlanToCheck): readonly ProfiledRequirement[] {
  const key = `${plan.profile} ${plan.kind.known ? plan.kind.value : ''}`;
  return getOrCreate(ofKinds, key, () => findRequirementsFor(plan));
}

/** Cached by profile and kind, because each subnet has its own plan. */
const ofKinds = new Map<string, readonly ProfiledRequirement[]>();

function findRequirementsFor({ profile, kind }: PlanToCheck): readonly ProfiledRequirement[] {
  const all = requirementsOf(profile);
  if (!kind.known || isComputeKind(kind.value)) {
    return all.filter(({ inProfile }) => inProfile.appliesTo.kinds.some(isComputeKind));
  }
  const other = kind.value;
  const isAttached = isAttachedKind(other);
  return all
    .filter(({ inProfile }) => inProfile.appliesTo.kinds.includes(other))
    .map((one) =>
      isAttached ? { ...one, inProfile: { ...one.inProfile, ...one.inProfile.ofAttached } } : one,
    );
}

/** A requirement's conditions. */
type Conditional = Pick<InProfile, 'appliesTo' | 'what'>;

/** Cached by requirement and by the parts of a plan that decide. */
const compared = new WeakMap<Conditional, Map<string, Applies>>();

/** Compares a requirement's conditions with the plan. An unknown part of the plan never excludes it. */
export function applies(inProfile: Conditional, plan: PlanToCheck): Applies {
  // The target of an attached resource decides, too.
  if (plan.target) return compareWithPlan(inProfile, plan);
  const plans = getOrCreate(compared, inProfile, () => new Map<string, Applies>());
  return getOrCreate(plans, partsOf(plan), () => compareWithPlan(inProfile, plan));
}

/** Last plan with its key: a subnet's requirements have the same. */
let latest: { readonly plan: PlanToCheck; readonly key: string } | undefined;

function partsOf(plan: PlanToCheck): string {
  if (latest?.plan === plan) return latest.key;
  const { cloud, kind, publicIp, workspace } = plan;
  const endpoint = workspace.known ? needsPrivateLink(workspace.value) : workspace;
  const key = `${cloud} ${valueOr(kind, '')} ${valueOr(publicIp, '')} ${valueOr(endpoint, '')}`;
  latest = { plan, key };
  return key;
}

function compareWithPlan({ appliesTo: to, what }: Conditional, plan: PlanToCheck): Applies {
  if (!to.clouds.includes(plan.cloud)) return { is: 'no', because: otherCloud(what, plan.cloud) };
  const parts = [ofKind(to, plan), ofPublicIp(to, plan), ofWorkspace(to, plan), ofClusterType(to, plan)];
  const excluded = parts.find((part) => part.is === 'no');
  if (excluded) return excluded;
  const assumptions = parts.flatMap((part) => (part.is === 'assumed' ? part.assumptions : []));
  return assumptions.length > 0 ? { is: 'assumed', assumptions } : { is: 'yes' };
}

/** Returns the plan with its unknown kind and public IP mode set to what the requirement assumes. */
export function assumedPlan(to: AppliesTo, plan: PlanToCheck): PlanToCheck {
  const only = onlyComputeKind(to);
  const publicIp = publicIpOf(plan);
  return {
    ...plan,
    kind: plan.kind.known || only === undefined ? plan.kind : known(only),
    publicIp: publicIp.known || to.publicIp === 'any' ? publicIp : known(to.publicIp === 'with'),
  };
}

function otherCloud(what: RequirementKind, cloud: Cloud): Reason {
  const tags =
    what.is === 'flows' ? what.flows.flatMap((one) => (one.remote.is === 'tag' ? [one.remote.tag] : [])) : [];
  return reason('check.otherCloud', { tag: tags, cloud });
}

function ofKind(to: AppliesTo, { kind }: PlanToCheck): Applies {
  if (kind.known && to.kinds.includes(kind.value)) return { is: 'yes' };
  const only = onlyComputeKind(to);
  if (!kind.known && to.evenIfKindUnknown) return { is: 'yes' };
  if (kind.known) return { is: 'no', because: reason(`check.otherKind.${only ?? 'several'}`) };
  return only ? { is: 'assumed', assumptions: [reason(`check.assume.kind.${only}`)] } : { is: 'yes' };
}

/**
 * Returns the single kind that the requirement applies to, out of the kinds that Azure ML creates; undefined if it
 * applies to both.
 */
function onlyComputeKind({ kinds }: AppliesTo): ComputeKind | undefined {
  const [only, second] = kinds.filter(isComputeKind);
  return second === undefined ? only : undefined;
}

function ofPublicIp(to: AppliesTo, plan: PlanToCheck): Applies {
  if (to.publicIp === 'any') return { is: 'yes' };
  const expected = to.publicIp === 'with';
  return compare(publicIpOf(plan), (has) => has === expected, {
    otherwise: reason(expected ? 'check.onlyPublicIp' : 'check.onlyNoPublicIp'),
    assumption: reason(`check.assume.publicIp.${to.publicIp}`),
  });
}

function ofWorkspace(to: AppliesTo, plan: PlanToCheck): Applies {
  if (to.workspace === 'any') return { is: 'yes' };
  const has = plan.workspace.known ? needsPrivateLink(plan.workspace.value) : plan.workspace;
  return compare(has, (value) => value, {
    otherwise: reason('check.onlyPrivateLink'),
    assumption: reason('check.assume.privateLink'),
  });
}

function ofClusterType(to: AppliesTo, plan: PlanToCheck): Applies {
  const cluster = attachTargetOf(plan, 'hdinsight');
  if (to.clusterType === 'any' || !cluster) return { is: 'yes' };
  const expected = to.clusterType.toLowerCase();
  return compare(cluster.clusterType, (type) => type.toLowerCase() === expected, {
    otherwise: reason('check.onlyKafka'),
    assumption: reason('check.assume.kafka'),
  });
}

function compare<T>(
  part: Known<T>,
  fits: (value: T) => boolean,
  say: { readonly otherwise: Reason; readonly assumption: Reason },
): Applies {
  if (!part.known) return { is: 'assumed', assumptions: [say.assumption] };
  return fits(part.value) ? { is: 'yes' } : { is: 'no', because: say.otherwise };
}

import { known, type Known } from '../core/known';
import type { Cloud } from '../core/network/model';
import type { JudgePlan } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import type { AppliesTo, What } from '../requirements/requirement';

/** Whether a requirement concerns a plan; `assumed`: it does if what is assumed of the plan is true. */
export type Applies =
  | { readonly is: 'yes' }
  | { readonly is: 'assumed'; readonly assumptions: readonly Reason[] }
  | { readonly is: 'no'; readonly because: Reason };

/** Compares what a requirement concerns with the plan. An unknown part of the plan never excludes it. */
export function applies(to: AppliesTo, plan: JudgePlan, what: What): Applies {
  if (!to.clouds.includes(plan.cloud)) return { is: 'no', because: otherCloud(what, plan.cloud) };
  const parts = [ofKind(to, plan), ofPublicIp(to, plan), ofWorkspace(to, plan)];
  const excluded = parts.find((part) => part.is === 'no');
  if (excluded) return excluded;
  const assumptions = parts.flatMap((part) => (part.is === 'assumed' ? part.assumptions : []));
  return assumptions.length > 0 ? { is: 'assumed', assumptions } : { is: 'yes' };
}

/** The plan with its unknown kind and public-IP mode as the requirement takes them. */
export function assumedPlan(to: AppliesTo, plan: JudgePlan): JudgePlan {
  const [only, second] = to.kinds;
  return {
    ...plan,
    kind: plan.kind.known || only === undefined || second !== undefined ? plan.kind : known(only),
    publicIp: plan.publicIp.known || to.publicIp === 'any' ? plan.publicIp : known(to.publicIp === 'with'),
  };
}

function otherCloud(what: What, cloud: Cloud): Reason {
  const tags =
    what.is === 'flows' ? what.flows.flatMap((one) => (one.remote.is === 'tag' ? [one.remote.tag] : [])) : [];
  return reason('judge.otherCloud', { tag: tags.join(', '), cloud });
}

function ofKind(to: AppliesTo, plan: JudgePlan): Applies {
  const [only, second] = to.kinds;
  if (only === undefined || second !== undefined) return { is: 'yes' };
  return compare(plan.kind, (kind) => kind === only, {
    otherwise: reason(`judge.otherKind.${only}`),
    assumption: reason(`judge.assume.kind.${only}`),
  });
}

function ofPublicIp(to: AppliesTo, plan: JudgePlan): Applies {
  if (to.publicIp === 'any') return { is: 'yes' };
  const wanted = to.publicIp === 'with';
  return compare(plan.publicIp, (has) => has === wanted, {
    otherwise: reason(wanted ? 'judge.onlyPublicIp' : 'judge.onlyNoPublicIp'),
    assumption: reason(`judge.assume.publicIp.${to.publicIp}`),
  });
}

function ofWorkspace(to: AppliesTo, plan: JudgePlan): Applies {
  if (to.workspace === 'any') return { is: 'yes' };
  const has = plan.workspace.known ? plan.workspace.value.hasPrivateEndpoint : plan.workspace;
  return compare(has, (value) => value, {
    otherwise: reason('judge.onlyPrivateLink'),
    assumption: reason('judge.assume.privateLink'),
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

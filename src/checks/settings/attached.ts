import type { TargetOf } from '../../core/attach-target';
import { sameId } from '../../core/network/find';
import type { AttachedKind, JudgePlan } from '../../core/plan';
import { reason } from '../../core/reason';
import { met, notMet, notNeeded, undecided, type SettingAnswer } from '../setting-answer';
import type { PlanContext } from '../setting-context';

/** What the plan attaches where it is of `kind`; undefined before it is chosen. */
export function targetOf<K extends AttachedKind>({ target }: JudgePlan, kind: K): TargetOf<K> | undefined {
  return isOf(target, kind) ? target : undefined;
}

function isOf<K extends AttachedKind>(target: JudgePlan['target'], kind: K): target is TargetOf<K> {
  return target?.kind === kind;
}

/** What is said of a target before it is chosen. */
export function notChosen(): SettingAnswer {
  return undecided(reason('judge.noTarget'));
}

/** Requirement `attach-sdk-v1-sunset`: true of whatever is attached. */
export function judgeAttachSupport(): SettingAnswer {
  return notMet('judge.attach.ended');
}

/** Requirement `attach-no-duplicate`. */
export function judgeAttachedOnce({ plan: { target, attachedTargets } }: PlanContext): SettingAnswer {
  if (!target) return notChosen();
  if (!attachedTargets) return notNeeded('judge.azure.notRead');
  if (!attachedTargets.known) return undecided(attachedTargets.because);
  const { name } = target;
  return attachedTargets.value.some((one) => sameId(one, target.id))
    ? notMet('judge.attach.twice', { name })
    : met('judge.attach.once', { name });
}

/** Requirement `attach-in-own-network`. */
export function judgeAttachNetwork({ plan: { target } }: PlanContext): SettingAnswer {
  if (!target) return notChosen();
  const { name, subnets } = target;
  if (!subnets.known) return undecided(subnets.because);
  return subnets.value.length > 0
    ? met('judge.attach.inNetwork', { name })
    : notMet('judge.attach.noNetwork', { name });
}

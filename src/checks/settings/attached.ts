import { sameId } from '../../core/network/find';
import { reason } from '../../core/reason';
import { passed, failed, notApplicable, unknownResult, type SettingResult } from '../setting-result';
import type { PlanContext } from '../setting-context';

/** Returns the result before a target is chosen. */
export function notChosen(): SettingResult {
  return unknownResult(reason('check.noTarget'));
}

/** Checks requirement `attach-sdk-v1-sunset`, which applies to every resource of its kinds. */
export function checkAttachSupport(): SettingResult {
  return failed('check.attach.ended');
}

/** Checks requirement `attach-no-duplicate`. */
export function checkAttachedOnce({ plan: { target, attachedTargets } }: PlanContext): SettingResult {
  if (!target) return notChosen();
  if (!attachedTargets) return notApplicable('check.azure.notRead');
  if (!attachedTargets.known) return unknownResult(attachedTargets.because);
  const { name } = target;
  return attachedTargets.value.some((one) => sameId(one, target.id))
    ? failed('check.attach.twice', { name })
    : passed('check.attach.once', { name });
}

/** Checks requirement `attach-in-own-network`. */
export function checkAttachNetwork({ plan: { target } }: PlanContext): SettingResult {
  if (!target) return notChosen();
  const { name, subnets } = target;
  if (!subnets.known) return unknownResult(subnets.because);
  return subnets.value.length > 0
    ? passed('check.attach.inNetwork', { name })
    : failed('check.attach.noNetwork', { name });
}

import { summarize, type Summary } from '../../../checks/summary';
import { checkSubnet } from '../../../checks/check-subnet';
import type { AttachTarget } from '../../../core/attach-target';
import type { CheckResult } from '../../../core/check-result';
import { emptyModel } from '../../../core/network/empty-model';
import type { ResourceId } from '../../../core/network/model';
import { cloudOf, planIn } from '../derived-plan';
import { checkInputOf } from '../check-input';
import { loadedValue, type WizardState } from '../state';
import { subnetsOf } from './chosen-target';

/** Checks a target in one of its subnets; null means without a subnet. */
function checkAttachTarget(
  state: WizardState,
  target: AttachTarget,
  subnet: ResourceId | null,
): readonly CheckResult[] {
  const facts = checkInputOf(state);
  const model = loadedValue(state.networks) ?? emptyModel(cloudOf(state));
  return facts ? checkSubnet(model, planIn(state, subnet, target), facts) : [];
}

/** Checks a target in each subnet, or once without one. */
function checkTargetSubnets(
  state: WizardState,
  target: AttachTarget,
): ReadonlyMap<ResourceId | null, readonly CheckResult[]> {
  const subnets = subnetsOf(target);
  const places = subnets.length > 0 ? subnets : [null];
  return new Map(places.map((one) => [one, checkAttachTarget(state, target, one)]));
}

/** Returns the subnet with the worst result, which Readiness shows first; null without a subnet. */
export function worstSubnet(state: WizardState, target: AttachTarget): ResourceId | null {
  const [worst] = [...checkTargetSubnets(state, target)].sort(([, a], [, b]) =>
    compareSummaries(summarize(b), summarize(a)),
  );
  return worst?.[0] ?? null;
}

/** Compares summaries: more to fix is worse, then more unknown, then more warnings. */
export function compareSummaries(a: Summary, b: Summary): number {
  return (
    a.errors - b.errors ||
    a.unknown - b.unknown ||
    a.warnings - b.warnings ||
    a.onlyByDefault - b.onlyByDefault
  );
}

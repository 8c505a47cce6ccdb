import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { StoredChoices } from '../../contract/wizard/stored-choices';
import { onlyByDefault } from '../../checks/fixes/deny-other-outbound';
import { statusOf, type CheckResult } from '../../core/check-result';
import { requirementsOf } from '../../requirements/requirements';
import { change } from './actions/change';
import { codeOptionsFor } from './actions/code-options';
import type { WizardContext } from './context';
import { isProposing } from './selection';
import type { Evaluation } from './state';

/** Stores the consequences of each evaluation. */
export function rememberEvaluations(context: WizardContext): void {
  const { store } = context;
  let last: number | undefined;
  store.onChange(() => {
    const { evaluation } = store.get();
    if (evaluation && evaluation.revision !== last) remember(context, evaluation);
    last = evaluation?.revision;
  });
}

function remember(context: WizardContext, evaluation: Evaluation): void {
  forgetFixesDone(context, evaluation.results);
  const subnetId = evaluation.results[0]?.subnetId ?? null;
  if (subnetId !== null && !isProposing(context.store.get())) noteChecked(context, subnetId, evaluation);
}

/** Removes fixes for the code whose requirement has passed or no longer applies. */
function forgetFixesDone(context: WizardContext, results: readonly CheckResult[]): void {
  const { fixesInCode, fixOptionsInCode } = context.store.get().choices;
  const open = new Set(
    results
      .filter(({ outcome }) => ['open', 'unknown'].includes(statusOf(outcome)))
      .map((one) => one.requirement),
  );
  // Denying other traffic is still useful while flows rely on default rules.
  const byDefault = new Set(onlyByDefault(results));
  const isLeft = (id: string, closes: boolean): boolean => open.has(id) || (closes && byDefault.has(id));
  const rest = fixesInCode
    .map((ids) =>
      ids.filter((id) => isLeft(id, codeOptionsFor(fixOptionsInCode, ids).deniesOtherOutbound === true)),
    )
    .filter((ids) => ids.length > 0);
  if (rest.flat().length < fixesInCode.flat().length) change(context, { fixesInCode: rest });
}

/** Reports additional requirements of a newer version once, when the subnet is checked with it. */
function noteChecked(context: WizardContext, subnetId: ResourceId, { today }: Evaluation): void {
  const { store } = context;
  const { checkedSubnets } = store.get().choices;
  const requirementIds = requirementsOf('current').map(({ requirement }) => requirement.id);
  const now = rememberResults(checkedSubnets, subnetId, requirementIds);
  if (now === checkedSubnets) return;
  const applies = new Set(
    today.flatMap((one) => (one.outcome.is === 'not-applicable' ? [] : [one.requirement])),
  );
  store.set({
    newRequirements: newSince(checkedSubnets, subnetId, requirementIds).filter((id) => applies.has(id)),
  });
  change(context, { checkedSubnets: now });
}

type CheckedSubnets = StoredChoices['checkedSubnets'];

/** Maximum number of subnets whose requirements are stored. The oldest ones are removed. */
const most = 50;

/** Returns the requirements of `asked` that are new since `subnetId` was last checked; empty if it never was. */
export function newSince(
  checked: CheckedSubnets,
  subnetId: ResourceId,
  requirementIds: readonly string[],
): readonly string[] {
  const before = checked.find(({ subnets }) => subnets.some((one) => sameId(one, subnetId)));
  return before ? requirementIds.filter((id) => !before.requirements.includes(id)) : [];
}

/** Records that `subnetId` was checked with these requirements. Returns the same object if that's already recorded. */
export function rememberResults(
  checked: CheckedSubnets,
  subnetId: ResourceId,
  requirementIds: readonly string[],
): CheckedSubnets {
  const isNow = (one: CheckedSubnets[number]): boolean => one.requirements.join() === requirementIds.join();
  if (checked.find(isNow)?.subnets.some((one) => sameId(one, subnetId))) return checked;
  const others = checked.map((one) => ({
    ...one,
    subnets: one.subnets.filter((other) => !sameId(other, subnetId)),
  }));
  const now = others.find(isNow)?.subnets ?? [];
  return [
    { requirements: [...requirementIds], subnets: [...now, subnetId].slice(-most) },
    ...others.filter((one) => !isNow(one) && one.subnets.length > 0),
  ];
}

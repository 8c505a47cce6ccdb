import { applies, requirementsFor } from '../../../checks/applies';
import type { ReadinessGroup, ReadinessRow } from '../../../contract/wizard/readiness';
import type { Say } from '../../../messages/say';
import { requirementName } from '../../../wording/requirement-text';
import { planToCheck } from '../derived-plan';
import type { WizardState } from '../state';
import { groupOrder } from './readiness-groups';

/** Returns the requirements of this plan before a subnet is chosen: names by group, without results. */
export function upcomingRequirements(say: Say, state: WizardState): ReadinessGroup[] {
  const plan = planToCheck(state);
  const upcoming = requirementsFor(plan).filter(
    ({ inProfile }) =>
      inProfile.what.is !== 'note' && inProfile.until === null && applies(inProfile, plan).is !== 'no',
  );
  return groupOrder.flatMap((id) => {
    const rows = upcoming
      .filter(({ requirement }) => requirement.group === id)
      .map(({ requirement }) => pendingRow(say, requirement.id));
    if (rows.length === 0) return [];
    const title = say(`readiness.group.${id}`);
    return [{ id, title, summary: '', icon: null, open: true, rows, folds: [] }];
  });
}

function pendingRow(say: Say, id: string): ReadinessRow {
  const name = requirementName(say, id);
  return {
    id,
    icon: 'pending',
    name,
    word: '',
    rest: '',
    oneLine: true,
    counts: 'note',
    fold: null,
    fix: null,
    does: 'fix',
    mark: null,
    confirmed: null,
    was: null,
    details: [],
    trace: [],
    canCopy: false,
    spoken: name,
  };
}

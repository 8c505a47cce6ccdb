import type { Fix } from '../../core/fix';
import type { Judgement } from '../../core/judgement';
import { findSubnet } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { judge } from '../judge';
import { summarise, type Summary } from '../summary';
import { applyFix } from './apply-fix';
import type { FixInput } from './fix-input';

/** What a fix means for another subnet that uses a changed resource, judged for the same plan. */
export interface OtherSubnet {
  readonly subnetId: ResourceId;
  readonly before: Summary;
  readonly after: Summary;
  /** Requirements whose verdict becomes another. */
  readonly changed: readonly string[];
}

/** The fix's effect on every other subnet that the model holds; those it does not hold cannot be judged. */
export function otherSubnetsAfter(input: FixInput, fix: Fix): readonly OtherSubnet[] {
  const changed = applyFix(input.model, fix);
  return fix.alsoUsedBy
    .filter((id) => findSubnet(input.model, id) !== undefined)
    .map((subnetId) => {
      const plan = { ...input.plan, subnetId };
      const before = judge(input.model, plan, input.facts);
      const after = judge(changed, plan, input.facts);
      return {
        subnetId,
        before: summarise(before),
        after: summarise(after),
        changed: after.filter((one, at) => differs(before[at], one)).map((one) => one.requirement),
      };
    });
}

/** Another kind of verdict; the same kind in other words, such as one route more within the limits, is no change. */
function differs(before: Judgement | undefined, after: Judgement): boolean {
  return before === undefined || kindOf(before) !== kindOf(after);
}

function kindOf({ verdict }: Judgement): string {
  return verdict.is === 'allowed' ? `allowed ${verdict.explicit}` : verdict.is;
}

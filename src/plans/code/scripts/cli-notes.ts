import { reason, type Reason } from '../../../core/reason';
import { traitsOf } from '../../../core/compute-kinds';
import { matchPlan, type AttachPlan, type Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import type { CodeContext } from '../code-context';
import { notInScript } from './script-parts';

/** Checks whether CLI v2 and SDK v2 can create or attach the resource. */
export function attachesInV2({ kind }: Pick<Plan, 'kind'>): boolean {
  return traitsOf(kind).worksInV2;
}

/** Returns the parts of a plan that neither a file of the CLI nor a script for the compute resource alone contains. */
export function cliLeftOut(plan: Plan, context: CodeContext): readonly Reason[] {
  const address = matchPlan<readonly Reason[]>(plan, { create: () => [], attach: addressLeftOut });
  return [...notInScript(plan, context), ...address];
}

/**
 * Reports an omitted address. Azure ML reads the address of a virtual machine itself, and v2 doesn't have a key for
 * another one.
 */
function addressLeftOut(plan: AttachPlan): readonly Reason[] {
  return plan.access.is === 'ssh' && attachesInV2(plan)
    ? [reason('write.leftOut.sshAddress', { address: plan.access.address })]
    : [];
}

/** Returns notes for reviewers about the compute resource that these tools create. */
export function cliNotes(plan: Plan, say: PlanSay): readonly string[] {
  return matchPlan<readonly string[]>(plan, {
    create: ({ kind, subnetId, publicIp, ssh }) => [
      ...(subnetId === null ? [] : [say(`write.publicIp.${publicIp ? 'yes' : 'no'}`)]),
      ...(ssh === null ? [] : [say('write.script.sshKey')]),
      ...(traitsOf(kind).isPersonal ? [say('write.script.sharing')] : []),
    ],
    attach: () => [],
  });
}
